package io.tocsin.benchmarks.reading;

import io.tocsin.incident.Estimate;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Report;
import io.tocsin.incident.Target;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.news.tell.Zones;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.Placing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Compares one report with one label. */
final class Judge {

    /** A night that begins on the last day ends before this, the day after. */
    private static final LocalTime NIGHT_IS_OVER = LocalTime.NOON;

    private final PlaceJudge places;
    private final Zones zones = Zones.load();

    Judge(Placing placing) {
        this.places = new PlaceJudge(placing);
    }

    /** What a label and a report must agree in to be about one incident. */
    enum Ground {
        CATEGORY,
        PLACE,
        TIME
    }

    /** Those in which they do not. */
    List<Ground> differences(Label label, Report report) {
        List<Ground> differences = new ArrayList<>();
        if (!label.categories().contains(report.category())) {
            differences.add(Ground.CATEGORY);
        }
        Place placed = places.placed(report.place());
        boolean country = label.country().isEmpty() || label.country().get().equals(placed.country());
        if (!country || !places.compatible(label, placed)) {
            differences.add(Ground.PLACE);
        }
        if (!overlap(label, report.occurrence(), zones.of(placed))) {
            differences.add(Ground.TIME);
        }
        return differences;
    }

    /** The verdict on every field that the label names, and on the credits of its article. */
    Map<Field, Judged> fields(Label label, Report report, List<String> credits) {
        Map<Field, Judged> fields = new EnumMap<>(Field.class);
        Place placed = places.placed(report.place());
        fields.put(
                Field.CATEGORY,
                is(
                        label.categories().contains(report.category()),
                        joined(label.categories().stream().map(c -> c.label()).toList()),
                        report.category().label()));
        where(fields, label, placed);
        when(fields, label, report.occurrence(), zones.of(placed));
        target(fields, label, report);
        numbers(fields, label, report);
        who(fields, label, report, credits);
        return fields;
    }

    private void where(Map<Field, Judged> fields, Label label, Place placed) {
        label.country()
                .ifPresent(country -> fields.put(
                        Field.COUNTRY,
                        placed.country().equals(Place.NOWHERE)
                                ? missing(country)
                                : is(country.equals(placed.country()), country, placed.country())));
        where(fields, Field.PROVINCE, label, PlaceLevel.PROVINCE, placed);
        where(fields, Field.DISTRICT, label, PlaceLevel.DISTRICT, placed);
        where(fields, Field.SITE, label, PlaceLevel.SITE, placed);
    }

    private void where(Map<Field, Judged> fields, Field field, Label label, PlaceLevel level, Place placed) {
        List<String> names = PlaceJudge.names(label, level);
        if (names.isEmpty()) {
            return;
        }
        fields.put(
                field,
                switch (places.agreement(label, level, placed)) {
                    case SAME -> is(true, joined(names), placed.inWords());
                    case COARSER -> new Judged(Verdict.MISSING, joined(names), placed.inWords());
                    case UNDECIDED, ELSEWHERE -> is(false, joined(names), placed.inWords());
                });
    }

    private static boolean overlap(Label label, Occurrence told, ZoneId zone) {
        if (label.days().isEmpty()) {
            return true;
        }
        Instant start = label.days().get().start(zone);
        Instant end = label.days().get().end(zone);
        return told.from().equals(told.until())
                ? !told.from().isBefore(start) && told.from().isBefore(end)
                : told.from().isBefore(end) && told.until().isAfter(start);
    }

    private static void when(Map<Field, Judged> fields, Label label, Occurrence told, ZoneId zone) {
        String got = told.precision() == TimePrecision.UNKNOWN ? "" : inWords(told, zone);
        label.days()
                .ifPresent(days -> fields.put(
                        Field.TIME,
                        told.precision() == TimePrecision.UNKNOWN
                                ? missing(days.toString())
                                : is(within(days, told, zone), days.toString(), got)));
        boolean timed = told.precision() == TimePrecision.MINUTE || told.precision() == TimePrecision.PART_OF_DAY;
        label.part()
                .ifPresent(part -> fields.put(
                        Field.PART,
                        timed
                                ? is(part.covers(told.instant().atZone(zone).toLocalTime()), part.label(), got)
                                : missing(part.label())));
        label.precision()
                .ifPresent(precision -> fields.put(
                        Field.PRECISION,
                        is(
                                precision == told.precision(),
                                precision.name(),
                                told.precision().name())));
    }

