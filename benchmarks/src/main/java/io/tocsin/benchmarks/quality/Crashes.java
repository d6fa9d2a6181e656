package io.tocsin.benchmarks.quality;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tocsin.incident.Casualties;
import io.tocsin.incident.Category;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.Source;
import io.tocsin.incident.Target;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The simulated car crashes that come with MELTT, as three databases tell them, each in its own taxonomies. What a
 * crash was is told by the classes that the taxonomies share: the class of car as the target's name, colour and damage
 * as the wording.
 */
final class Crashes {

    private static final List<String> SETS = List.of("crash_data1", "crash_data2", "crash_data3");
    private static final double RELIABILITY = 0.8;
    /** Each database publishes the whole month, a fortnight after the other; the data does not say when. */
    private static final Instant MONTH_OVER = Instant.parse("2012-02-10T00:00:00Z");

    private static final Duration PUBLISHED = Duration.ofDays(14);

    private Crashes() {}

    /**
     * A crash as one database tells it.
     *
     * @param stretch whether it is told as lasting more than a day
     */
    record Crash(Report report, boolean stretch) {}

    static List<Crash> read(Path folder) throws IOException {
        Map<String, String> classes = new HashMap<>();
        for (String taxonomy : List.of("model", "color", "damage")) {
            for (NamedCsvRecord row : rows(folder.resolve("taxonomy_" + taxonomy + "_tax.csv"))) {
                classes.put(
                        taxonomy + row.getField("data.source") + row.getField("base.categories"),
                        String.join(" ", row.getFields().subList(2, row.getFieldCount())));
            }
        }
        List<Crash> crashes = new ArrayList<>();
        for (String set : SETS) {
            for (NamedCsvRecord row : rows(folder.resolve(set + ".csv"))) {
                crashes.add(crash(set, row, classes));
            }
        }
        return crashes;
    }

    private static Crash crash(String set, NamedCsvRecord row, Map<String, String> classes) {
        LocalDate from = LocalDate.parse(row.getField("date"));
        LocalDate until = LocalDate.parse(row.getField("enddate")).plusDays(1);
        String car = classes.get("model" + set + row.getField("model_tax"));
        String looks = classes.get("color" + set + row.getField("color_tax")) + " "
                + classes.get("damage" + set + row.getField("damage_tax"));
        Report report = new Report(
                new ReportId(set, row.getField("event")),
                0,
                false,
                new Source(set, Source.Kind.DATABASE, RELIABILITY),
                List.of(),
                MONTH_OVER.plus(PUBLISHED.multipliedBy(SETS.indexOf(set))),
                Optional.empty(),
                new Occurrence(
                        from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        until.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        TimePrecision.DAY),
                Category.OTHER,
                new Place(
                        "US",
                        Optional.of("Maryland"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Coordinates(
                                Double.parseDouble(row.getField("latitude")),
                                Double.parseDouble(row.getField("longitude")))),
                        PlacePrecision.SITE),
                Optional.of(new Target(TargetKind.TRANSPORT, Optional.of(car), Optional.empty())),
                Optional.empty(),
                Casualties.NONE,
                OptionalInt.empty(),
                Optional.of(looks),
                Optional.empty(),
                List.of(),
                Map.of());
        return new Crash(report, from.plusDays(1).isBefore(until));
    }

    /**
     * The published result, by the rule that gives its counts: at most 4 km and 2 days between the first days, the same
     * class in all three taxonomies, and both told as one day or both as a stretch.
     */
    static double published(Crash one, Crash other) {
        Report here = one.report();
        Report there = other.report();
        Duration apart = Duration.between(
                        here.occurrence().from(), there.occurrence().from())
                .abs();
        boolean same = !here.source().equals(there.source())
                && one.stretch() == other.stretch()
                && apart.toDays() <= 2
                && here.target().equals(there.target())
                && here.summary().equals(there.summary());
        return same ? FixedRule.nearness(here.place(), there.place()) : Double.NEGATIVE_INFINITY;
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
