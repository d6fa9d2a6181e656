package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instants at which a rule counted in a scope, or around a point, and what they lead one to expect. Read from the
 * ledger when first asked for, and kept up with it from then on.
 *
 * <p>An incident is known only from sources younger than the history does not count, neither now nor in the past: a
 * place that someone begins to tell of has not become more violent.
 */
final class Past {

    /** Reads what the rule counts, oldest first. */
    interface Reading {
        Iterable<Fact> counted(Instant from, Instant until);
    }

    private static final Duration DAY = Duration.ofDays(1);

    private final Rule rule;
    private final Reading reading;
    private final Map<String, Instant> sources;
    private Instant loadedFrom = Instant.MAX;
    private long[] instants = {};
    private Object[] toldBy = {};
    private boolean[] byDay = {};
    private boolean strangers;
    private int size;

    /** @param sources since when each source has told of the scope's home; may change */
    Past(Rule rule, Reading reading, Map<String, Instant> sources) {
        this.rule = rule;
        this.reading = reading;
        this.sources = sources;
    }

    int size() {
        return size;
    }

    void add(Fact fact) {
        if (!fact.at().isBefore(loadedFrom)) {
            insert(rank(fact.at().toEpochMilli() + 1), fact);
        }
    }

    void remove(Fact fact) {
        if (!fact.at().isBefore(loadedFrom)) {
            int index = rank(fact.at().toEpochMilli());
            while (!(toldBy[index].equals(fact.sources()) && byDay[index] == isByDay(fact))) {
                index++;
            }
            System.arraycopy(instants, index + 1, instants, index, size - index - 1);
            System.arraycopy(toldBy, index + 1, toldBy, index, size - index - 1);
            System.arraycopy(byDay, index + 1, byDay, index, size - index - 1);
            size--;
        }
    }

    /**
     * How the count in the window that ends then compares with the past before it; empty where there is no such past, or
     * none of all whose count it is.
     */
    Optional<Outlook> outlook(Instant at) {
        Instant start = at.minus(rule.within());
        int count = covered(start, at, since(at));
        boolean comparable = count == rank(at.toEpochMilli() + 1) - rank(start.toEpochMilli() + 1);
        return prediction(at)
                .filter(prediction -> comparable)
                .map(prediction ->
                        new Outlook(rule.history(), count, prediction.expected(), prediction.recurrenceDays(count)));
    }

    /**
     * Whether the count in the window that ends then is unusual, and until when it stays so if nothing more comes: until
     * the oldest incident leaves that is needed for an unusual count.
     */
    Optional<Instant> unusualUntil(Instant at, Unusual unusual) {
        Instant since = since(at);
        int count = covered(at.minus(rule.within()), at, since);
        if (count < 2) {
            return Optional.empty();
        }
        return prediction(at)
                .map(prediction -> prediction.least(unusual.atMostOnceIn()))
                .filter(least -> count >= least)
                .map(least -> newest(least, at, since).plus(rule.within()));
    }

    private Optional<Prediction> prediction(Instant at) {
        Instant since = since(at);
        if (sources.values().stream().noneMatch(heard -> !heard.isAfter(since))) {
            return Optional.empty();
        }
        load(since);
        int[] past = new int[windows()];
        Instant end = at.minus(rule.within());
        for (int i = 0; i < past.length; i++) {
            Instant start = end.minus(rule.within());
            past[i] = covered(start, end, since);
            end = start;
        }
        return Optional.of(Prediction.of(past, rule.within(), grain(since, at)));
    }

    /** A day if most incidents are known to no more than that: windows then differ in steps of it. */
    private Duration grain(Instant since, Instant at) {
        int first = rank(since.toEpochMilli() + 1);
        int end = rank(at.toEpochMilli() + 1);
        int days = 0;
        for (int i = first; i < end; i++) {
            days += byDay[i] ? 1 : 0;
        }
        return 2 * days > end - first ? DAY : Duration.ZERO;
    }

    private static boolean isByDay(Fact fact) {
        return fact.span().compareTo(DAY) >= 0;
    }

    /** When the past begins by which a window that ends then is judged. */
    private Instant since(Instant at) {
        return at.minus(rule.within().multipliedBy(windows() + 1L));
    }

    private int windows() {
        return (int) Math.max(1, rule.history().toMillis() / rule.within().toMillis());
    }

    /** Incidents in (from, until] that are known from a source that told before the past began. */
    private int covered(Instant from, Instant until, Instant since) {
        load(since);
        int first = rank(from.toEpochMilli() + 1);
        int end = rank(until.toEpochMilli() + 1);
        if (allTold(since)) {
            return end - first;
        }
        int count = 0;
        for (int i = first; i < end; i++) {
            count += toldBefore(i, since) ? 1 : 0;
        }
        return count;
    }

    private Instant newest(int number, Instant until, Instant since) {
        int left = number;
        int index = rank(until.toEpochMilli() + 1);
        while (left > 0) {
            index--;
            left -= toldBefore(index, since) ? 1 : 0;
        }
        return Instant.ofEpochMilli(instants[index]);
    }

    private boolean allTold(Instant since) {
        for (Instant heard : sources.values()) {
            if (heard.isAfter(since)) {
                return false;
            }
        }
        return !strangers;
    }

    @SuppressWarnings("unchecked") // only lists of sources are put in
    private boolean toldBefore(int index, Instant since) {
        for (String source : (List<String>) toldBy[index]) {
            Instant heard = sources.get(source);
            if (heard != null && !heard.isAfter(since)) {
                return true;
            }
        }
        return false;
    }

    /** How many are before that. */
    private int rank(long millis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (instants[middle] < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Reads more than is asked for, so that one who goes back step by step does not read everything at every step. */
    private void load(Instant from) {
        if (!from.isBefore(loadedFrom)) {
            return;
        }
        Duration margin = size == 0
                ? rule.history()
                : Duration.ofMillis(instants[size - 1] - instants[0]).plus(rule.history());
        loadedFrom = from.minus(margin);
        size = 0;
        for (Fact fact : reading.counted(loadedFrom, Instant.MAX)) {
            insert(size, fact);
        }
    }

    private void insert(int index, Fact fact) {
        if (size == instants.length) {
            instants = Arrays.copyOf(instants, Math.max(8, size * 2));
            toldBy = Arrays.copyOf(toldBy, instants.length);
            byDay = Arrays.copyOf(byDay, instants.length);
        }
        System.arraycopy(instants, index, instants, index + 1, size - index);
        System.arraycopy(toldBy, index, toldBy, index + 1, size - index);
        System.arraycopy(byDay, index, byDay, index + 1, size - index);
        instants[index] = fact.at().toEpochMilli();
        toldBy[index] = fact.sources();
        byDay[index] = isByDay(fact);
        strangers |= !sources.keySet().containsAll(fact.sources());
        size++;
    }
}
