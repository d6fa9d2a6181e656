package io.tocsin.connectors.gdelt;

import static io.tocsin.connectors.gdelt.Rows.attack;
import static io.tocsin.connectors.gdelt.Rows.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Report;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.survival.Survivor;
import io.tocsin.connectors.survival.Verdict;
import io.tocsin.connectors.survival.Way;
import java.util.List;
import java.util.stream.IntStream;

/** GDELT, in trouble with the second of three files that are caught up after an outage. */
public final class GdeltSurvivor extends Survivor {

    private static final String BEFORE = "20260601114500";
    private static final List<String> TIMES = List.of("20260601120000", "20260601121500", "20260601123000");
    private static final String TROUBLED = FakeGdelt.exportPath(TIMES.get(1));
    private static final String ZIP = "application/zip";
    private static final int EVENTS = 5;
    private static final int BOMB = 50_000_000;

    private final FakeGdelt gdelt;
    private int more;

    public GdeltSurvivor() {
        this(new FakeGdelt());
    }

    private GdeltSurvivor(FakeGdelt gdelt) {
        super(new PollingRig(new GdeltConnector(), GdeltTask::new), gdelt.source(), TROUBLED, 0, ZIP);
        this.gdelt = gdelt;
    }

    @Override
    protected void begin() throws InterruptedException {
        gdelt.configure(rig()).with(GdeltPlugin.STEP_SIZE, "2");
        gdelt.publish(BEFORE, attack(1, BEFORE));
        rig().run();
        rig().keep();
        for (int i = 0; i < TIMES.size(); i++) {
            gdelt.publish(TIMES.get(i), file(i), mention(10L * (i + 1), "afp.com", 50));
        }
    }

    /** An event of these cannot be, on a 31st of February. */
    private static String file(int number) {
        long first = 10L * (number + 1);
        Rows[] rows = IntStream.range(0, EVENTS)
                .mapToObj(i -> attack(first + i, TIMES.get(number)).article("http://example.net/" + (first + i)))
                .toArray(Rows[]::new);
        rows[1].day("20260231");
        return Rows.file(rows);
    }

    @Override
    protected int tellMore() {
        more++;
        String time = "202606%02d000000".formatted(1 + more);
        gdelt.publish(time, attack(1_000 + more, time).article("http://example.net/more/" + more));
        return 1;
    }

    @Override
    protected Verdict paging() throws InterruptedException {
        assertThat(names(rig().run())).doesNotHaveDuplicates().hasSize(TIMES.size() * EVENTS);
        return Verdict.told(TIMES.size() * EVENTS);
    }

    @Override
    protected Verdict tokenExpiry() {
        return Verdict.doesNotApply("no login");
    }

    @Override
    protected Verdict corrections() throws InterruptedException {
        List<Report> before = rig().reports(rig().run());
        gdelt.publish("20260601124500", attack(10, TIMES.get(0)).article("http://example.net/10"));

        Report first = before.get(0);
        assertThat(rig().reports(rig().run())).singleElement().satisfies(report -> {
            assertThat(report.getId()).isEqualTo(first.getId());
            assertThat(report.getRevision()).isGreaterThan(first.getRevision());
        });
        return Verdict.told(1);
    }

    @Override
    protected Verdict deletions() {
        return Verdict.doesNotApply("takes nothing back");
    }

    @Override
    protected List<Way> changedSchemas() {
        String line = attack(99, TIMES.get(1)).line();
        return List.of(
                way("changed-schema", FakeGdelt.zipped(line + "\tmore\n")),
                way("changed-schema", FakeGdelt.zipped(line.substring(0, line.lastIndexOf('\t')) + "\n")),
                way("incomplete-body", FakeSource.body(ZIP, FakeGdelt.zipped("another file"))),
                Way.answer(
                        gdelt.source(), FakeGdelt.LIST, 0, "changed-schema", FakeSource.body("text/plain", "moved\n")));
    }

    @Override
    protected List<Way> emptyAnswers() {
        return List.of(way("empty-answer", FakeGdelt.zipped("")), way("not-found", FakeSource.status(404)));
    }

    @Override
    protected List<Way> moreBombs() {
        return List.of(way("too-large", FakeGdelt.zipped(new byte[BOMB])));
    }

    /** The lists name this archive for a while. */
    private Way way(String error, byte[] archive) {
        return new Way(
                error,
                () -> gdelt.replace(TROUBLED, archive),
                () -> gdelt.replace(TROUBLED, FakeGdelt.zipped(file(1))));
    }

    @Override
    protected Verdict externalEntities() {
        return Verdict.doesNotApply("CSV");
    }

    @Override
    public void close() {
        gdelt.close();
    }
}
