package io.tocsin.places.spelling;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Keys under which the spellings of a name meet, from the strictest to the loosest:
 *
 * <ol>
 *   <li>{@link #plain}: no marks, no case, no punctuation;
 *   <li>{@link #loose}: no articles and spaces either, and one letter for what transliterations write in several ways;
 *   <li>{@link #skeleton}: the consonants alone, in which a name in Arabic script meets the same name in Latin letters.
 * </ol>
 *
 * Two names with equal plain keys have equal loose keys.
 */
public final class Spelling {

    /** A shorter skeleton is that of too many names. */
    private static final int SHORTEST_SKELETON = 3;

    /** The Arabic article before a letter that assimilates it, and the letters (or their first) that do. */
    private static final Map<String, String> SUN_ARTICLES = Map.ofEntries(
            Map.entry("as", "s"),
            Map.entry("es", "s"),
            Map.entry("ash", "s"),
            Map.entry("esh", "s"),
            Map.entry("ad", "d"),
            Map.entry("ed", "d"),
            Map.entry("adh", "d"),
            Map.entry("an", "n"),
            Map.entry("en", "n"),
            Map.entry("ar", "r"),
            Map.entry("er", "r"),
            Map.entry("at", "t"),
            Map.entry("et", "t"),
            Map.entry("ath", "t"),
            Map.entry("az", "z"),
            Map.entry("ez", "z"));

    private static final Set<String> ARTICLES = Set.of("al", "el", "il", "ul", "the", "of", "in");

    /** Words that sources write in several ways, one by one. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("tall", "tal"),
            Map.entry("tell", "tal"),
            Map.entry("tel", "tal"),
            Map.entry("abou", "abu"),
            Map.entry("abi", "abu"),
            Map.entry("abo", "abu"),
            Map.entry("bou", "abu"),
            Map.entry("beni", "bani"),
            Map.entry("banu", "bani"),
            Map.entry("um", "umm"),
            Map.entry("om", "umm"),
            Map.entry("oum", "umm"),
            Map.entry("omm", "umm"),
            Map.entry("jebel", "jabal"),
            Map.entry("jabel", "jabal"),
            Map.entry("jebal", "jabal"),
            Map.entry("gebel", "jabal"),
            Map.entry("gabal", "jabal"),
            Map.entry("djebel", "jabal"),
            Map.entry("kafar", "kafr"),
            Map.entry("kefar", "kafr"),
            Map.entry("kfar", "kafr"),
            Map.entry("kufr", "kafr"),
            Map.entry("kefr", "kafr"),
            Map.entry("kafer", "kafr"),
            Map.entry("qalaat", "qalat"),
            Map.entry("kalat", "qalat"),
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("mt", "mount"),
            Map.entry("ft", "fort"),
            Map.entry("american", "us"),
            Map.entry("usa", "us"),
            Map.entry("british", "uk"));

    private Spelling() {}

    /** No marks, no case, no punctuation: words of plain letters, parted by single spaces. */
    public static String plain(String name) {
        return Letters.plain(name);
    }

    /** The name with its spaces, hyphens and capitals, in plain letters; the name itself in other scripts. */
    public static String withoutMarks(String name) {
        return Letters.withoutMarks(name);
    }

    /** What is the same however the name of this plain key is transliterated; empty only for an empty key. */
    public static String loose(String plain) {
        StringBuilder loose = new StringBuilder(plain.length());
        for (String word : withoutArticles(plain)) {
            Sounds.append(loose, WORDS.getOrDefault(word, word));
        }
        return loose.toString();
    }

    /** The consonants of the name, or nothing where they are too few to tell it from others. */
    public static String skeleton(String plain) {
        StringBuilder skeleton = new StringBuilder(plain.length());
        for (String word : withoutArticles(plain)) {
            Sounds.appendConsonants(skeleton, WORDS.getOrDefault(word, word));
        }
        return skeleton.length() < SHORTEST_SKELETON ? "" : skeleton.toString();
    }

    /** The words of a plain key, its articles left out unless there is nothing else. */
    static String[] withoutArticles(String plain) {
        String[] words = plain.split(" ", -1);
        int kept = 0;
        String[] others = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            String word =
                    i + 1 < words.length && isArticle(words[i], words[i + 1]) ? "" : withoutArabicArticle(words[i]);
            if (!word.isEmpty()) {
                others[kept++] = word;
            }
        }
        return Arrays.copyOf(others, kept);
    }

    static boolean isArticle(String word, String next) {
        if (ARTICLES.contains(word)) {
            return true;
        }
        String assimilated = SUN_ARTICLES.get(word);
        return assimilated != null && next.startsWith(assimilated);
    }

    private static String withoutArabicArticle(String word) {
        return word.length() > 3 && word.startsWith("ال") ? word.substring(2) : word;
    }
}
