package io.tocsin.benchmarks;

import io.tocsin.avro.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one report costs, by what lies in the store. In every run a fresh JVM works off a past, then the same warm-up,
 * rests, and works off the same probe, of which alone the processor time is measured. The runs have had as many reports
 * before; they differ in where and when the past happened.
 */
final class Cost {

    /** What a report may cost, as a multiple of what it costs on an empty store. */
    static final double MOST = 2;

    private static final Duration START = Duration.ofSeconds(60);

    /**
     * One run.
     *
     * @param before reports that were worked off before the probe
     * @param probe reports that were measured
     * @param streamMicros processor time for a report of the probe in the threads of Kafka Streams
     * @param cpuMicros that of the whole streams JVM
     * @param seconds that the probe took
     * @param incidents that stand after the end, those of past and warm-up included
     * @param stateBytes on disk after the end, for an incident
     * @param unlinked reports that ran into a bound and were linked to none, in the warm-up and in the probe
     * @param peakRss bytes
     */
    record Run(
            Past past,
            int round,
            int before,
            int probe,
            double streamMicros,
            double cpuMicros,
            double seconds,
            int incidents,
            double stateBytes,
            long unlinked,
            long peakRss) {}

    private final Settings settings;
    private final CostReports reports;
    private final Set<Past> pasts;
    private final Consumer<String> progress;

    /** @param pasts the empty one among them, to which the others are compared */
    Cost(Settings settings, CostReports reports, Set<Past> pasts, Consumer<String> progress) {
        if (!pasts.contains(Past.EMPTY)) {
            throw new IllegalArgumentException("pasts " + pasts + " cannot be compared without empty; add it");
        }
        this.settings = settings;
        this.reports = reports;
        this.pasts = pasts;
        this.progress = progress;
    }

    /** Every past in every round, in turn. */
    List<Run> measure() {
        List<Run> runs = new ArrayList<>();
        try (Bed bed = Bed.in(settings)) {
            for (int round = 1; round <= settings.rounds(); round++) {
                for (Past past : pasts) {
                    runs.add(run(bed, past, round));
                }
            }
        }
        return runs;
    }

    private Run run(Bed bed, Past past, int round) {
        Lane lane = bed.lane(Contestant.TOCSIN, "wall");
        Consumer<String> say = text -> progress.accept(String.format("%s, round %d: %s", past.label(), round, text));
        Run run;
        try (Loader loader = Loader.inBulk(lane)) {
            loader.rules(Load.ONE_DATABASE.rules());
            loader.all(reports.past(past));
            say.accept(String.format("%,d reports of the past are loaded", reports.pastReports()));
            try (ChildJvm streams =
                    ChildJvm.start(StreamsProcess.class, settings.streamsOptions(), StreamsProcess.arguments(lane))) {
                streams.await("running", START);
                Stages stages = new Stages(loader, new Watcher(bed, lane, streams, settings.limit(), say));
                stages.watcher().committed(reports.pastReports());
                say.accept("the past is worked off");
                stages.next(reports.warmUp(), reports.pastReports() + reports.warmUpReports());
                Mark before = stages.next(reports.introduction(), reports.before());
                say.accept("warm and at rest; the probe begins");
                loader.all(reports.probe());
                Mark after = stages.watcher().settled(reports.total());
                streams.end();
                long unlinked = Long.parseLong(streams.await("unlinked", START));
                streams.await("closed", START);
                run = run(lane, past, round, before, after, unlinked);
            }
        }
        bed.clear(lane);
        say.accept(String.format("%.0f us a report", run.streamMicros()));
        return run;
    }

    /** One after the other: each stage begins when nothing of the one before is left to do. */
    private record Stages(Loader loader, Watcher watcher) {

        Mark next(Iterator<Report> stage, long reports) {
            loader.all(stage);
            return watcher.atRest(reports);
        }
    }

    private Run run(Lane lane, Past past, int round, Mark before, Mark after, long unlinked) {
        int incidents = IncidentCount.of(lane, settings.limit());
        return new Run(
                past,
                round,
                reports.before(),
                reports.probeReports(),
                before.streamMicros(after),
                before.cpuMicros(after),
                before.seconds(after),
                incidents,
                (double) Bed.stateBytes(lane) / incidents,
                unlinked,
                after.usage().peakResident());
    }
}
