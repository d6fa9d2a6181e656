package io.tocsin.news.lexicon;

import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Phrases of one or more words, each with its meaning; of several that begin at a word, the longest is found. */
public final class Phrases<T> {

    /** Stands for up to that many words: {@code set ... ablaze}. */
    private static final String GAP = "...";

    private static final int WITHIN_GAP = 7;
    private static final String INFINITIVE = "to ";

    private final Node<T> root = new Node<>();

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private Node<T> afterGap;
        private T meaning;

        private Node<T> step(String word) {
            if (!word.equals(GAP)) {
                return next.computeIfAbsent(word, each -> new Node<>());
            }
            afterGap = afterGap == null ? new Node<>() : afterGap;
            return afterGap;
        }
    }

    /**
     * A phrase that was found.
     *
     * @param from the position of its first token
     * @param until the position after its last
     */
    public record Found<T>(int from, int until, T meaning) {}

    /**
     * The phrases of a data file: the first cell holds the phrases, parted by {@code ;}, and the whole row says what they
     * mean.
     */
    public static <T> Phrases<T> read(String file, int cells, Function<List<String>, T> meaning) {
        Phrases<T> phrases = new Phrases<>();
        for (List<String> row : Table.read(file, cells)) {
            T means = meaning.apply(row);
            phrases.addAll(row.get(0), means);
        }
        return phrases;
    }

    /**
     * The same, of a file where {@code to tear into} stands for the forms of that verb that tell something: {@code tore into},
     * {@code tearing into}.
     */
    public static <T> Phrases<T> readInflected(String file, int cells, Function<List<String>, T> meaning) {
        Phrases<T> phrases = new Phrases<>();
        for (List<String> row : Table.read(file, cells)) {
            T means = meaning.apply(row);
            for (String phrase : row.get(0).split(";", -1)) {
                if (phrase.startsWith(INFINITIVE)) {
                    Inflection.told(phrase.substring(INFINITIVE.length())).forEach(form -> phrases.add(form, means));
                } else {
                    phrases.add(phrase, means);
                }
            }
        }
        return phrases;
    }

    /** The phrases of the rows whose second cell says so, whatever its capitals. */
    public static <T> Phrases<T> ofRows(String file, String second, T meaning) {
        Phrases<T> phrases = new Phrases<>();
        for (List<String> row : Table.read(file, 2)) {
            if (row.get(1).equalsIgnoreCase(second)) {
                phrases.addAll(row.get(0), meaning);
            }
        }
        return phrases;
    }

    /** Adds phrases that are parted by {@code ;}. */
    public void addAll(String parted, T meaning) {
        for (String phrase : parted.split(";", -1)) {
            add(phrase, meaning);
        }
    }

    /** Adds a phrase; of two with the same words the first stands. {@code governor s office} is found as "governor's office". */
    void add(String phrase, T meaning) {
        Node<T> node = root;
        for (String word : phrase.strip().toLowerCase(Locale.ROOT).split("[ -]+", -1)) {
            node = node.step(word.equals("s") ? "'s" : word);
        }
        if (node.meaning == null) {
            node.meaning = meaning;
        }
    }

    /** The longest phrase that begins at the position; one that goes on after a gap is found where it stands before that. */
    public Optional<Found<T>> at(Sentence sentence, int position) {
        Node<T> node = root.next.get(sentence.word(position));
        Found<T> longest = null;
        for (int until = position + 1; node != null; until++) {
            T meaning = node.afterGap == null ? null : afterGap(node.afterGap, sentence, until);
            meaning = meaning == null ? node.meaning : meaning;
            if (meaning != null) {
                longest = new Found<>(position, until, meaning);
            }
            node = node.next.get(sentence.word(until));
        }
        return Optional.ofNullable(longest);
    }

    /** What the phrase means that goes on after the gap, nearest first; null where none does in the same clause. */
    private static <T> T afterGap(Node<T> rest, Sentence sentence, int gap) {
        for (int from = gap + 1;
                from <= gap + WITHIN_GAP && !sentence.word(from - 1).equals(";");
                from++) {
            Node<T> node = rest;
            T meaning = null;
            for (int at = from; node != null; at++) {
                node = node.next.get(sentence.word(at));
                meaning = node == null || node.meaning == null ? meaning : node.meaning;
            }
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }

    /** The phrase that ends at the position, the longest of them. */
    public Optional<Found<T>> endingAt(Sentence sentence, int until, int mostWords) {
        for (int from = Math.max(0, until - mostWords); from < until; from++) {
            Optional<Found<T>> found = at(sentence, from);
            if (found.isPresent() && found.get().until() == until) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All phrases of the sentence, none within another. */
    public List<Found<T>> all(Sentence sentence) {
        List<Found<T>> all = new ArrayList<>();
        for (int position = 0; position < sentence.size(); position++) {
            Optional<Found<T>> found = at(sentence, position);
            if (found.isPresent()) {
                all.add(found.get());
                position = found.get().until() - 1;
            }
        }
        return all;
    }
}
