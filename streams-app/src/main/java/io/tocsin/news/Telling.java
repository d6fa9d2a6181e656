package io.tocsin.news;

import io.tocsin.incident.Report;
import java.util.List;

/**
 * An attack that the article tells.
 *
 * @param report of revision 0, with the url and the number of the telling within the article as its id
 * @param mentions where it is told, in the order of the text: the words that name the attack
 * @param taken what was taken from where, in the order of the text
 */
public record Telling(Report report, List<Span> mentions, List<Taken> taken) {

    public Telling {
        mentions = List.copyOf(mentions);
        taken = List.copyOf(taken);
    }
}
