package io.tocsin.incident;

import io.tocsin.places.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happened: the reports that speak of one event, resolved into one record.
 *
 * @param revision counts up with every change that is published
 * @param origins the distinct authorities behind it, in order
 * @param confidence 0 to 1, from independent origins
 */
public record Incident(
        String id,
        int revision,
        Occurrence occurrence,
        Category category,
        Place place,
        Optional<Target> target,
        Optional<Perpetrator> perpetrator,
        Casualties casualties,
        OptionalInt quantity,
        Optional<String> summary,
        Optional<Evidence> evidence,
        List<String> tags,
        List<Member> members,
        List<Member> nearMisses,
        List<String> origins,
        double confidence,
        Instant firstReportedAt,
        Instant lastReportedAt) {

    /**
     * A report that the incident is made of, or almost was.
     *
     * @param score sum of the log-likelihood weights that tie it to the incident; 0 for the only member
     * @param reasons the named weights behind the score
     */
    public record Member(ReportId report, int revision, double score, List<String> reasons) {

        public Member {
            reasons = List.copyOf(reasons);
        }
    }

    public Incident {
        tags = List.copyOf(tags);
        members = List.copyOf(members);
        nearMisses = List.copyOf(nearMisses);
        origins = List.copyOf(origins);
        if (members.isEmpty()) {
            throw new InvalidField("members", "an incident has at least one report");
        }
    }

    /** The instant at which it counts. */
    public Instant instant() {
        return occurrence.instant();
    }
}
