package io.tocsin.news;

/** The ids of the reports that articles make: where the article was published, and a number within it. */
public final class TellingId {

    /** No id is longer, in characters. */
    public static final int LONGEST = 256;

    private static final char NUMBER = '#';
    private static final char CUT = '~';

    private TellingId() {}

    /**
     * The id of the report of that number: {@code https://daily.example/a#1}. Of a long url only the beginning is in it,
     * and a digest of the whole.
     */
    public static String of(String url, int number) {
        String whole = url + NUMBER + number;
        if (whole.length() <= LONGEST) {
            return whole;
        }
        String end = CUT + Digest.hex(url) + NUMBER + number;
        int kept = LONGEST - end.length();
        boolean splits = Character.isHighSurrogate(url.charAt(kept - 1));
        return url.substring(0, splits ? kept - 1 : kept) + end;
    }
}
