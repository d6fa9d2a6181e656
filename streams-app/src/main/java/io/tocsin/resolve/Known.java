package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * A report as the resolver remembers it, with what is made ready of it to be compared. Equal to another by what it says.
 * For one thread.
 */
public final class Known {

    /** Oldest first; the first member of an incident names it. */
    static final Comparator<Known> OLDEST_FIRST =
            Comparator.comparing(Known::firstPublishedAt).thenComparing(Known::id);

    private final Told told;
    private final Instant firstPublishedAt;
    private final int announced;

    /**
     * A report of which nothing is made ready yet.
     *
     * @param report its winning revision
     * @param firstPublishedAt the earliest publication among all its revisions seen; makes the oldest report of an
     *     incident the one that it is named after, whatever the order of arrival
     * @param announced how many revisions were announced of the incident that is named after this report
     */
    public Known(Report report, Instant firstPublishedAt, int announced) {
        this(new Told(report), Objects.requireNonNull(firstPublishedAt), announced);
    }

    private Known(Told told, Instant firstPublishedAt, int announced) {
        this.told = told;
        this.firstPublishedAt = firstPublishedAt;
        this.announced = announced;
    }

    /** Its winning revision. */
    public Report report() {
        return told.report();
    }

    /** The earliest publication among all its revisions seen. */
    public Instant firstPublishedAt() {
        return firstPublishedAt;
    }

    /** How many revisions were announced of the incident that is named after it. */
    public int announced() {
        return announced;
    }

    Told told() {
        return told;
    }

    ReportId id() {
        return report().id();
    }

    Known withAnnounced(int revisions) {
        return new Known(told, firstPublishedAt, revisions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Known known
                && announced == known.announced
                && firstPublishedAt.equals(known.firstPublishedAt)
                && report().equals(known.report());
    }

    @Override
    public int hashCode() {
        return Objects.hash(report(), firstPublishedAt, announced);
    }

    @Override
    public String toString() {
        return report() + ", first published " + firstPublishedAt + ", announced " + announced + " times";
    }
}
