package io.tocsin.news.find;

import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence with the times and the places that it names, and the phrases found in it, each table looked through once.
 * Of one reading, thus of one thread.
 */
public final class Facts {

    private final Sentence sentence;
    private final int number;
    private final List<When> whens;
    private final List<Where> wheres;
    private final boolean[] timed;
    private final boolean[] taken;
    private final Map<Phrases<?>, List<? extends Found<?>>> found = new HashMap<>();

    /**
     * Of a sentence.
     *
     * @param number of the sentence in the article
     */
    public Facts(Sentence sentence, int number, List<When> whens, List<Where> wheres) {
        this.sentence = sentence;
        this.number = number;
        this.whens = List.copyOf(whens);
        this.wheres = List.copyOf(wheres);
        this.timed = taken(sentence, whens);
        this.taken = timed.clone();
        for (Where where : wheres) {
            if (!where.place().country().equals(Place.NOWHERE)) {
                fill(taken, where.at(), where.end());
            }
        }
    }

    /** The sentence. */
    public Sentence sentence() {
        return sentence;
    }

    /** Its number in the article. */
    public int number() {
        return number;
    }

    /** The times that it names, in order. */
    public List<When> whens() {
        return whens;
    }

    /** The places that it names, in order. */
    public List<Where> wheres() {
        return wheres;
    }

    /** Whether the token belongs to a time. */
    public boolean isTimed(int at) {
        return at >= 0 && at < timed.length && timed[at];
    }

    /** Whether the token belongs to a time or to the name of a place. */
    public boolean isTaken(int at) {
        return at >= 0 && at < taken.length && taken[at];
    }

    /** All phrases of the table in the sentence, none within another. */
    @SuppressWarnings("unchecked") // what is kept under a table is what that table found
    public <T> List<Found<T>> all(Phrases<T> table) {
        return (List<Found<T>>) found.computeIfAbsent(table, each -> each.all(sentence));
    }

    /** Of each token, whether it belongs to a time. */
    public static boolean[] taken(Sentence sentence, List<When> whens) {
        boolean[] taken = new boolean[sentence.size()];
        for (When when : whens) {
            fill(taken, Math.max(0, when.at()), when.end());
        }
        return taken;
    }

    private static void fill(boolean[] taken, int from, int until) {
        for (int at = from; at < Math.min(until, taken.length); at++) {
            taken[at] = true;
        }
    }
}
