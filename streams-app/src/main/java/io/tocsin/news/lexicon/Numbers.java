package io.tocsin.news.lexicon;

import io.tocsin.news.text.Sentence;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers in figures and in words. */
public final class Numbers {

    private static final int LONGEST = 9;

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("dozen", 12));

    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("eleventh", 11),
            Map.entry("twelfth", 12));

    private static final Set<String> ENDINGS = Set.of("st", "nd", "rd", "th");

    private Numbers() {}

    /**
     * A number and the tokens that it takes.
     *
     * @param from the position of its first token
     * @param until the position after its last
     */
    public record Figure(int value, int from, int until) {}

    /** The number that begins at the position: {@code 1,200}, {@code twenty five}, {@code a dozen}, {@code two hundred}. */
    public static Optional<Figure> at(Sentence sentence, int at) {
        String word = sentence.word(at);
        if (word.equals("a") && sentence.word(at + 1).equals("dozen")) {
            return Optional.of(new Figure(12, at, at + 2));
        }
        Optional<Integer> first = value(sentence.text(at), word);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int value = first.get();
        int until = at + 1;
        Integer unit = WORDS.get(sentence.word(until));
        if (WORDS.containsKey(word) && value >= 20 && unit != null && unit > 0 && unit < 10) {
            value += unit;
            until++;
        }
        String scale = sentence.word(until);
        if (scale.equals("hundred") || scale.equals("thousand") || scale.equals("dozen")) {
            value = Math.min(value, 10_000) * (scale.equals("hundred") ? 100 : scale.equals("dozen") ? 12 : 1_000);
            until++;
        }
        return Optional.of(new Figure(value, at, until));
    }

    private static Optional<Integer> value(String text, String word) {
        Integer known = WORDS.get(word);
        return known != null ? Optional.of(known) : figures(text);
    }

    private static Optional<Integer> figures(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean comma = character == ',' && text.length() - i == 4;
            if (!comma && (character < '0' || character > '9')) {
                return Optional.empty();
            }
            value = comma ? value : value * 10 + character - '0';
        }
        return Optional.of(value);
    }

    /** The rank that the word says: {@code third}, {@code 3rd}. */
    public static Optional<Integer> ordinal(Sentence sentence, int at) {
        String word = sentence.word(at);
        Integer known = ORDINALS.get(word);
        if (known != null) {
            return Optional.of(known);
        }
        return word.length() > 2 && ENDINGS.contains(word.substring(word.length() - 2))
                ? figures(word.substring(0, word.length() - 2))
                : Optional.empty();
    }

    /** A year of four figures that news speaks of. */
    public static Optional<Integer> year(Sentence sentence, int at) {
        String text = sentence.text(at);
        return text.length() == 4 ? figures(text).filter(year -> year >= 1900 && year < 2100) : Optional.empty();
    }
}
