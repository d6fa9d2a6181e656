package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.Notice;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds times, as papers mean them: a weekday is the nearest one that has passed, the day of publication included; a
 * month without a year is the nearest that has begun; a part of a day belongs to the day before it.
 */
public final class TimeFinder {

    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Map<String, Month> MONTHS = months();

    private static final Map<String, PartOfDay> PARTS = Map.ofEntries(
            Map.entry("night", PartOfDay.NIGHT),
            Map.entry("evening", PartOfDay.EVENING),
            Map.entry("dusk", PartOfDay.EVENING),
            Map.entry("sunset", PartOfDay.EVENING),
            Map.entry("afternoon", PartOfDay.AFTERNOON),
            Map.entry("morning", PartOfDay.MORNING),
            Map.entry("dawn", PartOfDay.EARLY));

    private static final Set<String> BEFORE_MONTHS = Words.of("before-months");
    private static final Set<String> STRETCHES = Set.of("recent", "past", "last", "previous", "coming", "next");
    private static final Set<String> UNITS =
            Set.of("days", "weeks", "months", "years", "hours", "decade", "day", "week", "month", "year");
    private static final Set<String> PERIOD_WORDS =
            Set.of("since", "between", "from", "until", "over", "during", "throughout");

    private static final int SAID_WITHIN = 4;
    private static final int ISO_DATE = 10;
    private static final Set<String> SAYS = Words.of("saying-then");

    private final LocalDate today;
    private final List<Notice> notices = new ArrayList<>();
    private LocalDate told;
    private LocalDate anchor;

    /**
     * Counts from a day.
     *
     * @param today the day of publication where the article's country lies
     */
    public TimeFinder(LocalDate today) {
        this.today = today;
        this.anchor = today;
    }

    /** What could not be right in the times so far. */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** From now on "that day" and "two days earlier" are counted from this day. */
    public void tellOf(LocalDate day) {
        told = day;
    }

