package io.tocsin.cli.terminal;

import io.tocsin.avro.Casualties;
import io.tocsin.avro.Estimate;
import io.tocsin.avro.Incident;
import io.tocsin.avro.Member;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Place;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An incident in words for people, without control characters, in UTC. */
public final class IncidentText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private IncidentText() {}

    /** A table for a line each. */
    public static Table table() {
        return new Table("incident", "when", "what", "killed", "reports", "where");
    }

    /** Adds the incident as a line of the table. */
    public static void addTo(Table table, Incident incident) {
        Estimate killed = incident.getCasualties() == null
                ? null
                : incident.getCasualties().getKilled();
        table.add(
                Console.plain(incident.getId()),
                inWords(incident.getOccurrence()),
                label(incident.getCategory()),
                inWords(killed),
                Integer.toString(incident.getMembers().size()),
                inWords(incident.getPlace()));
    }

    /**
     * All that is known of the incident, a line each.
     *
     * @param actions what operators did about it
     */
    public static List<String> page(Incident incident, List<OperatorAction> actions) {
        List<String> page = new ArrayList<>(facts(incident));
        addTo(page, reports("report", incident.getMembers()));
        if (!incident.getNearMisses().isEmpty()) {
            addTo(page, reports("near miss", incident.getNearMisses()));
        }
        if (!actions.isEmpty()) {
            addTo(page, actions.stream().map(ActionLine::inWords).toList());
        }
        return page;
    }

    private static void addTo(List<String> page, List<String> paragraph) {
        page.add("");
        page.addAll(paragraph);
    }

    private static List<String> facts(Incident incident) {
        Table facts = new Table("incident", Console.plain(incident.getId()) + ", revision " + incident.getRevision());
        facts.add("state", state(incident));
        facts.add("what", what(incident));
        facts.add("where", where(incident.getPlace()));
        facts.add(
                "when",
                inWords(incident.getOccurrence()) + " (known to the "
                        + spaced(incident.getOccurrence().getPrecision()) + ")");
        facts.add("casualties", inWords(incident.getCasualties()));
        facts.add("origins", origins(incident));
        facts.add("reported", stretch(incident.getFirstReportedAt(), incident.getLastReportedAt()));
        if (incident.getSummary() != null) {
            facts.add("summary", Console.plain(incident.getSummary()));
        }
        return facts.lines();
    }

    private static List<String> reports(String heading, List<Member> members) {
        Table table = new Table(heading, "revision", "score", "reasons");
        for (Member member : members) {
            table.add(
                    Console.plain(member.getSourceId() + "/" + member.getReportId()),
                    Integer.toString(member.getRevision()),
                    String.format(Locale.ROOT, "%.1f", member.getScore()),
                    member.getReasons().isEmpty() ? "-" : Console.plain(String.join("; ", member.getReasons())));
        }
        return table.lines();
    }

    private static String state(Incident incident) {
        return switch (incident.getStatus()) {
            case ACTIVE -> "stands";
            case RETRACTED -> "taken back with all its reports; this is how it was last";
            case MERGED ->
                "merged; lives on in " + Console.plain(incident.getMergedInto()) + "; this is how it was last";
        };
    }

    private static String what(Incident incident) {
        StringBuilder what = new StringBuilder(label(incident.getCategory()));
        if (incident.getTarget() != null) {
            what.append(" on ").append(label(incident.getTarget().getKind()));
            Stream.of(incident.getTarget().getName(), incident.getTarget().getAffiliation())
                    .filter(Objects::nonNull)
                    .forEach(part -> what.append(", ").append(Console.plain(part)));
        }
        if (incident.getPerpetrator() != null) {
            what.append("; ")
                    .append(label(incident.getPerpetrator().getAttribution()))
                    .append(": ")
                    .append(Console.plain(incident.getPerpetrator().getName()));
        }
        return what.toString();
    }

    private static String where(Place place) {
        String coordinates = place.getLat() == null || place.getLon() == null
                ? ""
                : String.format(Locale.ROOT, ", %.4f %.4f", place.getLat(), place.getLon());
        return inWords(place) + coordinates + " (known to the " + spaced(place.getPrecision()) + ")";
    }

    private static String inWords(Place place) {
        String names = Stream.of(place.getSite(), place.getDistrict(), place.getProvince(), place.getCountry())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "unknown" : Console.plain(names);
    }

    /** Whole days as days, the last one included; everything else with its minutes. */
    private static String inWords(Occurrence occurrence) {
        OffsetDateTime from = occurrence.getFrom().atOffset(ZoneOffset.UTC);
        OffsetDateTime until = occurrence.getUntil().atOffset(ZoneOffset.UTC);
        boolean wholeDays = from.isBefore(until) && isMidnight(from) && isMidnight(until);
        if (!wholeDays) {
            return stretch(occurrence.getFrom(), occurrence.getUntil());
        }
        String first = from.toLocalDate().toString();
        String last = until.toLocalDate().minusDays(1).toString();
        return first.equals(last) ? first : first + " to " + last;
    }

    private static boolean isMidnight(OffsetDateTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.DAYS));
    }

    private static String stretch(Instant from, Instant until) {
        return from.equals(until) ? minute(from) : minute(from) + " to " + minute(until);
    }

    /** The minute of an instant. */
    static String minute(Instant instant) {
        return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String inWords(Casualties casualties) {
        return casualties == null
                ? "unknown"
                : inWords(casualties.getKilled()) + " killed, " + inWords(casualties.getInjured()) + " injured";
    }

    private static String inWords(Estimate estimate) {
        if (estimate == null) {
            return "?";
        }
        String best = known(estimate.getBest());
        boolean between = !Objects.equals(estimate.getLow(), estimate.getHigh());
        return between ? best + " (" + known(estimate.getLow()) + " to " + known(estimate.getHigh()) + ")" : best;
    }

    private static String known(Integer number) {
        return number == null ? "?" : number.toString();
    }

    private static String origins(Incident incident) {
        return incident.getOriginCount() + ": " + Console.plain(String.join(", ", incident.getOrigins()))
                + String.format(Locale.ROOT, "; confidence %.2f", incident.getConfidence());
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String spaced(Enum<?> value) {
        return label(value).replace('-', ' ');
    }
}
