package io.tocsin.news.find;

import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import java.util.List;

/**
 * A sentence with the times and the places that it names.
 *
 * @param number of the sentence in the article
 */
public record Facts(Sentence sentence, int number, List<When> whens, List<Where> wheres) {

    public Facts {
        whens = List.copyOf(whens);
        wheres = List.copyOf(wheres);
    }

    /** Of each token, whether it belongs to a time or to the name of a place. */
    public boolean[] taken() {
        boolean[] taken = taken(sentence, whens);
        for (Where where : wheres) {
            if (!where.place().country().equals(Place.NOWHERE)) {
                fill(taken, where.at(), where.end());
            }
        }
        return taken;
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
