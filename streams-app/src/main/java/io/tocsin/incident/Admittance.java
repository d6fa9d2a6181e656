package io.tocsin.incident;

import io.tocsin.places.Placing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets reports in: refuses those of the future, and places the others. Thread-safe as far as the placing is. */
public final class Admittance {

    private final Placing placing;
    private final Duration ahead;

    /** @param ahead how far a report may speak of the future: clocks and time zones differ */
    public Admittance(Placing placing, Duration ahead) {
        this.placing = placing;
        this.ahead = ahead;
    }

    /**
     * The report at the place that is meant.
     *
     * @throws InvalidField if it speaks of what lies in the future
     */
    public Report admit(Report report, Instant now) {
        report.requireNotAfter(now, ahead);
        return placed(report);
    }

    /** The report at the place that is meant, whenever it speaks of. */
    public Report placed(Report report) {
        return report.at(placing.place(report.place(), alsoNamed(report)).place());
    }

    /** What else the report names may tell places of one name apart. */
    private static List<String> alsoNamed(Report report) {
        return report.target().flatMap(Target::name).map(List::of).orElse(List.of());
    }
}
