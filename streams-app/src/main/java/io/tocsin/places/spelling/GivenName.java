package io.tocsin.places.spelling;

import java.util.Arrays;
import java.util.Optional;

/**
 * A name as a source gave it, taken apart: {@code Şalāḩ ad Dīn province} is the province {@code salah ad din}.
 *
 * @param plain the whole name, as {@link Spelling#plain} spells it, without what follows a comma or a bracket
 * @param core the plain name without the words that say what it is; never empty unless the name is
 * @param kind what those words said
 */
public record GivenName(String plain, String core, NameKind kind) {

    /** The name taken apart. */
    public static GivenName of(String name) {
        String plain = Spelling.plain(main(name));
        String[] words = joined(plain.split(" ", -1));
        if (words.length < 2) {
            return new GivenName(plain, plain, NameKind.UNSAID);
        }
        for (String word : words) {
            if (KindWords.isFacility(word)) {
                return facility(plain, words);
            }
        }
        return division(plain, words);
    }

    /** What follows a comma, as in {@code Balad, Salah ad Din}; it tells more of where the name lies. */
    public static Optional<String> afterComma(String name) {
        int comma = name.indexOf(',');
        return comma > 0 && comma + 1 < name.length() ? Optional.of(name.substring(comma + 1)) : Optional.empty();
    }

    /** The name that this one says it is near or a part of: {@code near Balad}, {@code Northern Hamah Governorate}. */
    public Optional<GivenName> centre() {
        int gap = core.indexOf(' ');
        if (gap < 0 || !KindWords.isVicinity(core.substring(0, gap))) {
            return Optional.empty();
        }
        String rest = core.substring(gap + 1);
        return Optional.of(kind == NameKind.UNSAID ? of(rest) : new GivenName(rest, rest, kind));
    }

    /**
     * The same name in one spelling for people: plain letters, capitals as given, no articles, nothing that says "town".
     * Tidying twice is tidying once.
     */
    public static String tidy(String name) {
        String[] words = Letters.plainWithCapitals(main(name)).split(" ", -1);
        int length = words.length;
        while (length > 1 && KindWords.of(Letters.plain(words[length - 1])).equals(Optional.of(NameKind.SETTLEMENT))) {
            length--;
        }
        return tidy(name, Arrays.copyOf(words, length));
    }

    /** The same, with the word that says "town": for a name that would be taken for another one without it. */
    public static String tidyInFull(String name) {
        return tidy(name, Letters.plainWithCapitals(main(name)).split(" ", -1));
    }

    private static String tidy(String name, String[] words) {
        StringBuilder tidy = new StringBuilder(name.length());
        for (int i = 0; i < words.length; i++) {
            boolean article =
                    i + 1 < words.length && Spelling.isArticle(Letters.plain(words[i]), Letters.plain(words[i + 1]));
            if (!article) {
                tidy.append(tidy.length() == 0 ? "" : " ").append(words[i]);
            }
        }
        return tidy.length() == 0 ? name.strip() : tidy.toString();
    }

    private static String main(String name) {
        int end = name.indexOf(',');
        int bracket = name.indexOf('(');
        if (bracket > 0 && (end < 0 || bracket < end)) {
            end = bracket;
        }
        return end > 0 ? name.substring(0, end) : name;
    }

    private static String[] joined(String[] words) {
        for (int i = 0; i + 1 < words.length; i++) {
            String one = KindWords.joined(words[i], words[i + 1]);
            if (one != null) {
                String[] fewer = Arrays.copyOf(words, words.length - 1);
                System.arraycopy(words, i + 2, fewer, i + 1, words.length - i - 2);
                fewer[i] = one;
                return fewer;
            }
        }
        return words;
    }

    private static GivenName facility(String plain, String[] words) {
        StringBuilder core = new StringBuilder(plain.length());
        for (String word : words) {
            if (!KindWords.isAboutFacilities(word)) {
                core.append(core.length() == 0 ? "" : " ").append(word);
            }
        }
        return new GivenName(plain, core.length() == 0 ? plain : core.toString(), NameKind.FACILITY);
    }

    private static GivenName division(String plain, String[] words) {
        int last = words.length - 1;
        Optional<NameKind> trailing = KindWords.of(words[last]);
        if (trailing.isPresent()) {
            boolean led = last > 1
                    && KindWords.leads(words[0])
                    && KindWords.of(words[0]).isPresent();
            return new GivenName(plain, core(words, led ? 1 : 0, last), trailing.get());
        }
        boolean of = words.length > 2 && (words[1].equals("of") || words[1].equals("de"));
        if (of || KindWords.leads(words[0])) {
            Optional<NameKind> leading = KindWords.of(words[0]);
            if (leading.isPresent()) {
                return new GivenName(plain, core(words, of ? 2 : 1, words.length), leading.get());
            }
        }
        return new GivenName(plain, plain, NameKind.UNSAID);
    }

    private static String core(String[] words, int from, int to) {
        return String.join(" ", Arrays.asList(words).subList(from, to));
    }
}
