package io.tocsin.news.text;

import io.tocsin.news.Span;
import io.tocsin.news.lexicon.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and for whom a text was written: {@code BAGHDAD, May 4 (AFP) — }. It says nothing of where it happened. In a
 * digest every item may have its own: {@code GROZNY. A sergeant …}.
 */
public final class Dateline {

    private static final Pattern LINE = Pattern.compile(
            "\\s{0,4}"
                    + "(?<place>\\p{Lu}[\\p{L}.'/-]{1,40}(?:,? (?:\\p{Lu}[\\p{L}.'-]{0,30}|\\d{1,4}|of|the)){0,8})"
                    + "\\s{0,2}(?<wire>\\([^()]{2,40}\\))?\\s{0,2}(?<dash>\u2014|\u2013|--|- | -|:|(?<=\\p{Lu}{3})\\.)\\s{0,2}(?=[\\p{Lu}\"'\\d])");
    /** {@code Ouagadougou, 16 March}, before a dash. */
    private static final Pattern DATED = Pattern.compile(
            "[^,]{2,40}, (?:\\d{1,2} \\p{Lu}\\p{L}{2,8}|\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2})(?:,? \\d{4})?");

    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{3,}.*");

    private static final Set<String> NO_PLACES = Words.of("before-colons");

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
        boolean wired = line.group("wire") != null;
        boolean capitals = CAPITALS.matcher(line.group("place")).matches();
        boolean heads = line.group("dash").equals(":") || line.group("dash").equals(".");
        boolean dated = !heads && DATED.matcher(line.group("place")).matches();
        boolean written = wired || dated || (capitals && !(heads && isHeading(line.group("place"))));
        return written ? Optional.of(line) : Optional.empty();
    }

    /** Before a colon or a full stop other words stand in capitals too: {@code CORRECTION: An earlier version}. */
    private static boolean isHeading(String place) {
        String[] words = place.split("[ ,]+", -1);
        for (String word : words) {
            boolean small = !word.equals(word.toUpperCase(Locale.ROOT));
            if (small || NO_PLACES.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
