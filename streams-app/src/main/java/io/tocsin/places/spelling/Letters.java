package io.tocsin.places.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Letters without their marks, in lower case; what is no letter or digit parts words or vanishes. */
final class Letters {

    private static final char NOTHING = 0;
    private static final char GAP = ' ';

    /** Signs within a word: ayn, hamza, soft signs and apostrophes, as many sources write them or leave them out. */
    private static final String SIGNS =
            "'`\u00B4\u2018\u2019\u201B\u02BB\u02BC\u02BE\u02BF\u02B9\u02BA\u2032.\u0640\u0621\u200C\u200D\u00B7";

    /** Letters that no decomposition makes plain. Arabic script: Persian, Kurdish and Urdu forms become the Arabic ones. */
    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ı', "i"),
            Map.entry('ə', "a"),
            Map.entry('ħ', "h"),
            Map.entry('ŋ', "ng"),
            Map.entry('ɓ', "b"),
            Map.entry('ɗ', "d"),
            Map.entry('ƙ', "k"),
            Map.entry('ى', "ي"),
            Map.entry('ی', "ي"),
            Map.entry('ې', "ي"),
            Map.entry('ێ', "ي"),
            Map.entry('ک', "ك"),
            Map.entry('ڪ', "ك"),
            Map.entry('ګ', "گ"),
            Map.entry('ة', "ه"),
            Map.entry('ە', "ه"),
            Map.entry('ہ', "ه"),
            Map.entry('ھ', "ه"),
            Map.entry('ٱ', "ا"));

    private Letters() {}

    /** Words of plain letters and digits in lower case, parted by single spaces. */
    static String plain(String name) {
        return plain(name, Letters::lower);
    }

    /** The same with capital letters where the name has them. */
    static String plainWithCapitals(String name) {
        return plain(name, letter -> letter);
    }

    private static String plain(String name, CharCase charCase) {
        StringBuilder plain = new StringBuilder(name.length());
        String decomposed = ascii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length(); i++) {
            append(plain, decomposed.charAt(i), charCase);
        }
        int length = plain.length();
        if (length > 0 && plain.charAt(length - 1) == GAP) {
            plain.setLength(length - 1);
        }
        return plain.toString();
    }

    /** The name with its spaces, hyphens and capitals, in plain letters. */
    static String withoutMarks(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length(); i++) {
            char character = decomposed.charAt(i);
            char lower = Character.toLowerCase(character);
            boolean sign = SIGNS.indexOf(character) >= 0 || Character.getType(character) == Character.NON_SPACING_MARK;
            if (PLAIN.containsKey(lower)) {
                String letters = PLAIN.get(lower);
                plain.append(
                                lower == character
                                        ? letters
                                        : letters.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(lower == character ? "" : letters.substring(1));
            } else if (!sign || character == '.') {
                plain.append(character);
            }
        }
        return plain.toString();
    }

    static boolean ascii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder plain, char character, CharCase charCase) {
        char letter = character < 128 ? ascii(character, charCase) : beyondAscii(character);
        if (letter == GAP) {
            if (plain.length() > 0 && plain.charAt(plain.length() - 1) != GAP) {
                plain.append(GAP);
            }
        } else if (letter >= 128) {
            plain.append(PLAIN.getOrDefault(letter, String.valueOf(letter)));
        } else if (letter != NOTHING) {
            plain.append(letter);
        }
    }

    private static char ascii(char character, CharCase charCase) {
        if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
            return character;
        }
        if (character >= 'A' && character <= 'Z') {
            return charCase.of(character);
        }
        return SIGNS.indexOf(character) >= 0 ? NOTHING : GAP;
    }

    private static char beyondAscii(char character) {
        if (SIGNS.indexOf(character) >= 0 || Character.getType(character) == Character.NON_SPACING_MARK) {
            return NOTHING;
        }
        if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
            return Character.toLowerCase(character);
        }
        return Character.getType(character) == Character.COMBINING_SPACING_MARK ? character : GAP;
    }

    private static char lower(char capital) {
        return (char) (capital + ('a' - 'A'));
    }

    private interface CharCase {
        char of(char capital);
    }
}
