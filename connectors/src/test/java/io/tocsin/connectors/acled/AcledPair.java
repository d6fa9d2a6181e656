package io.tocsin.connectors.acled;

import static io.tocsin.connectors.acled.FakeAcled.row;
import static io.tocsin.connectors.polling.PollingRig.NOW;

import io.tocsin.connectors.SourcePair;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two ACLEDs with rows of their own. */
public final class AcledPair implements SourcePair {

    private static final int ROWS = 7;

    /** Ids are in the order of their letters, so that rows that are told during a poll move none to another page. */
    private static final int FIRST = 10_000;

    private static final int SECOND = 20_000;

    private final SetClock clock = new SetClock(NOW);
    private final List<FakeAcled> both = List.of(new FakeAcled(clock), new FakeAcled(clock));
    private int told;

    public AcledPair() {
        put(NOW.minus(Duration.ofDays(6)));
    }

    private void put(Instant when) {
        for (int i = 0; i < ROWS; i++) {
            both.get(0).put(row("IRQ" + (FIRST + told + i), when.plusSeconds(i)));
            both.get(1).put(row("IRQ" + (SECOND + told + i), when.plusSeconds(i)));
        }
        told += ROWS;
    }

    @Override
    public List<Map<String, String>> configurations() {
        return both.stream()
                .map(each -> each.configure(new PollingRig(new AcledConnector(), AcledTask::new))
                        .properties(AcledConnector.class))
                .toList();
    }

    @Override
    public void tellMore() {
        put(clock.instant().plus(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(6));
    }

    @Override
    public int told() {
        return 2 * told;
    }

    @Override
    public boolean isFrom(String sourceId) {
        return sourceId.equals("acled");
    }

    @Override
    public List<FakeSource> servers() {
        return both.stream().map(FakeAcled::source).toList();
    }

    @Override
    public void close() {
        both.forEach(FakeAcled::close);
    }
}
