package io.tocsin.resolve;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.CosineSimilarity;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Compares texts word by word. Case, accents, apostrophes and endings of English words make no difference. */
final class Words {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private static final double ALIKE = 0.92;
    private static final Set<String> EMPTY = Set.of(
            "the", "and", "for", "from", "with", "near", "after", "into", "over", "that", "this", "were", "was", "has",
            "have", "had", "its", "his", "her", "their", "who", "which", "than", "been", "are", "but", "not", "out",
            "off", "of", "in", "on", "at", "to", "by", "as", "an", "is", "it", "be", "al", "el", "ul", "ash", "ar",
            "az", "ad");
    private static final Set<String> KINDS_OF_PLACE =
            Set.of("town", "city", "village", "district", "province", "governorate", "oblast", "region", "state");
    private static final Pattern SPACE = Pattern.compile("[ -]+");
    private static final CosineSimilarity COSINE = new CosineSimilarity();
    private static final JaroWinklerSimilarity SPELLING = new JaroWinklerSimilarity();

    private Words() {}

    /** The words of the text that say something, and how often each is said; of a long text the first ones. */
    static Map<CharSequence, Integer> of(String text) {
        Map<CharSequence, Integer> words = new HashMap<>();
        String plain = folded(text);
        int start = 0;
        for (int i = 0; i <= plain.length() && words.size() < LONGEST; i++) {
            if (i == plain.length() || !Character.isLetterOrDigit(plain.charAt(i))) {
                if (i - start >= SHORTEST) {
                    String word = stem(plain.substring(start, i));
                    if (!EMPTY.contains(word)) {
                        words.merge(word, 1, Integer::sum);
                    }
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** How much of their words two texts share: the cosine between them, 0 to 1. */
    static double shared(Map<CharSequence, Integer> one, Map<CharSequence, Integer> other) {
        return shareNone(one, other) ? 0 : COSINE.cosineSimilarity(one, other);
    }

    @SuppressWarnings("CollectionUndefinedEquality") // the library asks for any characters; ours are strings
    private static boolean shareNone(Map<CharSequence, Integer> one, Map<CharSequence, Integer> other) {
        Map<CharSequence, Integer> fewer = one.size() <= other.size() ? one : other;
        Map<CharSequence, Integer> more = fewer == one ? other : one;
        for (CharSequence word : fewer.keySet()) {
            if (more.containsKey(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two folded names may be spellings of one name. */
    static boolean alike(String one, String other) {
        return SPELLING.apply(one, other) >= ALIKE || SPELLING.apply(other, one) >= ALIKE;
    }

    /** Lower case without accents and apostrophes. */
    static String folded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return withoutMarks(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .toLowerCase(Locale.ROOT);
            }
        }
        return text.replace("'", "").toLowerCase(Locale.ROOT);
    }

    private static String withoutMarks(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean apostrophe = c == '\'' || c == '\u2019' || c == '\u2018';
            boolean accent = c >= 128 && Character.getType(c) == Character.NON_SPACING_MARK;
            if (!apostrophe && !accent) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** The name of a place without articles and without the word for what it is: {@code Aleppo} of Aleppo Governorate. */
    static String bare(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (String word : SPACE.split(folded(name), -1)) {
            if (!word.isEmpty() && !EMPTY.contains(word) && !KINDS_OF_PLACE.contains(word)) {
                bare.append(word).append(' ');
            }
        }
        return bare.toString();
    }

    /** How the last word of a folded name sounds: its consonants, those that scripts mix up made one. */
    static String sound(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        StringBuilder sound = new StringBuilder(last.length());
        for (int i = 0; i < last.length(); i++) {
            char c = last.charAt(i);
            char consonant = c == 'q' || c == 'c' || c == 'g' ? 'k' : c == 'z' ? 's' : c;
            boolean vowel = "aeiouyw".indexOf(c) >= 0;
            boolean again = sound.length() > 0 && sound.charAt(sound.length() - 1) == consonant;
            if (!vowel && !again) {
                sound.append(consonant);
            }
        }
        return sound.length() >= SHORTEST ? sound.toString() : last;
    }

    private static String stem(String word) {
        if (word.length() > 5 && word.endsWith("ing")) {
            return word.substring(0, word.length() - 3);
        }
        if (word.length() > 4 && (word.endsWith("ed") || word.endsWith("es"))) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
