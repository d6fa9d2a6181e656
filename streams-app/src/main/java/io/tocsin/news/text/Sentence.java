package io.tocsin.news.text;

import io.tocsin.news.Span;
import java.util.List;
import java.util.Set;

/**
 * A sentence and its tokens; positions are those of tokens, from 0.
 *
 * @param paragraph the number of the paragraph that it stands in
 * @param headline whether it is the title or a line below it
 * @param lead whether it is the first sentence of the prose
 */
public record Sentence(Span span, List<Token> tokens, int paragraph, boolean headline, boolean lead) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /** How many tokens there are. */
    public int size() {
        return tokens.size();
    }

    /** The word at the position; empty outside the sentence. */
    public String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
    }

    /** Whether one of the words stands from one position to before another. */
    public boolean has(Set<String> words, int from, int until) {
        for (int at = from; at < until; at++) {
            if (words.contains(word(at))) {
                return true;
            }
        }
        return false;
    }

    /** The token as written; empty outside the sentence. */
    public String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }

    /** Whether a word with a capital letter stands there. */
    public boolean isCapital(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isCapital();
    }

    /** The stretch of text of the tokens from one position to before another. */
    public Span span(int from, int until) {
        return new Span(tokens.get(from).from(), tokens.get(until - 1).until());
    }

    /** The words as written, single spaces between, from one position to before another. */
    public String phrase(int from, int until) {
        StringBuilder phrase = new StringBuilder();
        for (int at = from; at < until; at++) {
            Token token = tokens.get(at);
            boolean apart = at > from && tokens.get(at - 1).until() < token.from();
            boolean hyphen = at > from && tokens.get(at - 1).until() + 1 == token.from() && !apart;
            phrase.append(apart || hyphen ? " " : "").append(token.text());
        }
        return phrase.toString();
    }
}
