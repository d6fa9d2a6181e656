package io.tocsin.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The runs as tables, with the medians by which they are judged. */
final class Summary {

    private static final double MIB = 1024 * 1024;

    private Summary() {}

    /** The median of a contestant's runs. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static String throughput(List<Throughput.Run> runs) {
        StringBuilder text = new StringBuilder("\nthroughput\n");
        text.append(String.format(
                "%-11s %-7s %12s %8s %14s %11s %10s %10s %14s %16s%n",
                "contestant",
                "round",
                "reports/s",
                "seconds",
                "CPU us/report",
                "in threads",
                "RSS MiB",
                "heap MiB",
                "sent/report",
                "state B/incident"));
        runs.forEach(run -> text.append(line(run)));
        for (Contestant contestant : contestants(runs)) {
            text.append(String.format(
                    "%-11s %-7s %12.0f %8.1f %14.1f %11.1f %10.0f %10.0f %14.2f %16.0f%n",
                    contestant.label(),
                    "median",
                    median(runs, contestant, Throughput.Run::perSecond),
                    median(runs, contestant, Throughput.Run::seconds),
                    median(runs, contestant, Throughput.Run::cpuMicros),
                    median(runs, contestant, Throughput.Run::streamMicros),
                    median(runs, contestant, Throughput.Run::peakRss) / MIB,
                    median(runs, contestant, Throughput.Run::peakHeap) / MIB,
                    median(runs, contestant, Throughput.Run::sentInAll),
                    median(runs, contestant, Throughput.Run::stateBytes)));
        }
        runs.stream()
                .filter(run -> run.contestant() == Contestant.TOCSIN)
                .reduce((earlier, later) -> later)
                .ifPresent(run -> run.sent()
                        .forEach((topic, sent) -> text.append(String.format("  sent %6.3f to %s%n", sent, topic))));
        ratios(runs).forEach((pair, ratio) -> text.append(String.format("ratio %s: %.2f%n", pair, ratio)));
        return text.toString();
    }

    static String latency(List<Latency.Run> runs) {
        StringBuilder text = new StringBuilder("\nlatency\n");
        text.append(String.format(
                "%-11s %-7s %9s %9s %9s %9s %16s%n",
                "contestant", "round", "answered", "p50 ms", "p99 ms", "max ms", "sender late ms"));
        runs.forEach(run -> text.append(String.format(
                "%-11s %-7d %9d %9.1f %9.1f %9.1f %16.1f%n",
                run.contestant().label(),
                run.round(),
                run.answered(),
                run.p50Ms(),
                run.p99Ms(),
                run.maxMs(),
                run.senderLateMs())));
        for (Contestant contestant : contestants(runs)) {
            text.append(String.format(
                    "%-11s %-7s %9s %9.1f %9.1f %9.1f%n",
                    contestant.label(),
                    "median",
                    "",
                    median(runs, contestant, Latency.Run::p50Ms),
                    median(runs, contestant, Latency.Run::p99Ms),
                    median(runs, contestant, Latency.Run::maxMs)));
        }
        return text.append(String.format("p99 tocsin - identity: %.1f ms%n", p99Difference(runs)))
                .toString();
    }

    /** What a program wants to know, in order: machine, settings, runs, medians. */
    static Map<String, Object> json(
            Machine machine, Settings settings, List<Throughput.Run> throughput, List<Latency.Run> latency) {
        Map<String, Object> json = new TreeMap<>();
        json.put("machine", machine);
        json.put("settings", settings.facts());
        if (!throughput.isEmpty()) {
            json.put("throughput", throughput);
            json.put("throughputRatios", ratios(throughput));
        }
        if (!latency.isEmpty()) {
            json.put("latency", latency);
            json.put("latencyP99DifferenceMs", p99Difference(latency));
        }
        return json;
    }

    private static String line(Throughput.Run run) {
        return String.format(
                "%-11s %-7d %12.0f %8.1f %14.1f %11.1f %10.0f %10.0f %14.2f %16.0f%n",
                run.contestant().label(),
                run.round(),
                run.perSecond(),
                run.seconds(),
                run.cpuMicros(),
                run.streamMicros(),
                run.peakRss() / MIB,
                run.peakHeap() / MIB,
                run.sentInAll(),
                run.stateBytes());
    }

    /** Of reports a second, every contestant to every one that does less. */
    static Map<String, Double> ratios(List<Throughput.Run> runs) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Contestant more : contestants(runs)) {
            for (Contestant less : contestants(runs)) {
                if (less.compareTo(more) < 0) {
                    ratios.put(
                            more.label() + "/" + less.label(),
                            median(runs, more, Throughput.Run::perSecond)
                                    / median(runs, less, Throughput.Run::perSecond));
                }
            }
        }
        return ratios;
    }

    private static double p99Difference(List<Latency.Run> runs) {
        return median(runs, Contestant.TOCSIN, Latency.Run::p99Ms)
                - median(runs, Contestant.IDENTITY, Latency.Run::p99Ms);
    }

    private static Set<Contestant> contestants(List<? extends Measured> runs) {
        return runs.stream().map(Measured::contestant).collect(Collectors.toCollection(TreeSet::new));
    }

    private static <R extends Measured> double median(List<R> runs, Contestant contestant, ToDoubleFunction<R> value) {
        return median(runs.stream()
                .filter(run -> run.contestant() == contestant)
                .map(value::applyAsDouble)
                .toList());
    }
}
