package io.tocsin.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What reports cost as a table, with the ratios by which it is judged. */
final class CostSummary {

    private static final double MIB = 1024 * 1024;

    private CostSummary() {}

    /** Every run, then by what lies in the store the median of the ratios of one round. */
    static String text(List<Cost.Run> runs) {
        StringBuilder text = new StringBuilder("\ncost\n");
        text.append(String.format(
                "%-8s %-7s %10s %8s %11s %7s %14s %7s %11s %16s %10s %9s%n",
                "past",
                "round",
                "before",
                "probe",
                "in threads",
                "ratio",
                "CPU us/report",
                "ratio",
                "incidents",
                "state B/incident",
                "unlinked",
                "RSS MiB"));
        for (Cost.Run run : runs) {
            text.append(String.format(
                    "%-8s %-7s %10d %8d %11.1f %7.2f %14.1f %7.2f %11d %16.0f %10d %9.0f%n",
                    run.past().label(),
                    run.round(),
                    run.before(),
                    run.probe(),
                    run.streamMicros(),
                    ratio(run, runs, Cost.Run::streamMicros),
                    run.cpuMicros(),
                    ratio(run, runs, Cost.Run::cpuMicros),
                    run.incidents(),
                    run.stateBytes(),
                    run.unlinked(),
                    run.peakRss() / MIB));
        }
        ratios(runs)
                .forEach((past, ratio) -> text.append(String.format(
                        Locale.ROOT,
                        "ratio %s/empty, in threads, median: %.2f (%s %.0f)%n",
                        past,
                        ratio,
                        ratio <= Cost.MOST ? "at most" : "more than",
                        Cost.MOST)));
        return text.toString();
    }

    /** What a program wants to know, in order. */
    static Map<String, Object> json(Machine machine, Settings settings, List<Cost.Run> runs) {
        Map<String, Object> json = new TreeMap<>();
        json.put("machine", machine);
        json.put("settings", settings.facts());
        json.put("cost", runs);
        json.put("costRatios", ratios(runs));
        return json;
    }

    /** By past, in the threads of Kafka Streams. */
    static Map<String, Double> ratios(List<Cost.Run> runs) {
        Map<String, Double> ratios = new TreeMap<>();
        for (Past past : Past.values()) {
            if (past != Past.EMPTY && runs.stream().anyMatch(run -> run.past() == past)) {
                ratios.put(
                        past.label(),
                        Summary.median(runs.stream()
                                .filter(run -> run.past() == past)
                                .map(run -> ratio(run, runs, Cost.Run::streamMicros))
                                .toList()));
            }
        }
        return ratios;
    }

    /** To what the same costs after an empty past in the same round. */
    private static double ratio(Cost.Run run, List<Cost.Run> runs, ToDoubleFunction<Cost.Run> cost) {
        return cost.applyAsDouble(run)
                / runs.stream()
                        .filter(other -> other.past() == Past.EMPTY && other.round() == run.round())
                        .mapToDouble(cost)
                        .findFirst()
                        .orElseThrow();
    }
}
