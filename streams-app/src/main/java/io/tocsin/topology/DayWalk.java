package io.tocsin.topology;

import io.tocsin.watch.Fact;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Walks over days, by their indexes, and the facts in them; loads a day when it gets there. */
final class DayWalk implements Iterator<Fact> {
    private final int end;
    private final int step;
    private final IntFunction<List<Fact>> factsOf;
    private final Instant from;
    private final Instant until;
    private int day;
    private int index;
    private List<Fact> facts = List.of();

    DayWalk(int start, int end, int step, IntFunction<List<Fact>> factsOf, Instant from, Instant until) {
        this.day = start - step;
        this.end = end;
        this.step = step;
        this.factsOf = factsOf;
        this.from = from;
        this.until = until;
    }

    @Override
    public boolean hasNext() {
        while (index >= facts.size() && (step > 0 ? day < end : day > end)) {
            day += step;
            facts = factsOf.apply(day);
            index = firstReached();
        }
        return index < facts.size() && !passed(facts.get(index).at());
    }

    /** By bisection: the facts are sorted in the direction of the walk. */
    private int firstReached() {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Instant at = facts.get(middle).at();
            boolean reached = step > 0 ? !at.isBefore(from) : !at.isAfter(until);
            if (reached) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean passed(Instant at) {
        return step > 0 ? at.isAfter(until) : at.isBefore(from);
    }

    @Override
    public Fact next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return facts.get(index++);
    }
}
