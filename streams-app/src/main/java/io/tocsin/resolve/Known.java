package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * A report as the resolver remembers it.
 *
 * @param report its winning revision
 * @param firstPublishedAt the earliest publication among all its revisions seen; makes the oldest report of an
 *     incident the one that it is named after, whatever the order of arrival
 * @param announced how many revisions were announced of the incident that is named after this report
 */
public record Known(Report report, Instant firstPublishedAt, int announced) {

    /** Oldest first; the first member of an incident names it. */
    static final Comparator<Known> OLDEST_FIRST =
            Comparator.comparing(Known::firstPublishedAt).thenComparing(Known::id);

    public Known {
        Objects.requireNonNull(report);
        Objects.requireNonNull(firstPublishedAt);
    }

    ReportId id() {
        return report.id();
    }

    Known withAnnounced(int revisions) {
        return new Known(report, firstPublishedAt, revisions);
    }
}
