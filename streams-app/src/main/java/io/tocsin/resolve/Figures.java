package io.tocsin.resolve;

import io.tocsin.incident.Casualties;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Report;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The casualties that several reports tell of one event. The best figure is the newest authoritative one; low and high
 * span all that stand. A report that is alone is taken at its word.
 */
final class Figures {

    /** A source is an authority on a figure if no other that gives one is more reliable by more than this; with room for rounding. */
    private static final double AUTHORITY = 0.2 + 1e-9;

    private Figures() {}

    /** @param newestFirst the reports, by their publication */
    static Casualties merged(List<Report> newestFirst) {
        return new Casualties(estimate(newestFirst, Casualties::killed), estimate(newestFirst, Casualties::injured));
    }

    private static Estimate estimate(List<Report> newestFirst, Function<Casualties, Estimate> which) {
        List<Report> giving = newestFirst.stream()
                .filter(report -> which.apply(report.casualties()).isKnown())
                .toList();
        List<Estimate> given =
                giving.stream().map(report -> which.apply(report.casualties())).toList();
        if (given.size() < 2) {
            return given.isEmpty() ? Estimate.NONE : given.get(0);
        }
        double mostReliable = giving.stream()
                .mapToDouble(report -> report.source().reliability())
                .max()
                .orElseThrow();
        int newest = IntStream.range(0, giving.size())
                .filter(i -> giving.get(i).source().reliability() >= mostReliable - AUTHORITY)
                .findFirst()
                .orElseThrow();
        return new Estimate(
                given.stream().mapToInt(Figures::lowest).min(),
                OptionalInt.of(given.get(newest).count()),
                given.stream().mapToInt(Figures::highest).max());
    }

    private static int lowest(Estimate estimate) {
        return estimate.low().orElse(estimate.count());
    }

    private static int highest(Estimate estimate) {
        return estimate.high().orElse(estimate.count());
    }
}
