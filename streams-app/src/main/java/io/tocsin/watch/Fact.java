package io.tocsin.watch;

import io.tocsin.incident.Category;
import io.tocsin.incident.Evidence;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Target;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What rules need to know of an incident. Ordered by instant, then incident id.
 *
 * @param at the instant at which it counts
 * @param actor who is said to have done it
 * @param killed best estimate of the dead
 * @param injured best estimate of the wounded
 */
public record Fact(
        String incident,
        Instant at,
        TimePrecision precision,
        Category category,
        Place place,
        TargetKind target,
        Optional<String> affiliation,
        Optional<String> actor,
        int killed,
        int injured,
        List<String> origins,
        double confidence,
        List<String> tags,
        Optional<String> summary,
        Optional<String> url)
        implements Comparable<Fact> {

    private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::at).thenComparing(Fact::incident);

    public Fact {
        origins = List.copyOf(origins);
        tags = List.copyOf(tags);
    }

    /** The facts of an incident. */
    public static Fact of(Incident incident) {
        return new Fact(
                incident.id(),
                incident.instant(),
                incident.occurrence().precision(),
                incident.category(),
                incident.place(),
                incident.target().map(Target::kind).orElse(TargetKind.UNKNOWN),
                incident.target().flatMap(Target::affiliation),
                incident.perpetrator().map(Perpetrator::name),
                incident.casualties().killed().count(),
                incident.casualties().injured().count(),
                incident.origins(),
                incident.confidence(),
                incident.tags(),
                incident.summary(),
                incident.evidence().flatMap(Evidence::url));
    }

    /** Whether this counts at the same instant as the other, and for no fewer origins. */
    boolean adds(Fact other) {
        return at.equals(other.at) && origins.containsAll(other.origins);
    }

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }
}