    /** Whether it lies within the days, or in the night after the last of them. */
    private static boolean within(Days days, Occurrence told, ZoneId zone) {
        LocalDate from = told.from().atZone(zone).toLocalDate();
        ZonedDateTime until = told.until().atZone(zone);
        Instant end = days.end(zone);
        boolean inTime = !told.until().isAfter(end);
        boolean nightAfter = told.from().isBefore(end)
                && until.toLocalDate().equals(days.until().plusDays(1))
                && until.toLocalTime().isBefore(NIGHT_IS_OVER);
        return !from.isBefore(days.from()) && !from.isAfter(days.until()) && (inTime || nightAfter);
    }

    private static String inWords(Occurrence told, ZoneId zone) {
        return told.from().atZone(zone).toLocalDateTime() + " to "
                + told.until().atZone(zone).toLocalDateTime() + " (" + told.precision() + ")";
    }

    private static void target(Map<Field, Judged> fields, Label label, Report report) {
        if (!label.targets().isEmpty()) {
            String expected =
                    joined(label.targets().stream().map(TargetKind::label).toList());
            fields.put(
                    Field.TARGET,
                    report.target()
                            .filter(target -> target.kind() != TargetKind.UNKNOWN)
                            .map(target -> is(
                                    label.targets().contains(target.kind()),
                                    expected,
                                    target.kind().label()))
                            .orElseGet(() -> missing(expected)));
        }
        text(
                fields,
                Field.AFFILIATION,
                label.affiliations(),
                report.target().flatMap(Target::affiliation).stream().toList());
        if (!label.victims().isEmpty()) {
            List<String> named = new ArrayList<>(report.tags());
            report.target().flatMap(Target::name).ifPresent(named::add);
            Optional.ofNullable(report.attributes().get("victim")).ifPresent(named::add);
            boolean right = label.victims().stream()
                    .anyMatch(victim -> named.stream().anyMatch(text -> Words.hasSurname(victim, text)));
            boolean told = report.attributes().containsKey("victim");
            fields.put(
                    Field.VICTIM,
                    right || told
                            ? is(right, joined(label.victims()), String.join("; ", named))
                            : missing(joined(label.victims())));
        }
    }

    private static void numbers(Map<Field, Judged> fields, Label label, Report report) {
        people(fields, Field.KILLED, label.killed(), report.casualties().killed());
        people(fields, Field.INJURED, label.injured(), report.casualties().injured());
        if (label.quantity().isPresent()) {
            String expected = String.valueOf(label.quantity().getAsInt());
            fields.put(
                    Field.QUANTITY,
                    report.quantity().isPresent()
                            ? is(
                                    report.quantity().equals(label.quantity()),
                                    expected,
                                    String.valueOf(report.quantity().getAsInt()))
                            : missing(expected));
        }
    }

    private static void people(Map<Field, Judged> fields, Field field, OptionalInt expected, Estimate told) {
        if (expected.isEmpty()) {
            return;
        }
        String number = String.valueOf(expected.getAsInt());
        fields.put(
                field,
                told.isKnown()
                        ? is(told.count() == expected.getAsInt(), number, String.valueOf(told.count()))
                        : missing(number));
    }

    private static void who(Map<Field, Judged> fields, Label label, Report report, List<String> credits) {
        text(fields, Field.ORIGIN, label.origins(), report.origins());
        List<String> credited = new ArrayList<>(report.origins());
        Optional.ofNullable(report.attributes().get("wire"))
                .ifPresent(wire -> credited.addAll(List.of(wire.split("; ", -1))));
        text(fields, Field.CREDIT, credits, credited);
        text(
                fields,
                Field.ATTRIBUTION,
                label.attributions(),
                report.perpetrator().map(Perpetrator::name).stream().toList());
        label.attributionKind()
                .ifPresent(kind -> fields.put(
                        Field.ATTRIBUTION_KIND,
                        report.perpetrator()
                                .map(who -> is(
                                        who.attribution() == kind,
                                        kind.name(),
                                        who.attribution().name()))
                                .orElseGet(() -> missing(kind.name()))));
    }

    private static void text(Map<Field, Judged> fields, Field field, List<String> expected, List<String> told) {
        if (expected.isEmpty()) {
            return;
        }
        boolean right = expected.stream().anyMatch(name -> told.stream().anyMatch(text -> Words.sameName(name, text)));
        fields.put(field, told.isEmpty() ? missing(joined(expected)) : is(right, joined(expected), joined(told)));
    }

    private static Judged is(boolean right, String expected, String got) {
        return new Judged(right ? Verdict.RIGHT : Verdict.WRONG, expected, got);
    }

    private static Judged missing(String expected) {
        return new Judged(Verdict.MISSING, expected, "");
    }

    private static String joined(Collection<String> names) {
        return names.stream().collect(Collectors.joining("|"));
    }
}
