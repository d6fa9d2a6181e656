package io.tocsin.news.find.place;

import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.text.Sentence;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The words about names of places, of {@code placewords.tsv}. */
public final class PlaceWords {

    private static final int LONGEST = 3;

    /** What such a word says. */
    enum Hint {
        AT,
        FROM,
        OF,
        KIND,
        FACILITY,
        WAY
    }

    private final Map<Hint, Phrases<Hint>> phrases = new EnumMap<>(Hint.class);

    private PlaceWords() {}

    /** Those of the data file. */
    public static PlaceWords load() {
        PlaceWords words = new PlaceWords();
        for (Hint hint : Hint.values()) {
            words.phrases.put(hint, Phrases.ofRows("placewords.tsv", hint.name(), hint));
        }
        return words;
    }

    /** The words that say so and begin at the position. */
    Optional<Found<Hint>> at(Hint hint, Sentence s, int at) {
        return at < s.size() ? phrases.get(hint).at(s, at) : Optional.empty();
    }

    /** Those that end before the position. */
    Optional<Found<Hint>> endingAt(Hint hint, Sentence s, int until) {
        return phrases.get(hint).endingAt(s, until, LONGEST);
    }
}
