package io.tocsin.news.find.time;

import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the times of day to the minute to the days that they stand beside. */
final class ClockTimes {

    /** "At half past one local time on": a clock stands no further than that from its day. */
    private static final int MOST_BETWEEN = 2;

    private static final int NOON = 12;

    private ClockTimes() {}

    /** The times, each day with the clock time nearest to it; without a day, a clock time is one of the anchor. */
    static List<When> with(Sentence s, List<When> whens, LocalDate anchor) {
        List<When> clocked = spoken(s, whens);
        List<Clock> clocks = Clock.all(s);
        if (whens.stream().noneMatch(when -> when.use() == Use.MOMENT && when.isOfDay())) {
            clocks.stream()
                    .findFirst()
                    .ifPresent(clock -> clocked.add(
                            When.day(anchor, clock.at(), clock.end()).at(clock.time(), clock.zone())));
            return clocked;
        }
        for (Clock clock : clocks) {
            int nearest = nearest(clocked, clock);
            if (nearest >= 0) {
                When when = clocked.get(nearest);
                clocked.set(nearest, when.at(halved(s, clock, when), clock.zone()));
            }
        }
        return clocked;
    }

    /** The time in the half of the day that is said beside it: {@code at about 8:30 on Monday evening}. */
    private static LocalTime halved(Sentence s, Clock clock, When when) {
        boolean morning = clock.time().getHour() > 0 && clock.time().getHour() < NOON;
        boolean alone = clock.end() == clock.at() + 1
                && Character.isDigit(
                        s.text(clock.at()).charAt(s.text(clock.at()).length() - 1));
        return alone && clock.zone().isEmpty() && morning
                ? when.part()
                        .flatMap(new SpokenClock(clock.time(), clock.at(), clock.end())::in)
                        .orElse(clock.time())
                : clock.time();
    }

    /** The times in words that stand beside a part of a day: {@code at half past one on Monday afternoon}. */
    private static List<When> spoken(Sentence s, List<When> whens) {
        List<When> clocked = new ArrayList<>(whens);
        for (int at = 0; at < s.size(); at++) {
            SpokenClock.at(s, at).ifPresent(clock -> bring(clock, clocked));
        }
        return clocked;
    }

    /** Sets the first time that it can be that of. */
    private static void bring(SpokenClock clock, List<When> whens) {
        for (int i = 0; i < whens.size(); i++) {
            When when = whens.get(i);
            boolean free =
                    when.use() == Use.MOMENT && when.isOfDay() && when.clock().isEmpty();
            Optional<LocalTime> time =
                    free && isBeside(clock, when) ? when.part().flatMap(clock::in) : Optional.empty();
            if (time.isPresent()) {
                whens.set(i, when.at(time.get(), Optional.empty()));
                return;
            }
        }
    }

    private static boolean isBeside(SpokenClock clock, When when) {
        int gap = when.at() >= clock.at() ? when.at() - clock.end() : clock.at() - when.end();
        return gap <= MOST_BETWEEN;
    }

    private static int nearest(List<When> whens, Clock clock) {
        int nearest = -1;
        for (int i = 0; i < whens.size(); i++) {
            When when = whens.get(i);
            boolean fits =
                    when.use() == Use.MOMENT && when.isOfDay() && when.clock().isEmpty();
            if (fits && (nearest < 0 || gap(when, clock) < gap(whens.get(nearest), clock))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int gap(When when, Clock clock) {
        return Math.min(Math.abs(when.at() - clock.end()), Math.abs(clock.at() - when.end()));
    }
}
