package io.tocsin.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers to be reached within a window; 0 asks for nothing.
 *
 * @param origins distinct origins
 */
public record Threshold(int incidents, int killed, int injured, int origins) {

    /** The highest number that may be asked for. */
    public static final int MOST = 10_000;

    /** Asks for nothing. */
    public static final Threshold NONE = new Threshold(0, 0, 0, 0);

    public Threshold {
        check("incidents", incidents);
        check("killed", killed);
        check("injured", injured);
        check("origins", origins);
    }

    /** So many incidents. */
    public static Threshold incidents(int number) {
        return new Threshold(number, 0, 0, 0);
    }

    /** Whether it asks for anything. */
    public boolean asks() {
        return !equals(NONE);
    }

    /** Whether all that it asks for is reached. */
    boolean reachedBy(int countedIncidents, int countedKilled, int countedInjured, int countedOrigins) {
        return countedIncidents >= incidents
                && countedKilled >= killed
                && countedInjured >= injured
                && countedOrigins >= origins;
    }

    /** Each number on its own. */
    List<Threshold> apart() {
        List<Threshold> each = new ArrayList<>();
        addIfAsking(each, new Threshold(incidents, 0, 0, 0));
        addIfAsking(each, new Threshold(0, killed, 0, 0));
        addIfAsking(each, new Threshold(0, 0, injured, 0));
        addIfAsking(each, new Threshold(0, 0, 0, origins));
        return each;
    }

    /** The higher of both, number by number. */
    Threshold orHigher(Threshold other) {
        return new Threshold(
                Math.max(incidents, other.incidents),
                Math.max(killed, other.killed),
                Math.max(injured, other.injured),
                Math.max(origins, other.origins));
    }

    /** For people: {@code 3 incidents and 5 killed}; empty where it asks for nothing. */
    String inWords(String conjunction) {
        List<String> words = new ArrayList<>();
        for (Threshold each : apart()) {
            words.add(each.one());
        }
        return words.stream().collect(Collectors.joining(" " + conjunction + " "));
    }

    private String one() {
        if (incidents > 0) {
            return Phrases.amount(incidents, "incident");
        }
        if (killed > 0) {
            return killed + " killed";
        }
        return injured > 0 ? injured + " injured" : Phrases.amount(origins, "origin");
    }

    private static void addIfAsking(List<Threshold> each, Threshold one) {
        if (one.asks()) {
            each.add(one);
        }
    }

    private static void check(String what, int number) {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException(what + " " + number + " is not within 0 to " + MOST);
        }
    }
}
