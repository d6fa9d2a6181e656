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

    private static final int SAID_WITHIN = 4;
    private static final int DEATH_WITHIN = 6;
    private static final int HOSPITAL_NAMED = 4;

    private static final Set<String> SAYS = Words.of("saying-then");
    private static final Set<String> DIES = Words.of("dies-of-it");
    private static final Set<String> HOSPITALS = Words.of("hospitals");
    private static final Set<String> IN = Words.of("in-hospital");
    private static final Set<String> SAYS_NO_MORE = Words.of("ends-saying");
    private static final Set<String> LEADS_TO_YEAR = Words.of("leads-to-year");

    private final Reckoning reckoning;
    private final Dates dates;
    private final Weekdays weekdays;
    private final OrdinalWeekdays ordinals;
    private final RelativeTimes relative;
    private final AnchoredTimes anchored;
    private final Ago ago;
    private final Periods periods;

    /**
     * Counts from a day.
     *
     * @param today the day of publication where the article's country lies
     */
    public TimeFinder(LocalDate today) {
        reckoning = new Reckoning(today);
        dates = new Dates(reckoning);
        weekdays = new Weekdays(reckoning, dates);
        ordinals = new OrdinalWeekdays(dates);
        relative = new RelativeTimes(reckoning, weekdays, dates);
        anchored = new AnchoredTimes(reckoning, weekdays, dates, relative);
        ago = new Ago(reckoning);
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
            Optional<When> when = at(sentence, at).map(each -> asUsed(sentence, each));
            if (when.isPresent()) {
                found.add(when.get());
                at = when.get().end() - 1;
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
        return PartsApart.with(sentence, ClockTimes.with(sentence, withDeaths(sentence, dated), reckoning.anchor()));
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

    private When asUsed(Sentence s, When when) {
        boolean toCome = when.use() == Use.MOMENT && when.from().isAfter(reckoning.tomorrow());
        return toCome ? when.as(Use.FUTURE) : isSaid(s, when) ? when.as(Use.SAID) : when;
    }

    /** Whether the time is that of a word of saying before it, or of what came of it: {@code the ministry said on Friday}, {@code by Friday}. */
    private static boolean isSaid(Sentence s, When when) {
        if (when.use() != Use.MOMENT || !when.isOfDay()) {
            return false;
        }
        if (s.word(when.at() - 1).equals("by")) {
            return true;
        }
        for (int at = when.at() - 1; at >= when.at() - SAID_WITHIN; at--) {
            if (SAYS.contains(s.word(at)) || isInHospital(s, at)) {
                return true;
            }
            if (s.word(at).isEmpty() || SAYS_NO_MORE.contains(s.word(at))) {
                return false;
            }
        }
        return false;
    }

    /** {@code taken to hospital}, {@code died at the regional hospital}, but not {@code bombed the hospital}. */
    private static boolean isInHospital(Sentence s, int at) {
        if (!HOSPITALS.contains(s.word(at))) {
            return false;
        }
        int in = at - 1;
        while (in > at - HOSPITAL_NAMED && !IN.contains(s.word(in))) {
            in--;
        }
        return IN.contains(s.word(in)) && (!s.word(in).equals("at") || s.has(DIES, in - DEATH_WITHIN, in));
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

    /** After the day of an attack that of a death is only one of the death: {@code who was hit on Tuesday died on Wednesday}. */
    private static List<When> withDeaths(Sentence s, List<When> whens) {
        List<When> dated = new ArrayList<>();
        boolean told = false;
        for (When when : whens) {
            boolean moment = when.use() == Use.MOMENT;
            dated.add(moment && told && s.has(DIES, when.at() - DEATH_WITHIN, when.at()) ? when.as(Use.SAID) : when);
            told |= moment;
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
