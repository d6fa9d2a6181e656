package io.tocsin.connectors.gdelt;

import io.tocsin.avro.Category;
import io.tocsin.avro.Evidence;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.TimePrecision;
import io.tocsin.connectors.mapping.InvalidFieldException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as reports. What it makes depends on the rows and their mentions alone. */
final class GdeltReports {

    static final String SOURCE = "gdelt";

    /** How often what it says holds, unless told otherwise. */
    static final double RELIABILITY = 0.3;

    private static final int MOST_ENTRIES = 50;

    private final double reliability;

    GdeltReports(double reliability) {
        this.reliability = reliability;
    }

    /**
     * What rows say that speak of one thing.
     *
     * @param rows at least one; all of one article, day, place and root code
     */
    Report report(List<EventRow> rows, Mentions mentions, int revision) throws InvalidFieldException {
        List<Long> ids = ids(rows);
        EventRow first = rows.get(0);
        LocalDate day = first.day();
        return new Report(
                SOURCE + ":" + ids.get(0),
                revision,
                ReportStatus.ACTIVE,
                // news: two articles on one event are two reports, which a database would never make
                new Source(SOURCE, SourceKind.NEWS, reliability),
                Origins.of(first.article(), mentions.sources(ids)),
                added(rows),
                null,
                new Occurrence(instant(day), instant(day.plusDays(1)), TimePrecision.DAY),
                category(rows),
                GdeltPlaces.place(first),
                GdeltActors.target(rows).orElse(null),
                GdeltActors.perpetrator(rows).orElse(null),
                null,
                null,
                null,
                Origins.address(first.article())
                        .map(address -> new Evidence(null, address.toString()))
                        .orElse(null),
                new ArrayList<>(codes(rows).map(code -> "cameo-" + code).toList()),
                attributes(rows, ids, mentions));
    }

    private static List<Long> ids(List<EventRow> rows) throws InvalidFieldException {
        List<Long> ids = new ArrayList<>();
        for (EventRow row : rows) {
            ids.add(row.id());
        }
        return ids.stream().sorted().distinct().toList();
    }

    private static Instant added(List<EventRow> rows) throws InvalidFieldException {
        Instant newest = rows.get(0).added();
        for (EventRow row : rows) {
            newest = row.added().isAfter(newest) ? row.added() : newest;
        }
        return newest;
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What most rows say, of those that say what kind of attack it was; where none does, what most rows say. */
    private static Category category(List<EventRow> rows) {
        Map<Category, Integer> votes = new EnumMap<>(Category.class);
        rows.forEach(row -> AttackCodes.category(row).ifPresent(one -> votes.merge(one, 1, Integer::sum)));
        return votes.entrySet().stream()
                .max(Comparator.<Map.Entry<Category, Integer>, Boolean>comparing(
                                vote -> AttackCodes.specific(vote.getKey()))
                        .thenComparing(Map.Entry::getValue)
                        .thenComparing(vote -> -vote.getKey().ordinal()))
                .map(Map.Entry::getKey)
                .orElse(Category.UNKNOWN);
    }

    private static Stream<String> codes(List<EventRow> rows) {
        return rows.stream().map(EventRow::code).distinct().sorted();
    }

    private static Map<String, String> attributes(List<EventRow> rows, List<Long> ids, Mentions mentions) {
        EventRow first = rows.get(0);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("rows", Integer.toString(rows.size()));
        attributes.put("events", joined(ids.stream().map(String::valueOf)));
        attributes.put("mentions", most(rows, EventRow::mentions));
        attributes.put("sources", most(rows, EventRow::sources));
        attributes.put("articles", most(rows, EventRow::articles));
        if (mentions.count(ids) > 0) {
            attributes.put("confidence", Integer.toString(mentions.confidence(ids)));
        }
        put(attributes, "actor1", names(rows, row -> row.actor1().stream()));
        put(attributes, "actor2", names(rows, row -> row.actor2().stream()));
        put(attributes, "place", first.placeName().orElse(""));
        put(attributes, "fips-country", first.fips());
        put(attributes, "adm1", first.adm1());
        put(attributes, "feature", first.featureId());
        return attributes;
    }

    private static String most(List<EventRow> rows, ToIntFunction<EventRow> count) {
        return Integer.toString(rows.stream().mapToInt(count).max().orElse(0));
    }

    private static String names(List<EventRow> rows, Function<EventRow, Stream<String>> actor) {
        return joined(rows.stream().flatMap(actor).distinct().sorted());
    }

    private static String joined(Stream<String> parts) {
        return parts.limit(MOST_ENTRIES).collect(Collectors.joining("; "));
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
