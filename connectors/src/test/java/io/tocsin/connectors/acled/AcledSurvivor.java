package io.tocsin.connectors.acled;

import static io.tocsin.connectors.acled.FakeAcled.ROWS;
import static io.tocsin.connectors.acled.FakeAcled.row;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.SetClock;
import io.tocsin.connectors.survival.Survivor;
import io.tocsin.connectors.survival.Verdict;
import io.tocsin.connectors.survival.Way;
import java.time.Duration;
import java.util.List;

/** ACLED, in trouble on the second page of rows. */
public final class AcledSurvivor extends Survivor {

    private static final int EVENTS = 8;

    private final SetClock theirs;
    private final FakeAcled acled;
    private int told = EVENTS;

    public AcledSurvivor() {
        this(new SetClock(NOW));
    }

    private AcledSurvivor(SetClock theirs) {
        this(theirs, new FakeAcled(theirs));
    }

    private AcledSurvivor(SetClock theirs, FakeAcled acled) {
        super(new PollingRig(new AcledConnector(), AcledTask::new), acled.source(), ROWS, 1, "application/json");
        this.theirs = theirs;
        this.acled = acled;
    }

    @Override
    protected void begin() {
        acled.configure(rig());
        fill();
    }

    private void fill() {
        for (int i = 1; i <= EVENTS; i++) {
            acled.put(row("IRQ" + i, NOW.minus(Duration.ofDays(3)).plusSeconds(i)));
        }
        acled.put(row("IRQ0", NOW.minus(Duration.ofDays(3))).put("event_date", "2026-02-31"));
    }

    @Override
    protected int tellMore() {
        theirs.advance(Duration.ofHours(6));
        told++;
        acled.put(row("IRQ" + told, theirs.instant().minus(Duration.ofHours(1))));
        return 1;
    }

    @Override
    protected Verdict paging() throws InterruptedException {
        assertThat(names(rig().run())).doesNotHaveDuplicates().hasSize(EVENTS + 1);
        assertThat(acled.source().asked(ROWS)).hasSizeGreaterThan(2);
        return Verdict.told(EVENTS + 1);
    }

    @Override
    protected Verdict tokenExpiry() throws InterruptedException {
        Answer expired = (asked, exchange) -> {
            acled.expireTokens();
            FakeSource.status(401).to(asked, exchange);
        };
        Answer allExpired = (asked, exchange) -> {
            acled.expireRefreshTokens();
            expired.to(asked, exchange);
        };
        return survives(List.of(way("", expired), way("", allExpired)));
    }

    @Override
    protected Verdict corrections() throws InterruptedException {
        rig().run();
        theirs.advance(Duration.ofHours(6));
        acled.put(row("IRQ2", NOW.plusSeconds(60)).put("fatalities", "5"));

        assertThat(rig().reports(rig().run())).singleElement().satisfies(report -> {
            assertThat(report.getId()).isEqualTo("acled:IRQ2");
            assertThat(report.getCasualties().getKilled().getBest()).isEqualTo(5);
        });
        return Verdict.told(1);
    }

    @Override
    protected Verdict deletions() throws InterruptedException {
        rig().run();
        theirs.advance(Duration.ofHours(6));
        acled.delete("IRQ1", NOW.plusSeconds(30));

        // one where it was, and one where it would be if the country were not known
        assertThat(names(rig().run())).hasSize(2).allMatch(name -> name.matches("acled:IRQ1 .* RETRACTED"));
        return Verdict.told(1);
    }

    @Override
    protected List<Way> changedSchemas() {
        return List.of(
                way("changed-schema", FakeSource.json("{\"success\": true, \"rows\": []}")),
                way("changed-schema", FakeSource.json("{\"success\": true, \"data\": [{\"event_id\": 1}]}")),
                way("changed-schema", FakeSource.json("<html>")),
                way("incomplete-body", FakeSource.json("{\"success\": true, \"data\": [{\"event_")),
                way("refused", FakeSource.json("{\"success\": false, \"error\": \"quota\"}")));
    }

    @Override
    protected List<Way> emptyAnswers() {
        return List.of(new Way("empty-answer", acled::loseAllRows, this::fill));
    }

    @Override
    protected Verdict externalEntities() {
        return Verdict.doesNotApply("JSON");
    }

    @Override
    public void close() {
        acled.close();
    }
}
