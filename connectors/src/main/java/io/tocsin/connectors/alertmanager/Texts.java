package io.tocsin.connectors.alertmanager;

/** Texts as Alertmanagers are given them. */
final class Texts {

    private Texts() {}

    /** The text, its end left out where it is longer; never half a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
