package io.tocsin.news;

/** Why an article was not read. */
public enum Unread {
    LANGUAGE("it is not in English"),
    EMPTY("there is no prose in it");

    private final String sentence;

    Unread(String sentence) {
        this.sentence = sentence;
    }

    /** The reason for people. */
    public String sentence() {
        return sentence;
    }
}
