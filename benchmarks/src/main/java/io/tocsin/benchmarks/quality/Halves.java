package io.tocsin.benchmarks.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Labelled reports, split by event: no event has reports in both halves. */
record Halves(List<Labelled> training, List<Labelled> test) {

    static Halves of(List<Labelled> all, long seed) {
        Set<String> distinct = new TreeSet<>();
        all.forEach(labelled -> distinct.add(labelled.event()));
        List<String> events = new ArrayList<>(distinct);
        Collections.shuffle(events, new Random(seed));
        Set<String> first = new HashSet<>(events.subList(0, events.size() / 2));
        List<Labelled> training = new ArrayList<>();
        List<Labelled> test = new ArrayList<>();
        all.forEach(labelled -> (first.contains(labelled.event()) ? training : test).add(labelled));
        return new Halves(List.copyOf(training), List.copyOf(test));
    }
}
