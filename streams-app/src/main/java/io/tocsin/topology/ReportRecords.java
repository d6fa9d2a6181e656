package io.tocsin.topology;

import io.tocsin.avro.ReportStatus;
import io.tocsin.incident.Casualties;
import io.tocsin.incident.Category;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Evidence;
import io.tocsin.incident.InvalidField;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.Source;
import io.tocsin.incident.Target;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reports between their Avro record and the domain. */
public final class ReportRecords {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private ReportRecords() {}

    /**
     * The report that the record holds.
     *
     * @throws InvalidField if a value breaks a constraint
     */
    public static Report report(io.tocsin.avro.Report from) {
        Source source = source(from.getSource());
        return new Report(
                new ReportId(source.id(), from.getId()),
                from.getRevision(),
                from.getStatus() == ReportStatus.RETRACTED,
                source,
                from.getOrigins(),
                from.getPublishedAt(),
                Optional.ofNullable(from.getReceivedAt()),
                new Occurrence(
                        from.getOccurrence().getFrom(),
                        from.getOccurrence().getUntil(),
                        TimePrecision.valueOf(
                                from.getOccurrence().getPrecision().name())),
                Category.valueOf(from.getCategory().name()),
                place(from.getPlace()),
                Optional.ofNullable(from.getTarget()).map(ReportRecords::target),
                Optional.ofNullable(from.getPerpetrator()).map(ReportRecords::perpetrator),
                casualties(from.getCasualties()),
                number(from.getQuantity()),
                Optional.ofNullable(from.getSummary()),
                Optional.ofNullable(from.getEvidence())
                        .map(e -> new Evidence(Optional.ofNullable(e.getQuote()), Optional.ofNullable(e.getUrl()))),
                from.getTags(),
                from.getAttributes());
    }

    /** The record of the report. */
    public static io.tocsin.avro.Report record(Report from) {
        return new io.tocsin.avro.Report(
                from.id().id(),
                from.revision(),
                from.retracted() ? ReportStatus.RETRACTED : ReportStatus.ACTIVE,
                record(from.source()),
                from.origins(),
                from.publishedAt(),
                from.receivedAt().orElse(null),
                record(from.occurrence()),
                io.tocsin.avro.Category.valueOf(from.category().name()),
                record(from.place()),
                from.target().map(ReportRecords::record).orElse(null),
                from.perpetrator().map(ReportRecords::record).orElse(null),
                record(from.casualties()),
                boxed(from.quantity()),
                from.summary().orElse(null),
                from.evidence().map(ReportRecords::record).orElse(null),
                from.tags(),
                from.attributes());
    }

    static Source source(io.tocsin.avro.Source from) {
        return new Source(from.getId(), Source.Kind.valueOf(from.getKind().name()), from.getReliability());
    }

    static io.tocsin.avro.Source record(Source from) {
        return new io.tocsin.avro.Source(
                from.id(), io.tocsin.avro.SourceKind.valueOf(from.kind().name()), from.reliability());
    }

    static io.tocsin.avro.Occurrence record(Occurrence from) {
        return new io.tocsin.avro.Occurrence(
                from.from(),
                from.until(),
                io.tocsin.avro.TimePrecision.valueOf(from.precision().name()));
    }

    static io.tocsin.avro.Place record(Place from) {
        return new io.tocsin.avro.Place(
                from.country().equals(Place.NOWHERE) ? null : from.country(),
                from.province().orElse(null),
                from.district().orElse(null),
                from.site().orElse(null),
                from.coordinates().map(Coordinates::lat).orElse(null),
                from.coordinates().map(Coordinates::lon).orElse(null),
                io.tocsin.avro.PlacePrecision.valueOf(from.precision().name()));
    }

    static io.tocsin.avro.Target record(Target from) {
        return new io.tocsin.avro.Target(
                io.tocsin.avro.TargetKind.valueOf(from.kind().name()),
                from.name().orElse(null),
                from.affiliation().orElse(null));
    }

    static io.tocsin.avro.Perpetrator record(Perpetrator from) {
        return new io.tocsin.avro.Perpetrator(
                from.name(),
                io.tocsin.avro.Attribution.valueOf(from.attribution().name()));
    }

    static io.tocsin.avro.Casualties record(Casualties from) {
        return from.killed().isKnown() || from.injured().isKnown()
                ? new io.tocsin.avro.Casualties(record(from.killed()), record(from.injured()))
                : null;
    }

    static io.tocsin.avro.Evidence record(Evidence from) {
        return new io.tocsin.avro.Evidence(from.quote().orElse(null), from.url().orElse(null));
    }

    static Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static io.tocsin.avro.Estimate record(Estimate from) {
        return from.isKnown()
                ? new io.tocsin.avro.Estimate(boxed(from.low()), boxed(from.best()), boxed(from.high()))
                : null;
    }

    private static Place place(io.tocsin.avro.Place from) {
        String country = from.getCountry() == null ? Place.NOWHERE : from.getCountry();
        if (!COUNTRY.matcher(country).matches()) {
            throw new InvalidField("place.country", "\"" + country + "\" is no ISO 3166-1 alpha-2 code in upper case");
        }
        return new Place(
                country,
                name("place.province", from.getProvince()),
                name("place.district", from.getDistrict()),
                name("place.site", from.getSite()),
                coordinates(from.getLat(), from.getLon()),
                PlacePrecision.valueOf(from.getPrecision().name()));
    }

    private static Optional<String> name(String field, String name) {
        if (name != null && (name.length() > Place.LONGEST_NAME || name.indexOf('\0') >= 0)) {
            throw new InvalidField(field, "is longer than " + Place.LONGEST_NAME + " characters or contains a NUL");
        }
        return Optional.ofNullable(name).filter(n -> !n.isBlank());
    }

    private static Optional<Coordinates> coordinates(Double lat, Double lon) {
        if (lat == null && lon == null) {
            return Optional.empty();
        }
        if (lat == null || lon == null) {
            throw new InvalidField(lat == null ? "place.lat" : "place.lon", "is missing beside the other coordinate");
        }
        try {
            return Optional.of(new Coordinates(lat, lon));
        } catch (IllegalArgumentException e) {
            throw new InvalidField("place." + e.getMessage().substring(0, 3), e.getMessage());
        }
    }

    private static Target target(io.tocsin.avro.Target from) {
        return new Target(
                TargetKind.valueOf(from.getKind().name()),
                Optional.ofNullable(from.getName()),
                Optional.ofNullable(from.getAffiliation()));
    }

    private static Perpetrator perpetrator(io.tocsin.avro.Perpetrator from) {
        return new Perpetrator(
                from.getName(),
                Perpetrator.Attribution.valueOf(from.getAttribution().name()));
    }

    private static Casualties casualties(io.tocsin.avro.Casualties from) {
        return from == null ? Casualties.NONE : new Casualties(estimate(from.getKilled()), estimate(from.getInjured()));
    }

    private static Estimate estimate(io.tocsin.avro.Estimate from) {
        return from == null
                ? Estimate.NONE
                : new Estimate(number(from.getLow()), number(from.getBest()), number(from.getHigh()));
    }

    private static OptionalInt number(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
