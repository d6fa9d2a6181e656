package io.tocsin.news.find.time;

import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Brings the times of day to the minute to the days that they stand beside. */
final class ClockTimes {

    private ClockTimes() {}

    /** The times, each day with the clock time nearest to it; without a day, a clock time is one of the anchor. */
    static List<When> with(Sentence s, List<When> whens, LocalDate anchor) {
        List<When> clocked = new ArrayList<>(whens);
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
                clocked.set(nearest, clocked.get(nearest).at(clock.time(), clock.zone()));
            }
        }
        return clocked;
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
