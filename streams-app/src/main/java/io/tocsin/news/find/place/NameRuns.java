package io.tocsin.news.find.place;

import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** Where a name ends: {@code Ain al-Asad}, {@code Sadr City}, {@code Camp 7}. */
final class NameRuns {

    private static final int LONGEST = 5;

    private static final Set<String> CONNECTORS = Words.of("within-place-names");

    private static final Set<String> BEFORE_COUNTRIES = Words.of("before-countries-in-names");

    private static final Set<String> DIRECTIONS = Words.of("directions-in-names");

    private final Countries countries;

    NameRuns(Countries countries) {
        this.countries = countries;
    }

    /** The position after the last word of the name, none of them taken; where there is no name, that of its beginning. */
    int end(Sentence s, int at, boolean[] taken) {
        int end = at;
        while (end < s.size() && end < at + LONGEST && !taken[end] && belongs(s, at, end)) {
            end++;
        }
        return end;
    }

    private boolean belongs(Sentence s, int at, int word) {
        boolean first = word == at;
        boolean figure =
                s.text(word).length() == 1 && Character.isDigit(s.text(word).charAt(0));
        boolean connector = CONNECTORS.contains(s.word(word)) && s.isCapital(word + 1);
        boolean capital = s.isCapital(word)
                && s.tokens().get(word).isWord()
                && (first
                        || isOtherSpelled(s, word)
                        || isPartOf(s, word)
                        || countries.at(s, word).isEmpty());
        return capital || (!first && (figure || connector));
    }

    /** {@code North Sinai}, {@code Lake Chad}, {@code New Guinea}: of what is no country. */
    private boolean isPartOf(Sentence s, int word) {
        return (s.isCapital(word - 1) && BEFORE_COUNTRIES.contains(s.word(word - 1))) || isDivisionOf(s, word);
    }

    private boolean isDivisionOf(Sentence s, int word) {
        return DIRECTIONS.contains(s.word(word - 1))
                && s.isCapital(word - 1)
                && countries
                        .at(s, word)
                        .filter(found -> found.meaning().people())
                        .isPresent();
    }

    /** {@code Puerto Jordán}: a sign that the country's English name has not. */
    private static boolean isOtherSpelled(Sentence s, int word) {
        return s.text(word).chars().anyMatch(character -> character > 127);
    }
}
