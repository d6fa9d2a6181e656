package io.tocsin.news.text;

import io.tocsin.places.spelling.Spelling;
import java.util.Locale;
import java.util.Map;

/**
 * A word, a number or a sign. Hyphens part words: {@code car-bomb} is two tokens.
 *
 * @param text as written
 * @param word in small plain letters, by which the lexicon knows it; abbreviated states keep their points
 *     ({@code u.s.}), so that they are not taken for other words
 * @param from where it begins in the text that is read
 * @param until where it ends
 */
public record Token(String text, String word, int from, int until) {

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("US", "u.s."),
            Map.entry("U.S.", "u.s."),
            Map.entry("U.S", "u.s."),
            Map.entry("USA", "u.s."),
            Map.entry("UN", "u.n."),
            Map.entry("U.N.", "u.n."),
            Map.entry("U.N", "u.n."),
            Map.entry("UK", "u.k."),
            Map.entry("U.K.", "u.k."),
            Map.entry("UAE", "u.a.e."),
            Map.entry("DR", "d.r."),
            Map.entry("IS", "i.s."),
            Map.entry("MAY", "may"));

    static Token of(String text, int from) {
        return new Token(text, word(text), from, from + text.length());
    }

    private static String word(String text) {
        String state = STATES.get(text);
        if (state != null) {
            return state;
        }
        boolean possessive = text.charAt(0) == '\'';
        String plain = possessive ? text.toLowerCase(Locale.ROOT) : Spelling.plain(text);
        return plain.isEmpty() || plain.indexOf(' ') >= 0 ? text.toLowerCase(Locale.ROOT) : plain;
    }

    /** Whether it begins with a capital letter. */
    public boolean isCapital() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Whether it is a word or a number rather than a sign. */
    public boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }
}
