package io.tocsin.benchmarks;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Report;
import io.tocsin.avro.TimePrecision;
import io.tocsin.avro.Transition;
import io.tocsin.schemas.serde.AvroSerde;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * How long a live report takes, from the call that sends it to the record that answers it in the hands of a consumer
 * that reads what is committed. Every report is about a site of its own, so that each gives exactly one alert.
 */
final class Latency {

    private static final String RULE = """
            - id: every-attack
              title: Every attack
              per: site
              within: 3d
              levels: [{severity: watch, incidents: 1}]
              quiet: 3d
            """;

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    /**
     * One run.
     *
     * @param answered reports in the measured time, all of which were answered
     * @param senderLateMs by how much the sender was behind its schedule at the most
     */
    record Run(
            Contestant contestant,
            int round,
            int answered,
            double p50Ms,
            double p99Ms,
            double maxMs,
            double senderLateMs)
            implements Measured {}

    private final Settings settings;
    private final Consumer<String> progress;

    Latency(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Every contestant in every round, in turn. */
    List<Run> measure() {
        List<Run> runs = new ArrayList<>();
        try (Bed bed = Bed.in(settings)) {
            for (int round = 1; round <= settings.rounds(); round++) {
                for (Contestant contestant : Contestant.ANSWERING) {
                    runs.add(run(bed, contestant, round));
                }
            }
        }
        return runs;
    }

    private Run run(Bed bed, Contestant contestant, int round) {
        Lane lane = bed.lane(contestant, "wall");
        int reports = settings.rate() * (settings.warmUp() + settings.seconds());
        long[] sentAt = new long[reports];
        Run run;
        try (Loader loader = Loader.live(lane)) {
            loader.rules(RULE);
            try (ChildJvm streams = ChildJvm.start(
                            StreamsProcess.class, settings.streamsOptions(), StreamsProcess.arguments(lane));
                    Answers answers = answers(lane, reports)) {
                streams.await("running", START);
                ReportMaker maker = new ReportMaker(settings.seed());
                loader.send(live(maker, 0));
                answers.awaitFirst(START);
                long latest = send(loader, maker, sentAt);
                long[] answeredAt = answers.await(LAST_ANSWERS);
                run = run(contestant, round, sentAt, answeredAt, latest);
            }
        }
        bed.clear(lane);
        progress.accept(String.format("%s, round %d: p99 %.1f ms", contestant.label(), round, run.p99Ms()));
        return run;
    }

    /** Sends all but the first, which was sent to see whether anybody works. */
    private long send(Loader loader, ReportMaker maker, long[] sentAt) {
        long between = Duration.ofSeconds(1).toNanos() / settings.rate();
        long start = System.nanoTime();
        long latest = 0;
        for (int i = 1; i < sentAt.length; i++) {
            Report report = live(maker, i);
            long due = start + i * between;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            sentAt[i] = System.nanoTime();
            latest = Math.max(latest, sentAt[i] - due);
            loader.send(report);
        }
        loader.flush();
        return latest;
    }

    private static Report live(ReportMaker maker, int number) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Occurrence occurrence = new Occurrence(now.minusSeconds(60), now, TimePrecision.MINUTE);
        return maker.report("live-" + number, new Site(number), occurrence, now);
    }

    private static Answers answers(Lane lane, int reports) {
        return switch (lane.contestant()) {
            case IDENTITY, FLOOR ->
                Answers.read(
                        lane,
                        lane.copies(),
                        AvroSerde.of(Report.class, lane.serdes()),
                        report -> Site.number(report.getId()),
                        reports);
            case FIXED_RULE, TOCSIN, FULL_JOB ->
                Answers.read(
                        lane,
                        lane.topics().alerts().name(),
                        AvroSerde.of(Alert.class, lane.serdes()),
                        Latency::opened,
                        reports);
        };
    }

    private static int opened(Alert alert) {
        if (alert.getTransition() != Transition.OPENED) {
            throw new IllegalStateException("every site has one report, yet an alert says: " + alert.getSentence());
        }
        return Site.number(alert.getScope().getName());
    }

    private Run run(Contestant contestant, int round, long[] sentAt, long[] answeredAt, long latest) {
        int first = Math.max(1, settings.rate() * settings.warmUp());
        long[] nanos = new long[sentAt.length - first];
        Arrays.setAll(nanos, i -> answeredAt[first + i] - sentAt[first + i]);
        Arrays.sort(nanos);
        return new Run(
                contestant,
                round,
                nanos.length,
                percentile(nanos, 50),
                percentile(nanos, 99),
                nanos[nanos.length - 1] / 1e6,
                latest / 1e6);
    }

    /** In milliseconds, of sorted nanoseconds. */
    private static double percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[rank - 1] / 1e6;
    }
}
