package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.Notice;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds times, as papers mean them: a weekday is the nearest one that has passed, the day of publication included; a
 * month without a year is the nearest that has begun; a part of a day belongs to the day before it.
 */
public final class TimeFinder {

    private static final Set<String> LEADS_TO_YEAR = Words.of("leads-to-year");

    private final Reckoning reckoning;
    private final Uses uses;
    private final Dates dates;
    private final Weekdays weekdays;
    private final OrdinalWeekdays ordinals;
    private final RelativeTimes relative;
    private final AnchoredTimes anchored;
    private final Ago ago;
    private final SomeAgo some;
    private final Periods periods;

    /**
     * Counts from a day.
     *
     * @param today the day of publication where the article's country lies
     */
    public TimeFinder(LocalDate today) {
        reckoning = new Reckoning(today);
        uses = new Uses(today);
        dates = new Dates(reckoning);
        weekdays = new Weekdays(reckoning, dates);
        ordinals = new OrdinalWeekdays(dates);
        relative = new RelativeTimes(reckoning, weekdays, dates);
        anchored = new AnchoredTimes(reckoning, weekdays, dates, relative);
        ago = new Ago(reckoning);
        some = new SomeAgo(reckoning);
        periods = new Periods(reckoning, this::bound);
    }

    /** What could not be right in the times so far. */
    public List<Notice> notices() {
        return List.copyOf(weekdays.notices());
    }

    /** From now on "that day" and "two days earlier" are counted from this day. */
    public void tellOf(LocalDate day) {
        reckoning.tellOf(day);
    }

    /** The times that the sentence names, in order. Sentences are asked in the order of the text. */
    public List<When> find(Sentence sentence) {
        reckoning.begin(sentence.paragraph());
        List<When> found = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            Optional<When> named = at(sentence, at);
            Optional<When> when = named.flatMap(each -> uses.of(sentence, each));
            if (named.isPresent()) {
                at = named.get().end() - 1;
            }
            if (when.isPresent()) {
                found.add(when.get());
                boolean moment = when.get().use() == Use.MOMENT || when.get().use() == Use.SAID;
                if (moment && when.get().isOfDay()) {
                    reckoning.name(when.get().from());
                    boolean oneDay = when.get().until().equals(when.get().from().plusDays(1));
                    if (when.get().use() == Use.MOMENT && oneDay) {
                        reckoning.set(when.get().from());
                    }
                } else if (when.get().use() == Use.MOMENT && when.get().precision() == TimePrecision.MONTH) {
                    reckoning.name(YearMonth.from(when.get().from()));
                }
            }
        }
        List<When> dated = withMonths(sentence, withYears(sentence, found));
        List<When> used = Uses.withCustoms(sentence, Uses.withDeaths(sentence, dated));
        return PartsApart.with(sentence, ClockTimes.with(sentence, used, reckoning.anchor()));
    }

    private Optional<When> at(Sentence s, int at) {
        return periods.at(s, at)
                .or(() -> ordinals.at(s, at))
                .or(() -> weekdays.at(s, at))
                .or(() -> dates.day(s, at))
                .or(() -> dates.month(s, at))
                .or(() -> relative.at(s, at))
                .or(() -> anchored.at(s, at))
                .or(() -> ago.at(s, at))
                .or(() -> some.at(s, at))
                .or(() -> LEADS_TO_YEAR.contains(s.word(at - 1)) ? year(s, at) : Optional.empty());
    }

    /** A time that may bound a period. */
    private Optional<When> bound(Sentence s, int at) {
        return ordinals.at(s, at)
                .or(() -> weekdays.at(s, at))
                .or(() -> dates.day(s, at))
                .or(() -> dates.month(s, at))
                .or(() -> ago.at(s, at))
                .or(() -> relative.at(s, at))
                .or(() -> anchored.at(s, at))
                .or(() -> year(s, at));
    }

    private static Optional<When> year(Sentence s, int at) {
        return Numbers.year(s, at).map(year -> When.year(year, at, at + 1));
    }

    /** A month after a year in one sentence is that year's: {@code Last year … following the killing last January}. */
    private static List<When> withYears(Sentence s, List<When> whens) {
        List<When> dated = new ArrayList<>();
        LocalDate year = null;
        for (When when : whens) {
            if (when.use() == Use.YEAR) {
                year = when.from();
            }
            boolean unsaid = Numbers.year(s, when.end() - 1).isEmpty();
            boolean month = when.precision() == TimePrecision.MONTH && CalendarNames.isMonth(s.word(when.end() - 1));
            dated.add(
                    year != null && month && unsaid
                            ? When.month(
                                    YearMonth.of(year.getYear(), when.from().getMonth()), when.at(), when.end())
                            : when);
        }
        return dated;
    }

    /** A day by its number alone is one of the month that the sentence names: {@code One of the July blasts … on the 27th}. */
    private static List<When> withMonths(Sentence s, List<When> whens) {
        List<When> dated = new ArrayList<>();
        Optional<When> named = Optional.empty();
        for (When when : whens) {
            boolean month = when.precision() == TimePrecision.MONTH && CalendarNames.isMonth(s.word(when.end() - 1));
            Optional<LocalDate> day = named.flatMap(each -> dayAlone(s, when, YearMonth.from(each.from())));
            if (day.isPresent()) {
                dated.remove(named.get());
                dated.add(when.within(day.get(), day.get().plusDays(1)));
            } else {
                dated.add(when);
            }
            named = month ? Optional.of(when) : named;
        }
        return dated;
    }

    private static Optional<LocalDate> dayAlone(Sentence s, When when, YearMonth month) {
        boolean alone = when.use() == Use.MOMENT && when.isOfDay();
        for (int at = when.at(); alone && at < when.end(); at++) {
            Optional<Integer> number = Numbers.ordinal(s, at).filter(month::isValidDay);
            if (number.isPresent() && number.get() == when.from().getDayOfMonth()) {
                return CalendarNames.month(s, at + 1).isPresent()
                                || s.word(at + 1).equals("of")
                                || CalendarNames.month(s, at - 1).isPresent()
                        ? Optional.empty()
                        : number.map(month::atDay);
            }
        }
        return Optional.empty();
    }
}
