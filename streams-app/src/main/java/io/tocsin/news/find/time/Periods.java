package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Stretches of time that many things happened in: {@code in recent weeks}, {@code since May}, {@code so far this year}. */
final class Periods {

    private static final int DAYS = 30;

    private static final Set<String> LEADS = Words.of("leads-to-period");
    private static final Set<String> STRETCHES = Words.of("stretches");
    private static final Set<String> UNITS = Words.of("units-of-time");
    private static final Set<String> BOUNDS = Words.of("leads-to-bound");
    private static final Set<String> TWO_BOUNDS = Words.of("leads-to-two-bounds");
    private static final Set<String> BEFORE_BOUND = Words.of("before-bounds");
    private static final Set<String> BEFORE_SECOND = Words.of("before-second-bounds");
    private static final Set<String> TO_SECOND = Words.of("leads-to-second-bound");
    private static final Set<String> OPEN = Words.of("leads-to-open-bound");
    private static final Set<String> SAME = Words.of("same-period");

    private final Reckoning reckoning;
    private final BiFunction<Sentence, Integer, Optional<When>> times;

    /**
     * Counts from a day.
     *
     * @param times finds a time that may bound a period
     */
    Periods(Reckoning reckoning, BiFunction<Sentence, Integer, Optional<When>> times) {
        this.reckoning = reckoning;
        this.times = times;
    }

    /** The period that begins at the position. */
    Optional<When> at(Sentence s, int at) {
        String word = s.word(at);
        if (word.equals("since")) {
            Optional<When> then = thatWhen(s, at + 1);
            if (then.isPresent()) {
                return then;
            }
            return Optional.of(bounded(s, at).orElseGet(() -> period(at, at + 1)));
        }
        return counted(s, at)
                .or(() -> soFar(s, at))
                .or(() -> inThatTime(s, at))
                .or(() -> BOUNDS.contains(word) ? bounded(s, at) : Optional.empty());
    }

    /** {@code since Tuesday, when gunmen opened fire}: what is told happened then. */
    private Optional<When> thatWhen(Sentence s, int at) {
        return times.apply(s, past(BEFORE_BOUND, s, at))
                .filter(when -> when.use() == Use.MOMENT)
                .filter(when ->
                        s.word(when.end()).equals(",") && s.word(when.end() + 1).equals("when"));
    }

    private When period(int at, int end) {
        return When.of(
                Use.PERIOD, reckoning.today().minusDays(DAYS), reckoning.tomorrow(), TimePrecision.UNKNOWN, at, end);
    }

    /** {@code in the past two weeks}, {@code over 12 months}, {@code in as many days}, {@code for years}. */
    private Optional<When> counted(Sentence s, int at) {
        if (!LEADS.contains(s.word(at))) {
            return Optional.empty();
        }
        int next = s.word(at + 1).equals("the") ? at + 2 : at + 1;
        Optional<Figure> count = Numbers.at(s, next);
        if (STRETCHES.contains(s.word(next))) {
            return recent(s, at, next);
        }
        if (count.isPresent()
                && isUnit(s, count.get().until())
                && !s.word(count.get().until() + 1).equals("ago")) {
            return Optional.of(period(at, count.get().until() + 1));
        }
        if (s.word(next).equals("as") && s.word(next + 1).equals("many") && isUnit(s, next + 2)) {
            return Optional.of(period(at, next + 3));
        }
        return s.word(at).equals("for") && isUnit(s, at + 1) ? Optional.of(period(at, at + 2)) : Optional.empty();
    }

    /** {@code in the last two weeks}, but not {@code in the last week}, which is a time. */
    private Optional<When> recent(Sentence s, int at, int stretch) {
        int unit = Numbers.at(s, stretch + 1).map(Figure::until).orElse(stretch + 1);
        boolean lasts = s.word(stretch).equals("recent") || !s.word(unit).endsWith("k") || unit > stretch + 1;
        return isUnit(s, unit) && lasts ? Optional.of(period(at, unit + 1)) : Optional.empty();
    }

    private static boolean isUnit(Sentence s, int at) {
        return UNITS.contains(s.word(at));
    }

    private Optional<When> soFar(Sentence s, int at) {
        boolean soFar = s.word(at).equals("so") && s.word(at + 1).equals("far");
        int end = s.word(at + 2).equals("this") ? at + 4 : at + 2;
        return soFar ? Optional.of(period(at, Math.min(end, s.size()))) : Optional.empty();
    }

    /** {@code in that time}, {@code in the same period}. */
    private Optional<When> inThatTime(Sentence s, int at) {
        boolean that = s.word(at + 1).equals("that");
        boolean in = s.word(at).equals("in") && (that || s.word(at + 1).equals("the"));
        boolean same = s.word(at + 2).equals("same");
        int noun = same ? at + 3 : at + 2;
        return in && (same || that) && SAME.contains(s.word(noun))
                ? Optional.of(period(at, noun + 1))
                : Optional.empty();
    }

    /** {@code since May}; {@code between Monday and Friday}. */
    private Optional<When> bounded(Sentence s, int at) {
        Optional<When> first = times.apply(s, past(BEFORE_BOUND, s, at + 1));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int end = first.get().end();
        if (TWO_BOUNDS.contains(s.word(at)) && TO_SECOND.contains(s.word(end))) {
            int second = past(BEFORE_SECOND, s, end + 1);
            Optional<Integer> last = times.apply(s, second)
                    .map(When::end)
                    .or(() -> Numbers.at(s, second).map(Figure::until));
            return Optional.of(period(at, last.orElse(end)));
        }
        return OPEN.contains(s.word(at)) ? Optional.of(period(at, end)) : Optional.empty();
    }

    private static int past(Set<String> words, Sentence s, int at) {
        int next = at;
        while (words.contains(s.word(next))) {
            next++;
        }
        return next;
    }
}
