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

    private final Node<T> root = new Node<>();

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private T meaning;
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
            node = node.next.computeIfAbsent(word.equals("s") ? "'s" : word, each -> new Node<>());
        }
        if (node.meaning == null) {
            node.meaning = meaning;
        }
    }

    /** The longest phrase that begins at the position. */
    public Optional<Found<T>> at(Sentence sentence, int position) {
        Node<T> node = root.next.get(sentence.word(position));
        Found<T> longest = null;
        for (int until = position + 1; node != null; until++) {
            if (node.meaning != null) {
                longest = new Found<>(position, until, node.meaning);
            }
            node = node.next.get(sentence.word(until));
        }
        return Optional.ofNullable(longest);
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
