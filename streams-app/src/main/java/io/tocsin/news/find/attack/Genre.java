package io.tocsin.news.find.attack;

import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether an article speaks in the words of war of something else: a race, a film, a drill, a life that is over. */
public final class Genre {

    private static final int FIRST_SENTENCES = 7;
    private static final int WORDS_AT_LEAST = 3;

    private final Phrases<Field> words;

    /** A field of life and why what its words tell is no attack. */
    private record Field(String words, Reason reason) {}

    /** By the words of {@code genres.tsv}. */
    public Genre() {
        this.words = Phrases.read(
                "genres.tsv",
                2,
                row -> new Field(row.get(0), Reason.valueOf(row.get(1).toUpperCase(Locale.ROOT))));
    }

    /** Why nothing of it is an attack, if several words of one field say so, one of them at the beginning. */
    public Optional<Reason> of(List<Sentence> sentences) {
        Map<Field, Set<String>> said = new HashMap<>();
        List<Field> atFirst = new ArrayList<>();
        for (int number = 0; number < sentences.size(); number++) {
            Sentence sentence = sentences.get(number);
            for (Found<Field> found : words.all(sentence)) {
                said.computeIfAbsent(found.meaning(), field -> new HashSet<>())
                        .add(sentence.phrase(found.from(), found.until()).toLowerCase(Locale.ROOT));
                if (number < FIRST_SENTENCES) {
                    atFirst.add(found.meaning());
                }
            }
        }
        return atFirst.stream()
                .filter(field -> said.get(field).size() >= WORDS_AT_LEAST)
                .map(Field::reason)
                .findFirst();
    }
}
