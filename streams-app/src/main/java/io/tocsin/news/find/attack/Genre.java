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

    private static final int MORE_TO_BE_SURE = 3;

    /** Goes before what a headline says of the article, which counts as one word more. */
    private static final String HEADLINE = "# ";

    private final Phrases<Field> words;

    /** A field of life, why what its words tell is no attack, and how many of them say that an article is of it. */
    private record Field(String words, Reason reason, int least) {}

    /** By the words of {@code genres.tsv}. */
    public Genre() {
        this.words = Phrases.read(
                "genres.tsv",
                3,
                row -> new Field(
                        row.get(0), Reason.valueOf(row.get(1).toUpperCase(Locale.ROOT)), Integer.parseInt(row.get(2))));
    }

    /** Why nothing of it is an attack, if several words of one field say so, one of them at the beginning. */
    public Optional<Reason> of(List<Sentence> sentences) {
        return of(sentences, 0);
    }

    /** The same, if so many words say so that nothing that it tells of an attack outweighs them. */
    public Optional<Reason> surely(List<Sentence> sentences) {
        return of(sentences, MORE_TO_BE_SURE);
    }

    private Optional<Reason> of(List<Sentence> sentences, int more) {
        Map<Field, Set<String>> said = new HashMap<>();
        List<Field> atFirst = new ArrayList<>();
        for (int number = 0; number < sentences.size(); number++) {
            Sentence sentence = sentences.get(number);
            for (Found<Field> found : words.all(sentence)) {
                String phrase = sentence.phrase(found.from(), found.until()).toLowerCase(Locale.ROOT);
                Set<String> ofField = said.computeIfAbsent(found.meaning(), field -> new HashSet<>());
                ofField.add(phrase);
                if (sentence.headline()) {
                    ofField.add(HEADLINE + phrase);
                }
                if (number < FIRST_SENTENCES) {
                    atFirst.add(found.meaning());
                }
            }
        }
        return atFirst.stream()
                .filter(field -> said.get(field).size() >= field.least() + more)
                .map(Field::reason)
                .findFirst();
    }
}
