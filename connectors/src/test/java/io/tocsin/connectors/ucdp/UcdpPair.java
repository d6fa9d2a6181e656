package io.tocsin.connectors.ucdp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.connectors.SourcePair;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Two UCDPs with events of their own: a yearly release, then candidate events month by month. */
public final class UcdpPair implements SourcePair {

    private static final int ROWS = 8;
    private static final int SECOND = 100_000;

    private final List<FakeUcdp> both = List.of(new FakeUcdp(), new FakeUcdp());
    private Version next = new Version(25, 0).firstCandidate();
    private int told;

    public UcdpPair() {
        release("25.1");
    }

    private void release(String version) {
        both.get(0).release(version, rows(told));
        both.get(1).release(version, rows(SECOND + told));
        told += ROWS;
    }

    private static ObjectNode[] rows(int first) {
        return IntStream.range(first, first + ROWS).mapToObj(FakeUcdp::row).toArray(ObjectNode[]::new);
    }

    @Override
    public List<Map<String, String>> configurations() {
        return both.stream()
                .map(each -> each.configure(new PollingRig(new UcdpConnector(), UcdpTask::new))
                        .properties(UcdpConnector.class))
                .toList();
    }

    @Override
    public void tellMore() {
        release(next.toString());
        next = next.next();
    }

    @Override
    public int told() {
        return 2 * told;
    }

    @Override
    public boolean isFrom(String sourceId) {
        return sourceId.equals("ucdp");
    }

    @Override
    public List<FakeSource> servers() {
        return both.stream().map(FakeUcdp::source).toList();
    }

    @Override
    public void close() {
        both.forEach(FakeUcdp::close);
    }
}
