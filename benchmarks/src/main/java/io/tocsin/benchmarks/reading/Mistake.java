package io.tocsin.benchmarks.reading;

import java.util.Locale;

/**
 * Something that was misread.
 *
 * @param what {@code missed}, {@code false}, or a field that is {@code wrong} or {@code missing}
 * @param sentence that the report rests on; empty where there is none
 */
public record Mistake(String file, String what, String expected, String got, String sentence) {

    static final String MISSED = "missed";
    static final String FALSE = "false";

    static Mistake of(String file, Field field, Judged judged, String sentence) {
        return new Mistake(
                file,
                field.label() + " " + judged.verdict().name().toLowerCase(Locale.ROOT),
                judged.expected(),
                judged.got(),
                sentence);
    }

    /** In one line. */
    @Override
    public String toString() {
        return file + "  " + what
                + (expected.isEmpty() ? "" : "  expected " + expected)
                + (got.isEmpty() ? "" : "  got " + got)
                + (sentence.isEmpty() ? "" : "  \"" + sentence.replaceAll("\\s+", " ") + "\"");
    }
}
