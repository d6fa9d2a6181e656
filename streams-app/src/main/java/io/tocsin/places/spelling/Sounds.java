package io.tocsin.places.spelling;

/** The sound of a word, roughly: one letter for what transliterations write in several ways. */
final class Sounds {

    private static final String ARABIC = "بتثجحخدذرزسشصضطظعغفقكلمنهويا\u067E\u0686\u0698\u06AF";
    private static final String LATIN = "bttjhxddrzsssdtz\0gfkklmnh\0\0\0pczg";

    private Sounds() {}

    /** Appends the sound of a word of plain letters. */
    static void append(StringBuilder sound, String word) {
        int start = sound.length();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            switch (letter) {
                case 'k', 'q' -> {
                    push(sound, next == 'h' ? 'x' : 'k');
                    i += next == 'h' ? 1 : 0;
                }
                case 'c' -> {
                    push(sound, next == 'h' ? 'c' : 'k');
                    i += next == 'h' || next == 'k' ? 1 : 0;
                }
                case 's', 'd', 't', 'g', 'z' -> {
                    push(sound, letter);
                    i += next == 'h' ? 1 : 0;
                }
                case 'p' -> {
                    push(sound, next == 'h' ? 'f' : 'p');
                    i += next == 'h' ? 1 : 0;
                }
                case 'e', 'y' -> push(sound, 'i');
                case 'o', 'w' -> push(sound, 'u');
                case 'a' -> push(sound, isGlide(next) ? 'i' : isRound(next) ? 'u' : 'a');
                case 'h' -> {
                    boolean silent = next == ' ' && sound.length() > start && isVowel(sound.charAt(sound.length() - 1));
                    if (!silent) {
                        push(sound, 'h');
                    }
                }
                default -> push(sound, letter);
            }
        }
        endInA(sound, start);
    }

    /** Appends the consonants of a word of plain letters, in Latin or Arabic script. */
    static void appendConsonants(StringBuilder skeleton, String word) {
        StringBuilder sound = new StringBuilder(word.length());
        append(sound, word);
        for (int i = 0; i < sound.length(); i++) {
            char letter = sound.charAt(i);
            int arabic = ARABIC.indexOf(letter);
            if (arabic >= 0) {
                boolean silent = LATIN.charAt(arabic) == 0 || isLastH(letter, i, sound);
                if (!silent) {
                    skeleton.append(LATIN.charAt(arabic));
                }
            } else if (!isVowel(letter)) {
                skeleton.append(letter);
            }
        }
    }

    private static void push(StringBuilder sound, char letter) {
        boolean doubled =
                sound.length() > 0 && sound.charAt(sound.length() - 1) == letter && !Character.isDigit(letter);
        if (!doubled) {
            sound.append(letter);
        }
    }

    /** A last vowel e or i is written a as often, as in Hadithe and Haditha. */
    private static void endInA(StringBuilder sound, int start) {
        int last = sound.length() - 1;
        if (last - start > 2 && sound.charAt(last) == 'i' && sound.charAt(last - 1) != 'a') {
            sound.setCharAt(last, 'a');
        }
    }

    /** Latin letters leave a last h out, whichever it is. */
    private static boolean isLastH(char letter, int at, CharSequence word) {
        return at == word.length() - 1 && (letter == 'ه' || letter == 'ح');
    }

    private static boolean isGlide(char letter) {
        return letter == 'i' || letter == 'y';
    }

    private static boolean isRound(char letter) {
        return letter == 'u' || letter == 'w';
    }

    private static boolean isVowel(char letter) {
        return letter == 'a' || letter == 'i' || letter == 'u';
    }
}
