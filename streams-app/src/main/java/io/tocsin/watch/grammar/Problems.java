package io.tocsin.watch.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one text; of very many it keeps the first and says that there are more. */
final class Problems {

    static final int MOST = 1_000;

    private final List<Problem> kept = new ArrayList<>();
    private int told;

    void add(Problem problem) {
        told++;
        if (kept.size() < MOST) {
            kept.add(problem);
        }
    }

    /** How many there have been, kept or not. */
    int told() {
        return told;
    }

    /** In the order of the text. */
    List<Problem> all() {
        List<Problem> all = new ArrayList<>(kept);
        all.sort(Comparator.comparingInt(Problem::line));
        if (told == kept.size()) {
            return all;
        }
        String reason = "found " + told + " problems, only the first " + MOST + " are told; mend them and read again";
        all.add(new Problem(0, "", "", reason));
        return all;
    }
}
