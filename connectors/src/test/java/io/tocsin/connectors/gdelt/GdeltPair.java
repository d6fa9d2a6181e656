package io.tocsin.connectors.gdelt;

import static io.tocsin.connectors.gdelt.Rows.attack;
import static io.tocsin.connectors.polling.PollingRig.NOW;

import io.tocsin.connectors.SourcePair;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Two GDELTs with files of their own, several quarters of an hour at once. */
public final class GdeltPair implements SourcePair {

    private static final int ROWS = 5;
    private static final int FILES = 3;
    private static final int SECOND = 100_000;
    private static final long QUARTER_S = 900;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final List<FakeGdelt> both = List.of(new FakeGdelt(), new FakeGdelt());
    private Instant quarter = NOW;
    private int told;

    public GdeltPair() {
        // whoever begins does so with the newest file
        publish();
    }

    private void publish() {
        both.get(0).publish(STAMP.format(quarter), rows(told));
        both.get(1).publish(STAMP.format(quarter), rows(SECOND + told));
        quarter = quarter.plusSeconds(QUARTER_S);
        told += ROWS;
    }

    private Rows[] rows(int first) {
        return IntStream.range(first, first + ROWS)
                .mapToObj(id -> attack(id, STAMP.format(quarter)).article("http://example.net/" + id))
                .toArray(Rows[]::new);
    }

    @Override
    public List<Map<String, String>> configurations() {
        return both.stream()
                .map(each -> each.configure(new PollingRig(new GdeltConnector(), GdeltTask::new))
                        .with(GdeltPlugin.STEP_SIZE, "2")
                        .properties(GdeltConnector.class))
                .toList();
    }

    @Override
    public void tellMore() {
        for (int file = 0; file < FILES; file++) {
            publish();
        }
    }

    @Override
    public int told() {
        return 2 * told;
    }

    @Override
    public boolean isFrom(String sourceId) {
        return sourceId.equals(GdeltReports.SOURCE);
    }

    @Override
    public List<FakeSource> servers() {
        return both.stream().map(FakeGdelt::source).toList();
    }

    @Override
    public void close() {
        both.forEach(FakeGdelt::close);
    }
}
