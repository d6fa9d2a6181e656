package io.tocsin.watch.grammar;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How values of the text are shown in reasons, and which known word a wrong one was probably meant to be. */
final class Wording {

    private static final int LONGEST_SHOWN = 60;
    private static final int LONGEST_GUESSED = 64;

    private Wording() {}

    /** The value in quotes, short and on one line. */
    static String quoted(String value) {
        return '"' + shown(value) + '"';
    }

    /** The value, short and on one line. */
    static String shown(String value) {
        return shown(value, LONGEST_SHOWN);
    }

    static String shown(String value, int longest) {
        String shown = value.length() <= longest ? value : value.substring(0, longest) + "…";
        return shown.replaceAll("[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}]", "?");
    }

    /** The known words as a list for people. */
    static String list(Collection<String> words) {
        return String.join(", ", words);
    }

    /** The known word nearest to the given one, unless all are far from it. */
    static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST_GUESSED) {
            return Optional.empty();
        }
        String meant = plain(word);
        return known.stream()
                .filter(candidate -> distance(meant, candidate) <= Math.max(1, (candidate.length() + 1) / 3))
                .min(Comparator.comparing(candidate -> distance(meant, candidate)));
    }

    private static String plain(String word) {
        return Names.kebab(word)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-')
                .replace(' ', '-')
                .replace("--", "-");
    }

    /** How many letters have to be put in, taken out or changed to turn one word into the other (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
