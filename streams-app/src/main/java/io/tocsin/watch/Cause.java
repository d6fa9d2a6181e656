package io.tocsin.watch;

import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What makes the watch look again.
 *
 * @param inWords a clause for people, such as {@code incident inc-1 was taken back}
 * @param reported when the report behind it was published
 * @param received when a connector received that report
 */
public record Cause(String inWords, Optional<Instant> reported, Optional<Instant> received) {

    /** A cause without a report: time passed, or a rule changed. */
    public static Cause of(String inWords) {
        return new Cause(inWords, Optional.empty(), Optional.empty());
    }

    /** A report that changed incidents. */
    public static Cause of(Report report, Collection<IncidentChange> changes) {
        return new Cause(inWords(changes), Optional.of(report.publishedAt()), report.receivedAt());
    }

    /** What became of the incidents that were there before. */
    public static String inWords(Collection<IncidentChange> changes) {
        StringJoiner inWords = new StringJoiner(" and ").setEmptyValue("a report came");
        for (IncidentChange change : changes) {
            if (change.before().isPresent()) {
                inWords.add("incident " + change.id() + what(change));
            }
        }
        return inWords.toString();
    }

    private static String what(IncidentChange change) {
        if (change.after().isPresent()) {
            return " was corrected";
        }
        return change.mergedInto().map(survivor -> " is one with " + survivor).orElse(" was taken back");
    }
}
