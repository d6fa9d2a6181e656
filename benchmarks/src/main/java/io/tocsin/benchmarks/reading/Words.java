package io.tocsin.benchmarks.reading;

import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.Likeness;
import io.tocsin.places.spelling.Spelling;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether two wordings say the same. */
final class Words {

    private static final int STEM = 5;

    private static final Set<String> EMPTY = Set.of(
            "the", "a", "an", "of", "in", "on", "at", "to", "for", "by", "and", "or", "it", "its", "is", "was", "were",
            "be", "been", "had", "has", "have", "that", "this", "which", "who", "as", "with", "from", "s");

    private Words() {}

    /** The words that say something, in plain letters, cut to their first letters so that endings do not matter. */
    static Set<String> content(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : Spelling.plain(text).split(" ", -1)) {
            if (!word.isEmpty() && !EMPTY.contains(word)) {
                words.add(word.length() > STEM ? word.substring(0, STEM) : word);
            }
        }
        return words;
    }

    /** The share of the statement's words that the sentence has too. */
    static double shared(String statement, String sentence) {
        Set<String> words = content(statement);
        Set<String> common = new LinkedHashSet<>(words);
        common.retainAll(content(sentence));
        return words.isEmpty() ? 0 : (double) common.size() / words.size();
    }

    /** Whether all words of the one are among those of the other: {@code police} and {@code a police source}. */
    static boolean sameName(String one, String other) {
        Set<String> some = content(one);
        Set<String> others = content(other);
        return !some.isEmpty() && !others.isEmpty() && (some.containsAll(others) || others.containsAll(some));
    }

    /** Whether two spellings are of one place, whatever they say that it is. */
    static boolean samePlace(String one, String other) {
        String some = Spelling.loose(GivenName.of(one).core());
        String others = Spelling.loose(GivenName.of(other).core());
        return some.equals(others) || sameName(one, other) || Likeness.alike(some, others);
    }

    /** Whether the text has a word that sounds like the last word of the person's name. */
    static boolean hasSurname(String person, String text) {
        List<String> names = Arrays.asList(Spelling.plain(person).split(" ", -1));
        String surname = names.get(names.size() - 1);
        String loose = Spelling.loose(surname);
        return Arrays.stream(Spelling.plain(text).split(" ", -1))
                .anyMatch(word -> word.equals(surname)
                        || Spelling.loose(word).equals(loose)
                        || Likeness.alike(Spelling.loose(word), loose));
    }
}
