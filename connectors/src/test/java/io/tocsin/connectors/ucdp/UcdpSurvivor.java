package io.tocsin.connectors.ucdp;

import static io.tocsin.connectors.ucdp.FakeUcdp.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.survival.Survivor;
import io.tocsin.connectors.survival.Verdict;
import io.tocsin.connectors.survival.Way;
import java.util.List;
import java.util.stream.IntStream;

/** UCDP, in trouble on the second page of a yearly release. */
public final class UcdpSurvivor extends Survivor {

    private static final String YEARLY = "25.1";
    private static final int EVENTS = 7;

    private final FakeUcdp ucdp;
    private Version next = new Version(25, 0).firstCandidate();
    private int told = EVENTS;

    public UcdpSurvivor() {
        this(new FakeUcdp());
    }

    private UcdpSurvivor(FakeUcdp ucdp) {
        // the first page is asked for twice: to see whether there is a release, and for its rows
        super(
                new PollingRig(new UcdpConnector(), UcdpTask::new),
                ucdp.source(),
                FakeUcdp.path(YEARLY),
                2,
                "application/json");
        this.ucdp = ucdp;
    }

    @Override
    protected void begin() {
        ucdp.configure(rig());
        ucdp.release(YEARLY, rows(1, EVENTS));
    }

    private static ObjectNode[] rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(FakeUcdp::row).toArray(ObjectNode[]::new);
    }

    @Override
    protected int tellMore() {
        told++;
        ucdp.release(next.toString(), row(told));
        next = next.next();
        return 1;
    }

    @Override
    protected Verdict paging() throws InterruptedException {
        assertThat(names(rig().run())).doesNotHaveDuplicates().hasSize(EVENTS);
        assertThat(ucdp.source().asked(FakeUcdp.path(YEARLY))).hasSizeGreaterThan(2);
        return Verdict.told(EVENTS);
    }

    @Override
    protected Verdict tokenExpiry() throws InterruptedException {
        return survives(List.of(way("unauthorized", FakeSource.status(401))));
    }

    @Override
    protected Verdict corrections() throws InterruptedException {
        int before = rig().reports(rig().run()).get(0).getRevision();
        ObjectNode[] rows = rows(1, EVENTS);
        rows[0].put("best", 7);
        ucdp.release("26.1", rows);

        assertThat(rig().reports(rig().run())).hasSize(EVENTS).first().satisfies(report -> {
            assertThat(report.getCasualties().getKilled().getBest()).isEqualTo(7);
            assertThat(report.getRevision()).isGreaterThan(before);
        });
        return Verdict.told(EVENTS);
    }

    @Override
    protected Verdict deletions() throws InterruptedException {
        rig().run();
        ucdp.release("26.1", rows(2, EVENTS));

        assertThat(names(rig().run()))
                .filteredOn(name -> name.endsWith("RETRACTED"))
                .singleElement()
                .asString()
                .startsWith("ucdp:1 ");
        return Verdict.told(1);
    }

    @Override
    protected List<Way> changedSchemas() {
        ObjectNode row = row(4);
        row.remove("date_prec");
        return List.of(
                way("changed-schema", FakeSource.json("{\"rows\": []}")),
                way(
                        "changed-schema",
                        FakeSource.json(
                                "{\"TotalCount\": %d, \"TotalPages\": 3, \"Result\": [%s]}".formatted(EVENTS, row))),
                way("incomplete-body", FakeSource.json("{\"Result\": [")));
    }

    @Override
    protected List<Way> emptyAnswers() {
        return List.of(way("empty-answer", FakeSource.json("{\"TotalCount\": 7, \"Result\": []}")));
    }

    @Override
    protected Verdict externalEntities() {
        return Verdict.doesNotApply("JSON");
    }

    @Override
    public void close() {
        ucdp.close();
    }
}
