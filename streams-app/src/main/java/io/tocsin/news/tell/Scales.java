package io.tocsin.news.tell;

import io.tocsin.news.lexicon.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether what an article told is an attack that happened: the logarithm of the odds is a sum of weights, those of the
 * {@link Sign signs} and that of the rules of {@link Doubts}, and what is more likely than not is told. That is logistic
 * regression (D. R. Cox, The Regression Analysis of Binary Sequences, Journal of the Royal Statistical Society B 20, 1958).
 * The weights lie in {@code signs.tsv}, learned from labelled articles.
 */
public final class Scales {

    /** The file of weights. */
    public static final String FILE = "signs.tsv";

    /** The name in the file of what anything told weighs before anything is known of it. */
    public static final String ANYTHING = "anything";

    /**
     * What the rules say shifts even odds to 55 in 100. It is not learned: on the articles by which the rules were made,
     * they are right more often than on any others.
     */
    private static final double RULES = 0.2;

    private final double anything;
    private final Map<Sign, Double> weights;

    private Scales(double anything, Map<Sign, Double> weights) {
        this.anything = anything;
        this.weights = weights;
    }

    /** With those weights; what has none weighs nothing. */
    public static Scales of(double anything, Map<Sign, Double> weights) {
        Map<Sign, Double> all = new EnumMap<>(Sign.class);
        all.putAll(weights);
        return new Scales(anything, all);
    }

    /** With the weights of the file. */
    static Scales load() {
        Map<String, Double> rows = new HashMap<>();
        for (List<String> row : Table.read(FILE, 2)) {
            rows.put(row.get(0), Double.parseDouble(row.get(1)));
        }
        Map<Sign, Double> weights = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            weights.put(sign, weight(rows, sign.label()));
        }
        return of(weight(rows, ANYTHING), weights);
    }

    private static double weight(Map<String, Double> rows, String name) {
        Double weight = rows.get(name);
        if (weight == null) {
            throw new IllegalStateException(FILE + " has no weight of " + name);
        }
        return weight;
    }

    /**
     * Whether it is told.
     *
     * @param doubted whether the rules say that it is none
     */
    public boolean tell(Map<Sign, Double> signs, boolean doubted) {
        double odds = anything + (doubted ? -RULES : RULES);
        for (Map.Entry<Sign, Double> sign : signs.entrySet()) {
            odds += sign.getValue() * weights.getOrDefault(sign.getKey(), 0.0);
        }
        return odds > 0;
    }
}
