package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** Times counted from publication: {@code yesterday}, {@code last night}, {@code earlier this month}. */
final class RelativeTimes {

    private static final int FIRST_DAYS = 2;

    private static final Set<String> STARTED = Words.of("this-very");
    private static final Set<String> UNITS = Words.of("units-of-time");
    private static final Set<String> STRETCHES = Words.of("stretches-of-now");
    private static final Set<String> LEADS_TO_MORNING = Words.of("leads-to-morning");
    private static final Set<String> SAYS = Words.of("says");
    private static final Set<String> INTO = Words.of("into");

    private final Reckoning reckoning;
    private final Weekdays weekdays;
    private final Dates dates;

    RelativeTimes(Reckoning reckoning, Weekdays weekdays, Dates dates) {
        this.reckoning = reckoning;
        this.weekdays = weekdays;
        this.dates = dates;
    }

    /** The time that begins at the position. */
    Optional<When> at(Sentence s, int at) {
        LocalDate today = reckoning.today();
        return switch (s.word(at)) {
            case "yesterday" -> Optional.of(Parts.of(s, When.day(today.minusDays(1), at, at + 1)));
            case "today" -> Optional.of(Parts.of(s, When.day(today, at, at + 1)));
            case "tonight" -> Optional.of(When.day(today, at, at + 1).in(PartOfDay.NIGHT, at + 1));
            case "tomorrow" -> Optional.of(toCome(today.plusDays(1), 1, TimePrecision.DAY, at, at + 1));
            case "overnight" -> Optional.of(overnight(s, at));
            case "day", "night", "week" -> beforeLast(s, at);
            case "weekend" -> Optional.of(beforeLast(s, at).orElseGet(() -> weekend(at, at + 1)));
            case "start", "beginning" -> startOfWeek(s, at);
            case "this" -> ofThis(s.word(at + 1), at, at + 2);
            case "last", "past" -> ofLast(s.word(at + 1), at, at + 2);
            case "next" ->
                UNITS.contains(s.word(at + 1))
                                && !(s.word(at - 1).equals("the")
                                        && s.word(at + 1).equals("day"))
                        ? Optional.of(toCome(today, 7, TimePrecision.UNKNOWN, at, at + 2))
                        : Optional.empty();
            case "earlier", "late", "later", "early" -> within(s, at);
            default -> Optional.empty();
        };
    }

    private static When toCome(LocalDate from, int days, TimePrecision precision, int at, int end) {
        return When.of(Use.FUTURE, from, from.plusDays(days), precision, at, end);
    }

    /** The night before the day that is named, or before publication. */
    private When overnight(Sentence s, int at) {
        int next = LEADS_TO_MORNING.contains(s.word(at + 1)) ? at + 2 : at + 1;
        Optional<When> day = weekdays.at(s, next).or(() -> dates.day(s, next));
        LocalDate named = day.or(() -> saidOn(s, at)).map(When::from).orElse(reckoning.today());
        boolean before = INTO.contains(s.word(at + 1)) || day.isEmpty();
        LocalDate evening = before ? named.minusDays(1) : named;
        int end = Parts.throughNight(s, PartOfDay.NIGHT, day.map(When::end).orElse(at + 1));
        return When.moment(evening, evening.plusDays(2), TimePrecision.PART_OF_DAY, at, end)
                .in(PartOfDay.NIGHT, end);
    }

    /** {@code overnight, the government said on Saturday}: the day whose morning it was. */
    private Optional<When> saidOn(Sentence s, int at) {
        for (int says = at + 1; says < s.size(); says++) {
            if (SAYS.contains(s.word(says))) {
                return weekdays.at(s, s.word(says + 1).equals("on") ? says + 2 : says + 1);
            }
        }
        return Optional.empty();
    }

    private Optional<When> ofThis(String unit, int at, int end) {
        LocalDate today = reckoning.today();
        LocalDate tomorrow = reckoning.tomorrow();
        return switch (unit) {
            case "week" -> Optional.of(When.moment(reckoning.monday(), tomorrow, TimePrecision.WEEK, at, end));
            case "weekend" -> Optional.of(weekend(at, end));
            case "month" -> Optional.of(When.moment(today.withDayOfMonth(1), tomorrow, TimePrecision.MONTH, at, end));
            case "year" -> Optional.of(When.year(today.getYear(), at, end));
            default ->
                PartOfDay.named(unit).map(part -> When.day(today, at, end - 1).in(part, end));
        };
    }