    /** The times that the sentence names, in order. Sentences are asked in the order of the text. */
    public List<When> find(Sentence sentence) {
        anchor = told == null ? anchor : told;
        List<When> found = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            Optional<When> when = at(sentence, at);
            if (when.isPresent()) {
                boolean toCome =
                        when.get().use() == Use.MOMENT && when.get().from().isAfter(today.plusDays(1));
                When next = toCome
                        ? when.get().as(Use.FUTURE)
                        : isSaid(sentence, when.get()) ? when.get().as(Use.SAID) : when.get();
                found.add(next);
                at = next.end() - 1;
                boolean moment = next.use() == Use.MOMENT || next.use() == Use.SAID;
                anchor = moment && next.isOfDay() ? next.from() : anchor;
            }
        }
        return withYears(sentence, withClocks(sentence, found));
    }

    /** Whether the time is that of a word of saying before it: {@code the ministry said on Friday}. */
    private static boolean isSaid(Sentence s, When when) {
        if (when.use() != Use.MOMENT || !when.isOfDay()) {
            return false;
        }
        for (int back = 1; back <= SAID_WITHIN; back++) {
            String word = s.word(when.at() - back);
            if (SAYS.contains(word)) {
                return true;
            }
            if (word.isEmpty() || word.equals(",") || word.equals("that") || word.equals("\"")) {
                return false;
            }
        }
        return false;
    }

    private Optional<When> at(Sentence sentence, int at) {
        return period(sentence, at)
                .or(() -> weekday(sentence, at))
                .or(() -> date(sentence, at))
                .or(() -> month(sentence, at))
                .or(() -> relative(sentence, at))
                .or(() -> ago(sentence, at))
                .or(() -> year(sentence, at));
    }

    private Optional<When> period(Sentence s, int at) {
        String word = s.word(at);
        if ((word.equals("in")
                || word.equals("over")
                || word.equals("within")
                || word.equals("for")
                || word.equals("during"))) {
            int next = s.word(at + 1).equals("the") ? at + 2 : at + 1;
            Optional<Figure> count = Numbers.at(s, next);
            boolean many = s.word(next).equals("as");
            if (STRETCHES.contains(s.word(next))) {
                int unit = Numbers.at(s, next + 1).map(Figure::until).orElse(next + 1);
                boolean lasts = s.word(next).equals("recent") || !s.word(unit).endsWith("k") || unit > next + 1;
                if (UNITS.contains(s.word(unit)) && lasts) {
                    return Optional.of(stretch(at, unit + 1));
                }
            } else if (count.isPresent()
                    && UNITS.contains(s.word(count.get().until()))
                    && !s.word(count.get().until() + 1).equals("ago")) {
                return Optional.of(stretch(at, count.get().until() + 1));
            } else if (many && s.word(next + 1).equals("many") && UNITS.contains(s.word(next + 2))) {
                return Optional.of(stretch(at, next + 3));
            } else if (word.equals("for") && UNITS.contains(s.word(at + 1))) {
                return Optional.of(stretch(at, at + 2));
            }
        }
        if (word.equals("so") && s.word(at + 1).equals("far")) {
            int end = s.word(at + 2).equals("this") ? at + 4 : at + 2;
            return Optional.of(stretch(at, Math.min(end, s.size())));
        }
        if (word.equals("in")
                && (s.word(at + 1).equals("that") || s.word(at + 1).equals("the"))) {
            boolean same = s.word(at + 2).equals("same");
            int noun = same ? at + 3 : at + 2;
            boolean stretch = (same || s.word(at + 1).equals("that"))
                    && (s.word(noun).equals("time") || s.word(noun).equals("period"));
            if (stretch) {
                return Optional.of(stretch(at, noun + 1));
            }
        }
        if (PERIOD_WORDS.contains(word)) {
            Optional<When> bounded = bounded(s, at);
            return word.equals("since") ? bounded.or(() -> Optional.of(stretch(at, at + 1))) : bounded;
        }
        return Optional.empty();
    }

    private When stretch(int at, int end) {
        return When.of(Use.PERIOD, today.minusDays(30), today.plusDays(1), TimePrecision.UNKNOWN, at, end);
    }

    /** Since a time; between or from one to another. */
    private Optional<When> bounded(Sentence s, int at) {
        String word = s.word(at);
        int next = at + 1;
        while (Set.of("the", "end", "start", "beginning", "of", "at", "least").contains(s.word(next))) {
            next++;
        }
        Optional<When> first = atom(s, next);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int end = first.get().end();
        boolean two = word.equals("between") || word.equals("from");
        if (two && Set.of("and", "to", "until", "through").contains(s.word(end))) {
            int second = end + 1;
            while (Set.of("the", "end", "start", "beginning", "of").contains(s.word(second))) {
                second++;
            }
            Optional<When> last = atom(s, second);
            Optional<Figure> day = Numbers.at(s, second);
            int until = last.map(When::end).or(() -> day.map(Figure::until)).orElse(end);
            return Optional.of(stretch(at, until));
        }
        return two || word.equals("over") || word.equals("during") ? Optional.empty() : Optional.of(stretch(at, end));
    }

    private Optional<When> atom(Sentence s, int at) {
        return weekday(s, at)
                .or(() -> date(s, at))
                .or(() -> month(s, at))
                .or(() -> ago(s, at))
                .or(() -> relative(s, at))
                .or(() -> Numbers.year(s, at).map(year -> ofYear(year, at, at + 1)));
    }

    private Optional<When> weekday(Sentence s, int at) {
        boolean early = s.word(at).equals("early") && !s.word(at + 1).equals("in");
        boolean late = s.word(at).equals("late") || s.word(at).equals("later");
        int day = early || late ? at + 1 : at;
        if ((early || late) && s.word(day).equals("on")) {
            day++;
        }
        boolean last = s.word(day).equals("last") || s.word(day).equals("previous");
        boolean next = s.word(day).equals("next") || s.word(day).equals("coming");
        if (last || next || s.word(day).equals("this") || s.word(day).equals("past")) {
            day++;
        }
        DayOfWeek weekday = s.isCapital(day) ? WEEKDAYS.get(s.word(day)) : null;
        if (weekday == null) {
            return Optional.empty();
        }
        LocalDate nearest = today.with(TemporalAdjusters.previousOrSame(weekday));
        LocalDate date = last && nearest.equals(today) ? nearest.minusWeeks(1) : nearest;
        Optional<When> dated = weekdayAndDate(s, at, day, weekday);
        if (dated.isPresent()) {
            return dated;
        }
        When when = When.day(date, at, day + 1);
        if (next) {
            return Optional.of(when.as(Use.FUTURE));
        }
        return Optional.of(inPart(s, when, early, late));
    }

    /** {@code Tuesday, May 3}: the date counts; the weekday may be wrong. */
    private Optional<When> weekdayAndDate(Sentence s, int at, int day, DayOfWeek weekday) {
        int next = day + 1;
        Optional<PartOfDay> part = Optional.ofNullable(PARTS.get(s.word(next)));
        if (part.isPresent()) {
            next++;
        }
        if (s.word(next).equals(",") || s.word(next).equals("(")) {
            next++;
        }
        int begin = s.word(next).equals("the") || s.word(next).equals("on") ? next + 1 : next;
        Optional<When> dated = date(s, begin);
        if (dated.isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = dated.get().from();
        if (date.getDayOfWeek() != weekday) {
            notices.add(new Notice(
                    s.span(at, dated.get().end()),
                    date + " was a " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            + ", not a " + weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            + "; the date was taken"));
        }
        When when = dated.get().at(at, dated.get().end());
        return Optional.of(part.map(found -> when.in(found, when.end())).orElse(when));
    }

    private static When inPart(Sentence s, When when, boolean early, boolean late) {
        PartOfDay part = PARTS.get(s.word(when.end()));
        if (part != null) {
            boolean small = early && (part == PartOfDay.MORNING || part == PartOfDay.EARLY);
            return when.in(small ? PartOfDay.EARLY : part, when.end() + 1);
        }
        if (s.word(when.end()).equals("before") && s.word(when.end() + 1).equals("dawn")) {
            return when.in(PartOfDay.EARLY, when.end() + 2);
        }
        if (s.word(when.end()).equals("midnight")) {
            return when.in(PartOfDay.NIGHT, when.end() + 1);
        }
        return early ? when.in(PartOfDay.EARLY, when.end()) : late ? when.in(PartOfDay.NIGHT, when.end()) : when;
    }

    private Optional<When> date(Sentence s, int at) {
        return iso(s, at).or(() -> dayAndMonth(s, at)).or(() -> monthAndDay(s, at));
    }

    /** {@code 2020-08-20}, however many tokens it is. */
    private static Optional<When> iso(Sentence s, int at) {
        StringBuilder text = new StringBuilder();
        int end = at;
        while (end < s.size() && text.length() < ISO_DATE && isIso(s.text(end))) {
            text.append(s.text(end));
            end++;
        }
        if (text.length() != ISO_DATE || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(When.day(LocalDate.parse(text), at, end));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isIso(String text) {
        return text.chars().allMatch(character -> character == '-' || (character >= '0' && character <= '9'));
    }

    private Optional<When> dayAndMonth(Sentence s, int at) {
        Optional<Integer> day = day(s, at);
        int next = s.word(at + 1).equals("of") ? at + 2 : at + 1;
        Month month = month(s, next, true);
        return day.isPresent() && month != null ? dated(s, month, day.get(), at, next + 1) : Optional.empty();
    }

    private Optional<When> monthAndDay(Sentence s, int at) {
        Month month = month(s, at, true);
        int dot = s.word(at + 1).equals(".") ? at + 2 : at + 1;
        int next = s.word(dot).equals("the") ? dot + 1 : dot;
        Optional<Integer> day = month == null ? Optional.empty() : day(s, next);
        return day.isPresent() ? dated(s, month, day.get(), at, next + 1) : Optional.empty();
    }

    private Optional<When> dated(Sentence s, Month month, int day, int at, int end) {
        int next = s.word(end).equals(",") ? end + 1 : end;
        Optional<Integer> year = Numbers.year(s, next);
        try {
            if (year.isPresent()) {
                return Optional.of(
                        inPart(s, When.day(LocalDate.of(year.get(), month, day), at, next + 1), false, false));
            }
            if (s.word(end).equals("last") && s.word(end + 1).equals("year")) {
                return Optional.of(When.day(LocalDate.of(today.getYear() - 1, month, day), at, end + 2));
            }
            return Optional.of(inPart(s, When.day(past(month, day), at, end), false, false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last such day; by the clock of the place it may be tomorrow. */
    private LocalDate past(Month month, int day) {
        LocalDate tomorrow = today.plusDays(1);
        MonthDay date = MonthDay.of(month, day);
        boolean begun = date.isValidYear(tomorrow.getYear())
                && !date.atYear(tomorrow.getYear()).isAfter(tomorrow);
        return LocalDate.of(begun ? tomorrow.getYear() : tomorrow.getYear() - 1, month, day);
    }

    private static Optional<Integer> day(Sentence s, int at) {
        Optional<Integer> figure = s.text(at).length() <= 2
                ? Numbers.at(s, at)
                        .filter(number -> Character.isDigit(s.text(at).charAt(0)))
                        .map(Figure::value)
                : Numbers.ordinal(s, at);
        return figure.filter(day -> day >= 1 && day <= 31);
    }

    private static Month month(Sentence s, int at, boolean besideDay) {
        Month month = s.isCapital(at) ? MONTHS.get(s.word(at)) : null;
        boolean word = month == Month.MAY || month == Month.MARCH;
        boolean surely = besideDay
                || !word
                || BEFORE_MONTHS.contains(s.word(at - 1))
                || Numbers.year(s, at + 1).isPresent();
        return surely ? month : null;
    }

    private Optional<When> month(Sentence s, int at) {
        int first = at;
        while (Set.of("early", "mid", "late", "last", "this", "previous", "earlier", "in", "the")
                        .contains(s.word(first))
                && first < at + 3) {
            first++;
        }
        Month month = month(s, first, false);
        if (month == null || (first > at && !s.word(at).matches("early|mid|late|last|this|previous"))) {
            return Optional.empty();
        }
        boolean last = s.word(first - 1).equals("last") || s.word(first - 1).equals("previous");
        int end = first + 1;
        int of = s.word(end).equals("of") || s.word(end).equals(",") ? end + 1 : end;
        Optional<Integer> year = Numbers.year(s, of);
        if (year.isPresent()) {
            return Optional.of(month(YearMonth.of(year.get(), month), at, of + 1));
        }
        if (s.word(of).equals("last") && s.word(of + 1).equals("year")) {
            return Optional.of(month(YearMonth.of(today.getYear() - 1, month), at, of + 2));
        }
        if (s.word(of).equals("this") && s.word(of + 1).equals("year")) {
            return Optional.of(month(YearMonth.of(today.getYear(), month), at, of + 2));
        }
        return Optional.of(month(past(month, last), at, end));
    }

    private YearMonth past(Month month, boolean last) {
        YearMonth now = YearMonth.from(today);
        YearMonth inYear = YearMonth.of(today.getYear(), month);
        boolean future = inYear.isAfter(now) || (last && inYear.equals(now));
        return future ? inYear.minusYears(1) : inYear;
    }

    private static When month(YearMonth month, int at, int end) {
        return When.moment(month.atDay(1), month.plusMonths(1).atDay(1), TimePrecision.MONTH, at, end);
    }

    private Optional<When> relative(Sentence s, int at) {
        String word = s.word(at);
        String next = s.word(at + 1);
        String third = s.word(at + 2);
        PartOfDay nextPart = PARTS.get(next);
        return switch (word) {
            case "yesterday" -> Optional.of(inPart(s, When.day(today.minusDays(1), at, at + 1), false, false));
            case "today" -> Optional.of(When.day(today, at, at + 1));
            case "tonight" -> Optional.of(When.day(today, at, at + 1).in(PartOfDay.NIGHT, at + 1));
            case "overnight" -> Optional.of(overnight(s, at));
            case "this" ->
                nextPart != null
                        ? Optional.of(When.day(today, at, at + 1).in(nextPart, at + 2))
                        : thisStretch(next, at, at + 2);
            case "last", "past" -> lastStretch(next, at, at + 2);
            case "earlier", "late", "later", "early" -> within(s, at);
            case "weekend" -> Optional.of(weekend(at, at + 1));
            case "in", "at", "before", "after" -> partOfAnchor(s, at);
            case "night" ->
                told != null
                                && s.word(at - 1).equals("the")
                                && (next.equals("after") || next.equals("before") || next.equals("of"))
                        ? Optional.of(When.day(anchor, at, at + 1).in(PartOfDay.NIGHT, at + 1))
                        : Optional.empty();
            case "that" ->
                next.equals("day")
                        ? Optional.of(When.day(anchor, at, at + 2))
                        : nextPart == null
                                ? Optional.empty()
                                : Optional.of(When.day(anchor, at, at + 2).in(nextPart, at + 2));
            case "hours", "minutes" ->
                Set.of("later", "earlier", "before", "after").contains(next)
                        ? Optional.of(
                                When.day(anchor, at, at + (next.equals("later") || next.equals("earlier") ? 2 : 1)))
                        : Optional.empty();
            case "previous", "same", "following" -> following(word, next, at, at + 2);
            case "day" -> third.isEmpty() ? Optional.empty() : dayBefore(s, at);
            case "next" ->
                UNITS.contains(next)
                        ? Optional.of(When.of(Use.FUTURE, today, today.plusDays(7), TimePrecision.UNKNOWN, at, at + 2))
                        : Optional.empty();
            case "tomorrow" ->
                Optional.of(When.of(Use.FUTURE, today.plusDays(1), today.plusDays(2), TimePrecision.DAY, at, at + 1));
            default -> Optional.empty();
        };
    }

    /** {@code in the afternoon}, {@code at dusk}, {@code in the early hours of Saturday}: of the day that was told of last. */
    private Optional<When> partOfAnchor(Sentence s, int at) {
        int next = s.word(at + 1).equals("the") ? at + 2 : at + 1;
        if (s.word(next).equals("early") && s.word(next + 1).equals("hours")) {
            int of = s.word(next + 2).equals("of") ? next + 3 : next + 2;
            int day = s.word(of).equals("the") ? of + 1 : of;
            Optional<When> named = weekday(s, day).or(() -> date(s, day)).or(() -> relative(s, day));
            LocalDate date = named.map(When::from).orElse(anchor);
            int end = named.map(When::end).orElse(next + 2);
            return Optional.of(When.day(date, at, end).in(PartOfDay.EARLY, end));
        }
        boolean midnight = s.word(next).equals("midnight");
        boolean noon = s.word(next).equals("noon") || s.word(next).equals("midday");
        PartOfDay part = midnight ? PartOfDay.NIGHT : noon ? PartOfDay.AFTERNOON : PARTS.get(s.word(next));
        boolean same = s.word(next).equals("same")
                || (s.word(next).equals("roughly") && s.word(next + 1).equals("the"));
        if (same && s.word(at).equals("at")) {
            return Optional.of(When.day(anchor, at, Math.min(next + 2, s.size())));
        }
        boolean led = s.word(at).equals("in")
                ? next == at + 2
                : s.word(at).equals("at")
                        || midnight
                        || s.word(next).equals("dawn")
                        || s.word(next).equals("dusk");
        if (part == null || !led) {
            return Optional.empty();
        }
        int on = s.word(next + 1).equals("on") ? next + 2 : next + 1;
        Optional<When> day = weekday(s, on).or(() -> date(s, on));
        LocalDate date = day.map(When::from).orElse(anchor);
        int end = day.map(When::end).orElse(next + 1);
        return Optional.of(When.day(date, at, end).in(part, end));
    }

    /** The night before the day that is named, or before publication. */
    private When overnight(Sentence s, int at) {
        int next = Set.of("on", "into", "to").contains(s.word(at + 1)) ? at + 2 : at + 1;
        Optional<When> day = weekday(s, next).or(() -> date(s, next));
        LocalDate morning = day.map(When::from).orElse(today);
        boolean into = s.word(at + 1).equals("into") || s.word(at + 1).equals("to") || day.isEmpty();
        LocalDate evening = into ? morning.minusDays(1) : morning;
        return When.moment(
                        evening,
                        evening.plusDays(2),
                        TimePrecision.PART_OF_DAY,
                        at,
                        day.map(When::end).orElse(at + 1))
                .in(PartOfDay.NIGHT, day.map(When::end).orElse(at + 1));
    }

    private Optional<When> thisStretch(String unit, int at, int end) {
        return switch (unit) {
            case "week" -> Optional.of(When.moment(monday(), today.plusDays(1), TimePrecision.WEEK, at, end));
            case "weekend" -> Optional.of(weekend(at, end));
            case "month" ->
                Optional.of(When.moment(today.withDayOfMonth(1), today.plusDays(1), TimePrecision.MONTH, at, end));
            case "year" -> Optional.of(ofYear(today.getYear(), at, end));
            default -> Optional.empty();
        };
    }

    private Optional<When> lastStretch(String unit, int at, int end) {
        return switch (unit) {
            case "night" -> Optional.of(When.day(today.minusDays(1), at, end).in(PartOfDay.NIGHT, end));
            case "week" -> Optional.of(When.moment(monday().minusWeeks(1), monday(), TimePrecision.WEEK, at, end));
            case "weekend" -> Optional.of(weekend(at, end));
            case "month" -> Optional.of(month(YearMonth.from(today).minusMonths(1), at, end));
            case "year" -> Optional.of(ofYear(today.getYear() - 1, at, end));
            default -> Optional.empty();
        };
    }

    /** {@code earlier this month}, {@code late last week}, {@code earlier in the day}, {@code early in the morning}. */
    private Optional<When> within(Sentence s, int at) {
        String next = s.word(at + 1);
        if (next.equals("this") || next.equals("last")) {
            return relative(s, at + 1).map(when -> when.at(at, when.end()));
        }
        if (next.equals("today") || next.equals("yesterday")) {
            return relative(s, at + 1).map(when -> when.at(at, when.end()));
        }
        if (next.equals("in") && s.word(at + 2).equals("the") && PARTS.containsKey(s.word(at + 3))) {
            return Optional.of(When.day(anchor, at, at + 4).in(PARTS.get(s.word(at + 3)), at + 4));
        }
        return Optional.empty();
    }

    private When weekend(int at, int end) {
        LocalDate saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        LocalDate until = saturday.plusDays(2).isAfter(today) ? today.plusDays(1) : saturday.plusDays(2);
        return When.moment(saturday, until, TimePrecision.DAY, at, end);
    }

    private Optional<When> following(String word, String unit, int at, int end) {
        int days = word.equals("previous") ? -1 : word.equals("following") ? 1 : 0;
        return switch (unit) {
            case "day" -> Optional.of(When.day(anchor.plusDays(days), at, end));
            case "night", "evening", "morning", "afternoon" ->
                Optional.of(When.day(anchor.plusDays(days), at, end).in(PARTS.get(unit), end));
            default -> Optional.empty();
        };
    }

    private Optional<When> dayBefore(Sentence s, int at) {
        String next = s.word(at + 1);
        boolean article = s.word(at - 1).equals("a")
                || s.word(at - 1).equals("the")
                || s.word(at - 1).equals("one");
        if (!article) {
            return Optional.empty();
        }
        boolean named = s.word(at - 1).equals("the");
        return switch (next) {
            case "earlier", "before" -> Optional.of(When.day(anchor.minusDays(1), at - 1, at + 2));
            case "later" -> Optional.of(When.day(anchor.plusDays(1), at - 1, at + 2));
            case "after" -> named ? Optional.empty() : Optional.of(When.day(anchor.minusDays(1), at - 1, at + 2));
            default -> Optional.empty();
        };
    }

    /** {@code two days ago}, counted from publication; {@code three days earlier}, counted from what was told last. */
    private Optional<When> ago(Sentence s, int at) {
        boolean article = s.word(at).equals("a") || s.word(at).equals("an");
        Optional<Figure> count = article ? Optional.of(new Figure(1, at, at + 1)) : Numbers.at(s, at);
        if (count.isEmpty() || count.get().value() > 10_000) {
            return Optional.empty();
        }
        int unit = count.get().until();
        String way = s.word(unit + 1);
        boolean ago = way.equals("ago");
        boolean back = way.equals("earlier") || way.equals("before") || way.equals("after");
        boolean clause = way.equals("after")
                && s.tokens().size() > unit + 2
                && s.tokens().get(unit + 2).isWord();
        boolean on = way.equals("later") || (way.equals("after") && !clause);
        if (!ago && !back) {
            return Optional.empty();
        }
        LocalDate base = ago ? today : anchor;
        int sign = on ? 1 : -1;
        int n = count.get().value() * sign;
        int end = unit + 2;
        return switch (s.word(unit)) {
            case "hour", "hours", "minutes" -> Optional.of(When.day(base, at, end));
            case "day", "days" -> Optional.of(When.day(base.plusDays(n), at, end));
            case "week", "weeks" -> Optional.of(around(base.plusWeeks(n), 3, TimePrecision.WEEK, at, end));
            case "month", "months" -> Optional.of(month(YearMonth.from(base.plusMonths(n)), at, end));
            case "year", "years" -> Optional.of(ofYear(base.plusYears(n).getYear(), at, end));
            default -> Optional.empty();
        };
    }

    private When around(LocalDate day, int days, TimePrecision precision, int at, int end) {
        LocalDate until = day.plusDays(days + 1L);
        return When.moment(
                day.minusDays(days), until.isAfter(today.plusDays(1)) ? today.plusDays(1) : until, precision, at, end);
    }

    private Optional<When> year(Sentence s, int at) {
        boolean led = Set.of(
                        "in", "since", "the", "of", "during", "from", "by", "a", "until", "'s", "early", "late", "(")
                .contains(s.word(at - 1));
        return led ? Numbers.year(s, at).map(year -> ofYear(year, at, at + 1)) : Optional.empty();
    }

    private static When ofYear(int year, int at, int end) {
        return When.of(Use.YEAR, Year.of(year).atDay(1), Year.of(year + 1).atDay(1), TimePrecision.UNKNOWN, at, end);
    }

    private LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** A month after a year in one sentence is that year's: {@code Last year … following the killing last January}. */
    private List<When> withYears(Sentence s, List<When> whens) {
        List<When> dated = new ArrayList<>();
        LocalDate year = null;
        for (When when : whens) {
            if (when.use() == Use.YEAR) {
                year = when.from();
            }
            boolean unsaid = Numbers.year(s, when.end() - 1).isEmpty();
            boolean month = when.precision() == TimePrecision.MONTH && MONTHS.containsKey(s.word(when.end() - 1));
            dated.add(
                    year != null && month && unsaid
                            ? month(YearMonth.of(year.getYear(), when.from().getMonth()), when.at(), when.end())
                            : when);
        }
        return dated;
    }

    private List<When> withClocks(Sentence sentence, List<When> whens) {
        List<When> clocked = new ArrayList<>(whens);
        if (whens.stream().noneMatch(when -> when.use() == Use.MOMENT && when.isOfDay())) {
            Clock.all(sentence).stream()
                    .findFirst()
                    .ifPresent(clock -> clocked.add(
                            When.day(anchor, clock.at(), clock.end()).at(clock.time(), clock.zone())));
            return clocked;
        }
        for (Clock clock : Clock.all(sentence)) {
            int nearest = -1;
            for (int i = 0; i < clocked.size(); i++) {
                When when = clocked.get(i);
                boolean fits = when.use() == Use.MOMENT
                        && when.isOfDay()
                        && when.clock().isEmpty();
                if (fits && (nearest < 0 || gap(when, clock) < gap(clocked.get(nearest), clock))) {
                    nearest = i;
                }
            }
            if (nearest >= 0) {
                clocked.set(nearest, clocked.get(nearest).at(clock.time(), clock.zone()));
            }
        }
        return clocked;
    }

    private static int gap(When when, Clock clock) {
        return Math.min(Math.abs(when.at() - clock.end()), Math.abs(clock.at() - when.end()));
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> weekdays = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekdays.put(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT), day);
        }
        return weekdays;
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            months.put(name, month);
            if (month != Month.MAY) {
                months.put(name.substring(0, 3), month);
            }
        }
        months.put("sept", Month.SEPTEMBER);
        return months;
    }
}
