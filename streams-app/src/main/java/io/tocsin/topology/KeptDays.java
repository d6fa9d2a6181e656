package io.tocsin.topology;

import io.tocsin.watch.Fact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The days last looked at, decoded and sorted, so that a walk over one costs no more than the steps it takes. Bounded by
 * the facts in them.
 */
final class KeptDays {

    private static final int FACTS_KEPT = 20_000;

    private record DayOf(String area, int day) {}

    private final Map<DayOf, List<Fact>> days = new LinkedHashMap<>(16, 0.75f, true);
    private int facts;

    /** The facts, or null where they are not kept. */
    List<Fact> get(String area, int day) {
        return days.get(new DayOf(area, day));
    }

    /** Keeps the facts, which are sorted, of a day that is not kept yet. */
    void keep(String area, int day, List<Fact> sorted) {
        List<Fact> before = days.put(new DayOf(area, day), sorted);
        facts += sorted.size() - (before == null ? 0 : before.size());
        forgetEldest();
    }

    void add(String area, int day, Fact fact) {
        List<Fact> kept = get(area, day);
        if (kept != null) {
            kept.add(-Collections.binarySearch(kept, fact) - 1, fact);
            facts++;
            forgetEldest();
        }
    }

    void remove(String area, int day, Fact fact) {
        List<Fact> kept = get(area, day);
        if (kept != null) {
            kept.remove(Collections.binarySearch(kept, fact));
            facts--;
        }
    }

    /** Keeps that day of no area any more. */
    void drop(int day) {
        days.entrySet().removeIf(each -> {
            boolean dropped = each.getKey().day() == day;
            facts -= dropped ? each.getValue().size() : 0;
            return dropped;
        });
    }

    private void forgetEldest() {
        while (facts > FACTS_KEPT && days.size() > 1) {
            DayOf eldest = days.keySet().iterator().next();
            facts -= days.remove(eldest).size();
        }
    }
}
