package io.tocsin.connectors.cap;

import io.tocsin.avro.Category;
import io.tocsin.avro.Evidence;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Place;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.Source;
import io.tocsin.avro.TimePrecision;
import io.tocsin.connectors.cap.CapMessage.Area;
import io.tocsin.connectors.cap.CapMessage.Info;
import io.tocsin.connectors.cap.EntryReader.Read.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What alerts say, as reports. */
final class CapReports {

    /** An alert that does not tell when it began is about something that happened no longer ago than this. */
    private static final Duration RECENT = Duration.ofHours(6);

    private static final int LONGEST_ATTRIBUTE = 8_000;
    private static final int LONGEST_SUMMARY = 1_000;
    private static final int LONGEST_QUOTE = 8_000;
    private static final int LONGEST_NAME = 512;

    private final Source source;
    private final CapPlaces places;

    CapReports(Source source, CapPlaces places) {
        this.source = source;
        this.places = places;
    }

    /** The id of the report about the chain of messages with this name. */
    String id(String chain) {
        return source.getId() + ":" + chain;
    }

    /**
     * What an alert says now.
     *
     * @param about those of its infos that speak of security, at least one
     */
    Report report(String chain, int revision, Found found, List<Info> about) {
        CapMessage message = found.message();
        Info first = about.get(0);
        Category category = CategoryTable.of(first);
        return new Report(
                id(chain),
                revision,
                ReportStatus.ACTIVE,
                source,
                origins(message, first),
                message.sent(),
                null,
                occurrence(message, first, category),
                category,
                place(message, about),
                null,
                null,
                null,
                null,
                Optional.of(cut(first.headline().orElse(first.event()), LONGEST_SUMMARY))
                        .filter(text -> !text.isBlank())
                        .orElse(null),
                new Evidence(
                        first.description()
                                .map(text -> cut(text, LONGEST_QUOTE))
                                .orElse(null),
                        first.web()
                                .filter(web -> web.startsWith("http"))
                                .or(found::address)
                                .orElse(null)),
                List.of(),
                attributes(message, about, found.document()));
    }

    Place place(CapMessage message, List<Info> about) {
        List<Area> areas = about.stream().flatMap(info -> info.areas().stream()).toList();
        return places.place(message.sender(), areas);
    }

    private static List<String> origins(CapMessage message, Info info) {
        return List.of(cut(info.senderName().orElse(message.sender()), LONGEST_NAME));
    }

    /** A threat is there when it is announced, whatever it is that it announces for later. */
    private static Occurrence occurrence(CapMessage message, Info info, Category category) {
        Instant sent = message.sent();
        Optional<Instant> onset = info.onset().filter(time -> !time.isAfter(sent));
        if (category == Category.THREAT || onset.isPresent()) {
            Instant time = category == Category.THREAT ? sent : onset.orElse(sent);
            return new Occurrence(time, time, TimePrecision.MINUTE);
        }
        return new Occurrence(sent.minus(RECENT), sent, TimePrecision.PART_OF_DAY);
    }

    /**
     * That what was said holds no longer.
     *
     * @param where it was said to have happened: there the retraction is heard
     */
    Report retraction(String chain, int revision, CapMessage why, Whereabouts where) {
        return new Report(
                id(chain),
                revision,
                ReportStatus.RETRACTED,
                source,
                List.of(),
                why.sent(),
                null,
                new Occurrence(why.sent(), why.sent(), TimePrecision.UNKNOWN),
                Category.UNKNOWN,
                where.place(),
                null,
                null,
                null,
                null,
                why.note().map(note -> cut(note, LONGEST_SUMMARY)).orElse(null),
                null,
                List.of(),
                identity(why));
    }

    private static Map<String, String> attributes(CapMessage message, List<Info> about, Optional<byte[]> document) {
        Map<String, String> attributes = new TreeMap<>(identity(message));
        Info first = about.get(0);
        put(attributes, "cap.category", String.join(" ", first.categories()));
        put(attributes, "cap.event", first.event());
        put(attributes, "cap.event-codes", codes(first.eventCodes()));
        put(attributes, "cap.urgency", first.urgency());
        put(attributes, "cap.severity", first.severity());
        put(attributes, "cap.certainty", first.certainty());
        put(attributes, "cap.language", first.language());
        put(attributes, "cap.scope", message.scope());
        first.expires().ifPresent(time -> put(attributes, "cap.expires", time.toString()));
        message.incidents().ifPresent(names -> put(attributes, "cap.incidents", names));
        List<Area> areas = about.stream().flatMap(info -> info.areas().stream()).toList();
        put(
                attributes,
                "cap.areas",
                areas.stream()
                        .flatMap(area -> area.description().stream())
                        .distinct()
                        .collect(Collectors.joining("; ")));
        put(
                attributes,
                "cap.geocodes",
                codes(areas.stream()
                        .flatMap(area -> area.geocodes().stream())
                        .distinct()
                        .toList()));
        document.ifPresent(bytes -> attributes.putAll(Originals.attributes(bytes)));
        return attributes;
    }

    private static Map<String, String> identity(CapMessage message) {
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, "cap.identifier", message.identifier());
        put(attributes, "cap.sender", message.sender());
        put(
                attributes,
                "cap.sent",
                message.sent().truncatedTo(ChronoUnit.MILLIS).toString());
        put(attributes, "cap.message-type", message.type().name().toLowerCase(java.util.Locale.ROOT));
        put(attributes, "cap.signed", String.valueOf(message.signed()));
        return attributes;
    }

    private static String codes(List<CapMessage.Named> codes) {
        return codes.stream().map(code -> code.name() + "=" + code.value()).collect(Collectors.joining(" "));
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, cut(value, LONGEST_ATTRIBUTE));
        }
    }

    private static String cut(String text, int longest) {
        String plain = text.replace("\0", "");
        int end = plain.length() > longest && Character.isHighSurrogate(plain.charAt(longest - 1))
                ? longest - 1
                : longest;
        return plain.substring(0, Math.min(plain.length(), end));
    }
}
