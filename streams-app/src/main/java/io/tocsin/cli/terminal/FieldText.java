package io.tocsin.cli.terminal;

import io.tocsin.avro.Casualties;
import io.tocsin.avro.Category;
import io.tocsin.avro.Estimate;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Perpetrator;
import io.tocsin.avro.Place;
import io.tocsin.avro.Target;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that reports and incidents share, in words for people, without control characters, in UTC. */
public final class FieldText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private FieldText() {}

    /** What was done to whom, and who is said to have done it. Target and perpetrator may be null. */
    public static String what(Category category, Target target, Perpetrator perpetrator) {
        StringBuilder what = new StringBuilder(label(category));
        if (target != null) {
            what.append(" on ").append(target(target));
        }
        if (perpetrator != null) {
            what.append("; ").append(who(perpetrator));
        }
        return what.toString();
    }

    /** What or who was attacked. */
    public static String target(Target target) {
        return Stream.of(label(target.getKind()), target.getName(), target.getAffiliation())
                .filter(Objects::nonNull)
                .map(Console::plain)
                .collect(Collectors.joining(", "));
    }

    /** Who is said to have done it. */
    public static String who(Perpetrator perpetrator) {
        return label(perpetrator.getAttribution()) + ": " + Console.plain(perpetrator.getName());
    }

    /** When it happened, and how closely that is known. */
    public static String when(Occurrence occurrence) {
        return days(occurrence) + " (known to the " + spaced(occurrence.getPrecision()) + ")";
    }

    /** Where it happened, and how closely that is known. */
    public static String where(Place place) {
        String coordinates = place.getLat() == null || place.getLon() == null
                ? ""
                : String.format(Locale.ROOT, ", %.4f %.4f", place.getLat(), place.getLon());
        return names(place) + coordinates + " (known to the " + spaced(place.getPrecision()) + ")";
    }

    /** The names of a place, the finest first. */
    public static String names(Place place) {
        String names = Stream.of(place.getSite(), place.getDistrict(), place.getProvince(), place.getCountry())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "unknown" : Console.plain(names);
    }

    /** Whole days as days, the last one included; everything else with its minutes. */
    public static String days(Occurrence occurrence) {
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

    static String stretch(Instant from, Instant until) {
        return from.equals(until) ? minute(from) : minute(from) + " to " + minute(until);
    }

    /** The minute of an instant. */
    static String minute(Instant instant) {
        return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The people harmed; null: unknown. */
    public static String harmed(Casualties casualties) {
        return casualties == null
                ? "unknown"
                : number(casualties.getKilled()) + " killed, " + number(casualties.getInjured()) + " injured";
    }

    static String number(Estimate estimate) {
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

    /** A constant as the JSON form spells it. */
    public static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String spaced(Enum<?> value) {
        return label(value).replace('-', ' ');
    }
}
