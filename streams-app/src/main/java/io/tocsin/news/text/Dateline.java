package io.tocsin.news.text;

import io.tocsin.news.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where and for whom a text was written: {@code BAGHDAD, May 4 (AFP) — }. It says nothing of where it happened. */
public final class Dateline {

    private static final Pattern LINE = Pattern.compile(
            "\\s{0,4}"
                    + "(?<place>\\p{Lu}[\\p{L}.'-]{1,30}(?:,? [\\p{Lu}][\\p{L}.'-]{0,30}){0,5}(?:,? \\d{1,2})?)"
                    + "\\s{0,2}(?<wire>\\([^()]{2,40}\\))?\\s{0,2}(?<dash>\u2014|\u2013|--|- | -|:)\\s{0,2}(?=[\\p{Lu}\"'\\d])");
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{3,}.*");

    private Dateline() {}

    /** What follows the dateline, if the paragraph has one. */
    static Optional<Span> after(String text, Span paragraph) {
        return matched(text, paragraph).map(line -> new Span(line.end(), paragraph.until()));
    }

    /** The words within the brackets of the dateline: the wire service. */
    public static Optional<String> wire(String text, Span paragraph) {
        return matched(text, paragraph)
                .map(line -> line.group("wire"))
                .map(wire -> wire.substring(1, wire.length() - 1).strip());
    }

    /** The place that it was written in. */
    public static Optional<String> place(String text, Span paragraph) {
        return matched(text, paragraph).map(line -> line.group("place"));
    }

    private static Optional<Matcher> matched(String text, Span paragraph) {
        Matcher line = LINE.matcher(text).region(paragraph.from(), Math.min(paragraph.until(), paragraph.from() + 160));
        line.useTransparentBounds(true);
        if (!line.lookingAt()) {
            return Optional.empty();
        }
        boolean written = line.group("wire") != null
                || (CAPITALS.matcher(line.group("place")).matches()
                        && !line.group("dash").equals(":"));
        boolean dashed = line.group("wire") != null || !line.group("dash").equals("- ");
        return written && (dashed || CAPITALS.matcher(line.group("place")).matches())
                ? Optional.of(line)
                : Optional.empty();
    }
}
