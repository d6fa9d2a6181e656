package io.tocsin.connectors.alertmanager;

import io.tocsin.avro.Alert;
import io.tocsin.avro.AlertIncident;
import io.tocsin.avro.Handling;
import io.tocsin.avro.Remark;
import io.tocsin.avro.TimePrecision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Alertmanagers pass on to people about an alert. */
final class Annotations {

    private static final int LONGEST = 4096;
    private static final int MOST_INCIDENTS = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT);

    private Annotations() {}

    /** Those of the alert as it stands after the transition; what does not apply is left out. */
    static Map<String, String> of(Alert alert) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("summary", alert.getSentence());
        all.put("description", description(alert.getIncidents()));
        all.put("title", alert.getRule().getTitle());
        all.put("scope_name", alert.getScope().getName());
        all.put("transition", kebab(alert.getTransition()));
        all.put("reason", alert.getReason());
        all.put("level", alert.getLevel());
        all.put("incidents", alert.getCounts().getIncidents());
        all.put("killed", alert.getCounts().getKilled());
        all.put("injured", alert.getCounts().getInjured());
        all.put("announced", alert.getTimes().getAnnounced());
        all.put("links", links(alert.getIncidents()));
        all.put(
                "handled",
                Optional.ofNullable(alert.getHandling())
                        .map(Annotations::handled)
                        .orElse(null));
        all.put("runbook_url", alert.getRunbook());
        Map<String, String> texts = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            String text = Objects.toString(value, "");
            if (!text.isBlank()) {
                texts.put(name, Texts.cut(text, LONGEST));
            }
        });
        return texts;
    }

    private static String description(List<AlertIncident> incidents) {
        return newestFirst(incidents).stream().map(Annotations::line).collect(Collectors.joining("\n"));
    }

    private static List<AlertIncident> newestFirst(List<AlertIncident> oldestFirst) {
        List<AlertIncident> newest = new ArrayList<>();
        for (int i = oldestFirst.size() - 1; i >= 0 && newest.size() < MOST_INCIDENTS; i--) {
            newest.add(oldestFirst.get(i));
        }
        return newest;
    }

    private static String line(AlertIncident incident) {
        StringBuilder line = new StringBuilder(time(incident.getAt(), incident.getPrecision()))
                .append(' ')
                .append(kebab(incident.getCategory()));
        append(line, ", ", incident.getPlace(), "");
        append(line, ": ", incident.getSummary(), "");
        append(line, " (", String.join(", ", incident.getOrigins()), ")");
        return line.toString();
    }

    private static void append(StringBuilder line, String before, String text, String after) {
        if (text != null && !text.isBlank()) {
            line.append(before).append(text).append(after);
        }
    }

    private static String time(Instant at, TimePrecision precision) {
        boolean close = precision == TimePrecision.MINUTE || precision == TimePrecision.PART_OF_DAY;
        return (close ? MINUTE : DAY).format(at.atZone(ZoneOffset.UTC));
    }

    private static String links(List<AlertIncident> incidents) {
        return newestFirst(incidents).stream()
                .map(AlertIncident::getUrl)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String handled(Handling handling) {
        List<String> deeds = new ArrayList<>();
        deed("acknowledged", handling.getAcknowledged()).ifPresent(deeds::add);
        deed("muted until " + handling.getMutedUntil(), handling.getMuted()).ifPresent(deeds::add);
        deed("called a false alarm", handling.getFalseAlarm()).ifPresent(deeds::add);
        handling.getNotes().forEach(note -> deed("noted", note).ifPresent(deeds::add));
        return String.join("\n", deeds);
    }

    private static Optional<String> deed(String what, Remark remark) {
        return Optional.ofNullable(remark)
                .map(said -> what + " by " + said.getWho() + " at " + said.getWhen()
                        + (said.getWhy() == null ? "" : ": " + said.getWhy()));
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
