package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

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

    /** When what the same sources told of happened. */
    private static final class Told {
        private final Set<String> by;
        private final Instants all = new Instants();
        /** Those that are known to no more than a day. */
        private final Instants byDay = new Instants();
        /** Those that lie in the scope for certain; kept where others count too. */
        private final Instants here = new Instants();

        Told(Fact fact) {
            this.by = Set.copyOf(fact.sources());
        }
    }

    private final Rule rule;
    private final Reading reading;
    private final Map<String, Instant> sources;
    private final Map<List<String>, Told> told = new HashMap<>();
    private final Predicted predicted;
    private Instant loadedFrom = Instant.MAX;
    private Instant loadedUntil = Instant.MIN;
    private int size;

    /** @param sources since when each source has told of the scope's home; may change */
    Past(Rule rule, Reading reading, Map<String, Instant> sources) {
        this.rule = rule;
        this.reading = reading;
        this.sources = sources;
        this.predicted = new Predicted(rule.within());
    }

    int size() {
        return size;
    }

    void add(Fact fact) {
        if (isLoaded(fact.at())) {
            insert(fact);
        }
    }

    void remove(Fact fact) {
        if (isLoaded(fact.at())) {
            Told same = told.get(fact.sources());
            same.all.remove(fact.at());
            if (isByDay(fact)) {
                same.byDay.remove(fact.at());
            }
            if (isKeptAsHere(fact)) {
                same.here.remove(fact.at());
            }
            size--;
        }
    }

    /**
     * How the count in the window that ends then compares with the past before it; empty where there is no such past, or
     * none of all whose count it is.
     */
    Optional<Outlook> outlook(Instant at) {
        Instant start = at.minus(rule.within());
        List<Told> old = toldBefore(at);
        int count = count(old, start, at);
        return prediction(at, old)
                .filter(prediction -> count == count(told.values(), start, at))
                .map(prediction ->
                        new Outlook(rule.history(), count, prediction.expected(), prediction.recurrenceDays(count)));
    }

    /**
     * Whether the count in the window that ends then is unusual, and until when it stays so if nothing more comes: until
     * the oldest incident leaves that is needed for an unusual count. Where what is possible counts, one is needed that
     * certainly lies in the scope.
     */
    Optional<Instant> unusualUntil(Instant at, Unusual unusual) {
        List<Told> old = toldBefore(at);
        Instant start = at.minus(rule.within());
        int count = count(old, start, at);
        if (count < 2) {
            return Optional.empty();
        }
        Optional<Instant> newestHere = newestHere(at, old).filter(here -> here.isAfter(start));
        if (newestHere.isEmpty()) {
            return Optional.empty();
        }
        return prediction(at, old)
                .map(prediction -> prediction.least(unusual.atMostOnceIn()))
                .filter(least -> count >= least)
                .map(least -> earlier(newest(least, at, old), newestHere.get()).plus(rule.within()));
    }

    private Optional<Prediction> prediction(Instant at, List<Told> old) {
        Instant since = since(at);
        if (sources.values().stream().noneMatch(heard -> !heard.isAfter(since))) {
            return Optional.empty();
        }
        int[] past = new int[windows()];
        Instant end = at.minus(rule.within());
        for (int i = 0; i < past.length; i++) {
            Instant start = end.minus(rule.within());
            past[i] = count(old, start, end);
            end = start;
        }
        return Optional.of(predicted.from(past, grain(since, at)));
    }

    /** A day if most incidents are known to no more than that: windows then differ in steps of it. */
    private Duration grain(Instant since, Instant at) {
        int days = 0;
        for (Told each : told.values()) {
            days += each.byDay.within(since, at);
        }
        return 2 * days > count(told.values(), since, at) ? DAY : Duration.ZERO;
    }

    /** When the last incident was that certainly lies in the scope; where nothing else counts, any does. */
    private Optional<Instant> newestHere(Instant until, List<Told> some) {
        return some.stream()
                .map(each -> rule.count() == Certainty.POSSIBLE ? each.here : each.all)
                .filter(instants -> instants.upTo(until) > 0)
                .map(instants -> Instant.ofEpochMilli(instants.get(instants.upTo(until) - 1)))
                .max(Comparator.naturalOrder());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isKeptAsHere(Fact fact) {
        return rule.count() == Certainty.POSSIBLE && rule.per().isIn(fact);
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

    /** What is known from a source that told before the past began by which a window that ends then is judged. */
    private List<Told> toldBefore(Instant at) {
        Instant since = since(at);
        load(since, at);
        List<Told> old = new ArrayList<>();
        for (Told each : told.values()) {
            if (each.by.stream().anyMatch(source -> isOld(source, since))) {
                old.add(each);
            }
        }
        return old;
    }

    private boolean isOld(String source, Instant since) {
        Instant heard = sources.get(source);
        return heard != null && !heard.isAfter(since);
    }

    /** Incidents in (from, until]. */
    private static int count(Collection<Told> some, Instant from, Instant until) {
        int count = 0;
        for (Told each : some) {
            count += each.all.within(from, until);
        }
        return count;
    }

    /** The instant of the incident that is so many before the end; there are as many. */
    private static Instant newest(int number, Instant until, List<Told> some) {
        PriorityQueue<Long> newest = new PriorityQueue<>();
        for (Told each : some) {
            int end = each.all.upTo(until);
            for (int i = Math.max(0, end - number); i < end; i++) {
                newest.add(each.all.get(i));
                if (newest.size() > number) {
                    newest.remove();
                }
            }
        }
        return Instant.ofEpochMilli(newest.element());
    }

    /** Reads what is missing, and a window more, so that one who goes step by step does not read at every step. */
    private void load(Instant from, Instant until) {
        if (loadedFrom.isAfter(loadedUntil)) {
            loadedFrom = from.minus(rule.within());
            loadedUntil = loadedFrom.minusNanos(1);
        }
        if (from.isBefore(loadedFrom)) {
            Instant first = from.minus(rule.within());
            read(first, loadedFrom.minusNanos(1));
            loadedFrom = first;
        }
        if (until.isAfter(loadedUntil)) {
            Instant last = until.plus(rule.within());
            read(loadedUntil.plusNanos(1), last);
            loadedUntil = last;
        }
    }

    private void read(Instant from, Instant until) {
        for (Fact fact : reading.counted(from, until)) {
            insert(fact);
        }
    }

    private boolean isLoaded(Instant at) {
        return !at.isBefore(loadedFrom) && !at.isAfter(loadedUntil);
    }

    private void insert(Fact fact) {
        Told same = told.computeIfAbsent(fact.sources(), by -> new Told(fact));
        same.all.add(fact.at());
        if (isByDay(fact)) {
            same.byDay.add(fact.at());
        }
        if (isKeptAsHere(fact)) {
            same.here.add(fact.at());
        }
        size++;
    }
}
