package io.tocsin.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How fast a history that lies in Kafka is worked off. */
final class Throughput {

    /** The share of the reports, one in so many, that is worked off before the time is taken. */
    private static final int WARM_UP = 3;

    private static final Duration START = Duration.ofSeconds(60);

    /**
     * One run.
     *
     * @param perSecond reports, from the first commit seen of the last two thirds to the last
     * @param seconds between the two
     * @param cpuMicros processor time of the whole streams JVM for a report, between the two
     * @param streamMicros of that, in the threads of Kafka Streams, so without compiler, collector and network
     * @param peakRss bytes
     * @param peakHeap bytes
     * @param stateBytes on disk after the end, for a report, each of which is an incident
     * @param sent records sent for a report, by topic
     */
    record Run(
            Contestant contestant,
            int round,
            double perSecond,
            double seconds,
            double cpuMicros,
            double streamMicros,
            long peakRss,
            long peakHeap,
            double stateBytes,
            Map<String, Double> sent)
            implements Measured {

        /** Records sent for a report, in all. */
        double sentInAll() {
            return sent.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private final Settings settings;
    private final Consumer<String> progress;

    Throughput(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Every contestant in every round, in turn. */
    List<Run> measure() {
        List<Run> runs = new ArrayList<>();
        try (Bed bed = Bed.in(settings)) {
            for (int round = 1; round <= settings.rounds(); round++) {
                for (Contestant contestant : settings.contestants()) {
                    runs.add(run(bed, contestant, round, settings.streamsOptions()));
                }
            }
        }
        return runs;
    }

    /** One run, the streams JVM started with these options. */
    Run run(Bed bed, Contestant contestant, int round, List<String> options) {
        Lane lane = bed.lane(contestant, "stream");
        try (Loader loader = Loader.inBulk(lane)) {
            Load load = contestant.load();
            loader.rules(load.rules());
            double bytes = loader.all(load.reports(settings.reports(), settings.seed()));
            progress.accept(String.format("%s, round %d: %.0f bytes a report", contestant.label(), round, bytes));
        }
        Run run;
        try (ChildJvm streams = ChildJvm.start(StreamsProcess.class, options, StreamsProcess.arguments(lane))) {
            streams.await("running", START);
            Watcher watcher = new Watcher(bed, lane, streams, settings.limit(), progress);
            Mark first = watcher.committed(settings.reports() / WARM_UP);
            Mark last = watcher.committed(settings.reports());
            streams.end();
            Map<String, Double> sent = sent(streams.await("sent", START), lane);
            long peakHeap = Long.parseLong(streams.await("heap", START));
            streams.await("closed", START);
            run = run(lane, round, first, last, peakHeap, sent);
        }
        bed.clear(lane);
        progress.accept(String.format("%s, round %d: %.0f reports/s", contestant.label(), round, run.perSecond()));
        return run;
    }

    private Run run(Lane lane, int round, Mark first, Mark last, long peakHeap, Map<String, Double> sent) {
        double seconds = first.seconds(last);
        return new Run(
                lane.contestant(),
                round,
                (last.reports() - first.reports()) / seconds,
                seconds,
                first.cpuMicros(last),
                first.streamMicros(last),
                last.usage().peakResident(),
                peakHeap,
                (double) Bed.stateBytes(lane) / settings.reports(),
                sent);
    }

    private Map<String, Double> sent(String counts, Lane lane) {
        Map<String, Double> sent = new TreeMap<>();
        for (String count : counts.split(" ", -1)) {
            int equals = count.indexOf('=');
            String topic = count.substring(0, equals).substring(lane.prefix().length() + 1);
            sent.put(topic, (double) Long.parseLong(count.substring(equals + 1)) / settings.reports());
        }
        return sent;
    }
}
