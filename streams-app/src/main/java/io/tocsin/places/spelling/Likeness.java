package io.tocsin.places.spelling;

/** Whether two names of the same consonants are spelled nearly alike. */
public final class Likeness {

    /** Shorter names of few different letters are different names. */
    private static final int SHORTEST = 8;

    private static final int MOST_EDITS = 2;

    private Likeness() {}

    /** Whether two loose spellings are long and differ in two letters at most; or the one is in another script. */
    public static boolean alike(String loose, String other) {
        boolean otherScript = !Letters.ascii(loose);
        boolean longEnough = Math.min(loose.length(), other.length()) >= SHORTEST;
        return otherScript || (longEnough && edits(loose, other) <= MOST_EDITS);
    }

    /** Levenshtein's distance: letters to put in, take out or change. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
