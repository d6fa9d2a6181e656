package io.tocsin.incident;

import io.tocsin.places.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What one source says about one incident. A higher revision replaces a lower one; a retracted one takes it back.
 *
 * @param origins the authorities behind the statement; empty: the source itself
 * @param publishedAt when the source published this revision
 * @param receivedAt when a connector received it
 * @param attributes what else the source says, by name, in order of the names
 */
public record Report(
        ReportId id,
        int revision,
        boolean retracted,
        Source source,
        List<String> origins,
        Instant publishedAt,
        Optional<Instant> receivedAt,
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
        Map<String, String> attributes) {

    public Report {
        if (revision < 0) {
            throw new InvalidField("revision", revision + " is negative");
        }
        Limits.time("publishedAt", publishedAt);
        origins = List.copyOf(origins);
        Limits.entries("origins", origins);
        origins.forEach(origin -> Limits.text("origins", origin, Limits.NAME));
        if (quantity.isPresent() && (quantity.getAsInt() < 0 || quantity.getAsInt() > Limits.PEOPLE)) {
            throw new InvalidField("quantity", quantity.getAsInt() + " is not within 0 to " + Limits.PEOPLE);
        }
        summary.ifPresent(text -> Limits.atMost("summary", text, Limits.SUMMARY));
        tags = List.copyOf(tags);
        Limits.entries("tags", tags);
        tags.forEach(tag -> Limits.text("tags", tag, Limits.NAME));
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        Limits.entries("attributes", attributes.keySet());
        attributes.forEach((name, value) -> {
            Limits.text("attributes", name, Limits.NAME);
            Limits.atMost("attributes." + name, value, Limits.ATTRIBUTE);
        });
    }

    /** The same report, published at another time. */
    public Report withPublishedAt(Instant published) {
        return new Report(
                id,
                revision,
                retracted,
                source,
                origins,
                published,
                receivedAt,
                occurrence,
                category,
                place,
                target,
                perpetrator,
                casualties,
                quantity,
                summary,
                evidence,
                tags,
                attributes);
    }

    /** The same report, received at another time or at none. */
    public Report withReceivedAt(Optional<Instant> received) {
        return new Report(
                id,
                revision,
                retracted,
                source,
                origins,
                publishedAt,
                received,
                occurrence,
                category,
                place,
                target,
                perpetrator,
                casualties,
                quantity,
                summary,
                evidence,
                tags,
                attributes);
    }

    /** The same report, at the place that was found for it. */
    public Report at(Place placed) {
        return new Report(
                id,
                revision,
                retracted,
                source,
                origins,
                publishedAt,
                receivedAt,
                occurrence,
                category,
                placed,
                target,
                perpetrator,
                casualties,
                quantity,
                summary,
                evidence,
                tags,
                attributes);
    }

    /** The distinct authorities behind the statement, the source itself where none is named. */
    public List<String> authorities() {
        return origins.isEmpty() ? List.of(source.id()) : origins;
    }

    /**
     * Refuses what cannot have happened yet.
     *
     * @param ahead how far clocks and time zones may run ahead
     * @throws InvalidField if the report speaks of the future
     */
    public void requireNotAfter(Instant now, Duration ahead) {
        requireNotAfter("occurrence.from", occurrence.from(), now, ahead);
        requireNotAfter("publishedAt", publishedAt, now, ahead);
    }

    private static void requireNotAfter(String field, Instant value, Instant now, Duration ahead) {
        if (value.isAfter(now.plus(ahead))) {
            throw InvalidField.inTheFuture(field, value + " lies in the future (now " + now + ")");
        }
    }
}