    /** {@code the day before yesterday}, {@code the night before last}. */
    private Optional<When> beforeLast(Sentence s, int at) {
        boolean before = s.word(at + 1).equals("before");
        String last = s.word(at + 2);
        LocalDate day = reckoning.today().minusDays(2);
        if (!before || !last.equals(s.word(at).equals("day") ? "yesterday" : "last")) {
            return Optional.empty();
        }
        int end = at + 3;
        return switch (s.word(at)) {
            case "day" -> Optional.of(Parts.of(s, When.day(day, at, end)));
            case "night" -> Optional.of(When.day(day, at, end).in(PartOfDay.NIGHT, end));
            case "week" ->
                ofLast("week", at, end).map(when -> when.within(when.from().minusWeeks(1), when.from()));
            default ->
                ofLast("weekend", at, end)
                        .map(when -> when.within(
                                when.from().minusWeeks(1), when.until().minusWeeks(1)));
        };
    }

    private Optional<When> ofLast(String unit, int at, int end) {
        LocalDate today = reckoning.today();
        LocalDate monday = reckoning.monday();
        return switch (unit) {
            case "night" -> Optional.of(When.day(today.minusDays(1), at, end).in(PartOfDay.NIGHT, end));
            case "evening" -> Optional.of(When.day(today.minusDays(1), at, end).in(PartOfDay.EVENING, end));
            case "week" ->
                Optional.of(When.moment(
                        monday.minusWeeks(1),
                        today.getDayOfWeek() == DayOfWeek.SUNDAY ? today : monday,
                        TimePrecision.WEEK,
                        at,
                        end));
            case "weekend" -> Optional.of(lastWeekend(at, end));
            case "month" -> Optional.of(When.month(YearMonth.from(today).minusMonths(1), at, end));
            case "year" -> Optional.of(When.year(today.getYear() - 1, at, end));
            default -> Optional.empty();
        };
    }

    /** {@code at the start of the week}: its first days. */
    private Optional<When> startOfWeek(Sentence s, int at) {
        int end = at + 4;
        boolean ofWeek = s.word(at + 1).equals("of")
                && STARTED.contains(s.word(at + 2))
                && s.word(end - 1).equals("week");
        LocalDate until = reckoning.monday().plusDays(FIRST_DAYS);
        LocalDate tomorrow = reckoning.tomorrow();
        return ofWeek
                ? Optional.of(When.moment(
                        reckoning.monday(), until.isAfter(tomorrow) ? tomorrow : until, TimePrecision.WEEK, at, end))
                : Optional.empty();
    }

    private When weekend(int at, int end) {
        LocalDate saturday = reckoning.last(DayOfWeek.SATURDAY);
        LocalDate monday = saturday.plusDays(2);
        LocalDate until = monday.isAfter(reckoning.today()) ? reckoning.tomorrow() : monday;
        return When.moment(saturday, until, TimePrecision.DAY, at, end);
    }

    /** The one that is over: of a Saturday, that of the week before. */
    private When lastWeekend(int at, int end) {
        When weekend = weekend(at, end);
        boolean over = weekend.from().plusDays(1).isBefore(reckoning.today());
        return over
                ? weekend
                : weekend.within(weekend.from().minusWeeks(1), weekend.from().minusDays(5));
    }

    /** {@code earlier this month}, {@code late last week}, {@code earlier in the day}, {@code early in the morning}. */
    private Optional<When> within(Sentence s, int at) {
        if (STRETCHES.contains(s.word(at + 1))) {
            return at(s, at + 1).map(when -> Dates.part(s.word(at), when.at(at, when.end())));
        }
        boolean inThe = s.word(at + 1).equals("in") && s.word(at + 2).equals("the");
        if (inThe && s.word(at + 3).equals("week")) {
            return ofThis("week", at, at + 4);
        }
        return inThe
                ? PartOfDay.named(s.word(at + 3))
                        .map(part -> When.day(reckoning.anchor(), at, at + 4).in(part, at + 4))
                : Optional.empty();
    }
}
