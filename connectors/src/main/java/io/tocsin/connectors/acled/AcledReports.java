package io.tocsin.connectors.acled;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Casualties;
import io.tocsin.avro.Category;
import io.tocsin.avro.Estimate;
import io.tocsin.avro.Evidence;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Perpetrator;
import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.TimePrecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows as reports. What it makes depends on the row alone. */
final class AcledReports {

    private static final String SOURCE = "acled";
    private static final int MOST_PEOPLE = 10_000_000;
    private static final int LONGEST_QUOTE = 8_000;
    private static final int MOST_ENTRIES = 100;
    private static final List<String> ATTRIBUTES = List.of(
            "event_type",
            "sub_event_type",
            "disorder_type",
            "actor1",
            "assoc_actor_1",
            "actor2",
            "assoc_actor_2",
            "interaction",
            "civilian_targeting",
            "country",
            "admin3",
            "location",
            "source_scale");

    private final double reliability;

    AcledReports(double reliability) {
        this.reliability = reliability;
    }

    static String id(String eventId) {
        return SOURCE + ":" + eventId;
    }

    /** What the row says. What had no violence is no attack: it counts as taken back, for it may have been coded as one before. */
    Report report(AcledRow row) throws InvalidCellException {
        long changed = row.seconds("timestamp");
        EventTable.Meaning meaning = EventTable.of(row.cell("event_type"), row.cell("sub_event_type"));
        return new Report(
                id(row.id()),
                AcledRow.revision(changed),
                meaning.violence() ? ReportStatus.ACTIVE : ReportStatus.RETRACTED,
                source(),
                first(row.list("source")),
                Instant.ofEpochSecond(changed),
                null,
                occurrence(row, changed),
                meaning.category(),
                AcledPlaces.place(row),
                AcledTargets.of(row, meaning).orElse(null),
                perpetrator(row, meaning).orElse(null),
                casualties(row).orElse(null),
                null,
                null,
                row.given("notes")
                        .map(notes -> notes.substring(0, Math.min(notes.length(), LONGEST_QUOTE)))
                        .map(notes -> new Evidence(notes, null))
                        .orElse(null),
                first(tags(row)),
                attributes(row));
    }

    private static Occurrence occurrence(AcledRow row, long changed) throws InvalidCellException {
        return AcledTimes.occurrence(
                row.date(),
                row.whole("time_precision", "occurrence.precision", 1, 3).orElse(0),
                Instant.ofEpochSecond(changed));
    }

    /**
     * That what was said in a country holds no longer.
     *
     * @param country nothing for what lies at sea
     * @param when since when, in seconds since 1970
     */
    Report retraction(String eventId, int revision, long when, Optional<String> country) {
        Instant time = Instant.ofEpochSecond(when);
        return new Report(
                id(eventId),
                revision,
                ReportStatus.RETRACTED,
                source(),
                List.of(),
                time,
                null,
                new Occurrence(time, time, TimePrecision.UNKNOWN),
                Category.UNKNOWN,
                new Place(country.orElse(null), null, null, null, null, null, PlacePrecision.UNKNOWN),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }

    private Source source() {
        return new Source(SOURCE, SourceKind.DATABASE, reliability);
    }

    private static Optional<Perpetrator> perpetrator(AcledRow row, EventTable.Meaning meaning) {
        Optional<Attribution> attribution = meaning.firstActor();
        return attribution.flatMap(how -> row.given("actor1").map(name -> new Perpetrator(name, how)));
    }

    private static Optional<Casualties> casualties(AcledRow row) throws InvalidCellException {
        return row.whole("fatalities", "casualties.killed.best", 0, MOST_PEOPLE)
                .map(dead -> new Casualties(new Estimate(null, dead, null), null));
    }

    private static List<String> tags(AcledRow row) {
        List<String> tags = new ArrayList<>();
        row.given("event_type").map(AcledReports::label).ifPresent(tags::add);
        row.given("sub_event_type").map(AcledReports::label).ifPresent(tags::add);
        tags.addAll(row.list("tags"));
        return tags.stream().distinct().toList();
    }

    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static List<String> first(List<String> entries) {
        return new ArrayList<>(entries.subList(0, Math.min(entries.size(), MOST_ENTRIES)));
    }

    private static Map<String, String> attributes(AcledRow row) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String column : ATTRIBUTES) {
            row.given(column).ifPresent(value -> attributes.put(column.replace('_', '-'), value));
        }
        return attributes;
    }
}
