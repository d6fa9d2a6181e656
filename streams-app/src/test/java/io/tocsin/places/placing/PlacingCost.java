package io.tocsin.places.placing;

import io.tocsin.places.Place;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints what loading the gazetteer and placing by it cost on this machine; docs/gazetteer.md says how to run it. */
final class PlacingCost {

    private static final int ROUNDS = 400;

    private PlacingCost() {}

    /** Prints the figures, one a line. */
    public static void main(String[] arguments) {
        long before = usedHeap();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long busy = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Gazetteer gazetteer = Gazetteer.load(Optional.empty());
        System.out.printf(
                "load, the first in this JVM: %d ms, of which its thread ran %d ms%n",
                (System.nanoTime() - start) / 1_000_000, (threads.getCurrentThreadCpuTime() - busy) / 1_000_000);
        System.out.printf("heap: %.1f MB for %d sites%n", (usedHeap() - before) / 1e6, gazetteer.size());

        List<Place> names = new ArrayList<>();
        List<Place> both = new ArrayList<>();
        for (Truth truth : Truth.read("hard-names.tsv")) {
            names.add(Given.site(truth.country(), truth.province(), truth.name()));
            truth.at()
                    .ifPresent(at -> both.add(
                            Given.siteAt(truth.country(), truth.province(), truth.name(), at.lat(), at.lon())));
        }
        Atlas atlas = Atlas.of(gazetteer);
        Placing afresh = (given, alsoNamed) -> new Case(atlas, given, alsoNamed).placed();
        System.out.printf("names: %.2f us each%n", micros(afresh, names));
        System.out.printf("names and coordinates: %.2f us each%n", micros(afresh, both));
        System.out.printf("the same again, remembered: %.2f us each%n", micros(new GazetteerPlacing(gazetteer), both));
    }

    private static double micros(Placing placing, List<Place> places) {
        double micros = 0;
        for (int warm = 0; warm < 3; warm++) {
            long start = System.nanoTime();
            for (int round = 0; round < ROUNDS; round++) {
                places.forEach(placing::place);
            }
            micros = (System.nanoTime() - start) / 1e3 / ROUNDS / places.size();
        }
        return micros;
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
