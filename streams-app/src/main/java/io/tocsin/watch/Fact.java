package io.tocsin.watch;

import io.tocsin.incident.Category;
import io.tocsin.incident.Evidence;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Target;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What rules need to know of an incident. Ordered by instant, then incident id.
 *
 * @param at the instant at which it counts
 * @param span how long the time is in which it may have been
 * @param actor who is said to have done it
 * @param killed best estimate of the dead
 * @param injured best estimate of the wounded
 * @param sources ids of the sources that told of it, in order
 */
public record Fact(
        String incident,
        Instant at,
        Duration span,
        TimePrecision precision,
        Category category,
        Place place,
        TargetKind target,
        Optional<String> affiliation,
        Optional<String> actor,
        int killed,
        int injured,
        List<String> origins,
        List<String> sources,
        double confidence,
        List<String> tags,
        Optional<String> summary,
        Optional<String> url)
        implements Comparable<Fact> {

    private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::at).thenComparing(Fact::incident);

    public Fact {
        origins = List.copyOf(origins);
        sources = List.copyOf(sources);
        tags = List.copyOf(tags);
    }

    /** The facts of an incident. */
    public static Fact of(Incident incident) {
        return new Fact(
                incident.id(),
                incident.instant(),
                Duration.between(
                        incident.occurrence().from(), incident.occurrence().until()),
                incident.occurrence().precision(),
                incident.category(),
                incident.place(),
                incident.target().map(Target::kind).orElse(TargetKind.UNKNOWN),
                incident.target().flatMap(Target::affiliation),
                incident.perpetrator().map(Perpetrator::name),
                incident.casualties().killed().count(),
                incident.casualties().injured().count(),
                incident.origins(),
                sources(incident),
                incident.confidence(),
                incident.tags(),
                incident.summary(),
                incident.evidence().flatMap(Evidence::url));
    }

    private static List<String> sources(Incident incident) {
        List<Incident.Member> members = incident.members();
        return members.size() == 1
                ? List.of(members.get(0).report().source())
                : members.stream()
                        .map(member -> member.report().source())
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** Whether levels that count both count this as they did the other, but for the figures and for more origins. */
    boolean adds(Fact other) {
        return at.equals(other.at)
                && span.equals(other.span)
                && place.precision() == other.place.precision()
                && origins.containsAll(other.origins);
    }

    /** Whether the two say as many dead and wounded and the same origins. */
    boolean sameFigures(Fact other) {
        return killed == other.killed && injured == other.injured && origins.equals(other.origins);
    }

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }
}
