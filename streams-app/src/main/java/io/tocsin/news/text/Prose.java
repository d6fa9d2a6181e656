package io.tocsin.news.text;

import io.tocsin.news.Article;
import io.tocsin.news.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of an article is prose: its headline and its paragraphs, without the furniture of the page around them.
 *
 * @param text what is read: the title, an empty line and the text, no longer than {@link #MOST_CHARACTERS}; signs that
 *     have a plain form are plain, and control characters are spaces, each in the place of one
 */
public record Prose(String text, List<Paragraph> paragraphs) {

    /** No more of an article is read. The longest of the great papers' reports have half of it. */
    public static final int MOST_CHARACTERS = 60_000;

    private static final int SHORTEST_WRAPPED = 50;
    private static final int LONGEST_WRAPPED = 140;
    private static final int LONGEST_HEADING = 80;
    private static final int HEADLINES = 2;
    private static final Pattern TAG = Pattern.compile("<[/!?A-Za-z][^<>]{0,400}>|\\[\\d{1,3}\\]");

    /**
     * A stretch of prose.
     *
     * @param headline whether it is the title or a line below it
     */
    public record Paragraph(Span span, boolean headline) {}

    public Prose {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The prose of the article. */
    public static Prose of(Article article, Chrome chrome) {
        String title = article.title().map(String::strip).orElse("");
        boolean repeated = !title.isEmpty() && article.text().stripLeading().startsWith(title);
        String whole = title.isEmpty() || repeated ? article.text() : title + "\n\n" + article.text();
        String text = plain(whole.length() > MOST_CHARACTERS ? whole.substring(0, MOST_CHARACTERS) : whole);
        return new Prose(text, paragraphs(text, chrome, !title.isEmpty()));
    }

    private static List<Paragraph> paragraphs(String text, Chrome chrome, boolean titled) {
        List<Span> lines = joined(text, lines(text));
        Map<String, Integer> repeats = new HashMap<>();
        lines.forEach(line -> repeats.merge(line.in(text), 1, Integer::sum));
        List<Paragraph> paragraphs = new ArrayList<>();
        int headlines = 0;
        boolean prose = false;
        boolean skipNext = false;
        for (int i = 0; i < lines.size(); i++) {
            Span span = lines.get(i);
            String line = span.in(text);
            boolean first = i == 0 && titled;
            Chrome.Kind kind = first ? Chrome.Kind.NONE : chrome.kind(line);
            boolean skipped = skipNext;
            skipNext = kind == Chrome.Kind.NEXT_LINE_TOO;
            if (kind == Chrome.Kind.REST && prose) {
                break;
            }
            if (kind != Chrome.Kind.NONE || skipped || (repeats.get(line) > 1 && !first)) {
                continue;
            }
            boolean heading = isHeading(line);
            if (heading && !prose && headlines < HEADLINES) {
                headlines++;
                paragraphs.add(new Paragraph(span, true));
            } else if (!heading || line.length() > LONGEST_HEADING) {
                prose = true;
                paragraphs.add(new Paragraph(span, false));
            }
        }
        return paragraphs;
    }

    /** Whether a line is no sentence: a title, a heading, an entry of a menu. */
    private static boolean isHeading(String line) {
        return !ends(line, ".!?:;,");
    }

    private static boolean ends(String line, String signs) {
        int last = line.length() - 1;
        while (last >= 0 && "\"')]* ".indexOf(line.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && signs.indexOf(line.charAt(last)) >= 0;
    }

    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            lines.add(stripped(text, from, end));
            from = end + 1;
        }
        return lines;
    }

    /** Lines without the empty ones; those that were wrapped in the middle of a sentence are one again. */
    private static List<Span> joined(String text, List<Span> lines) {
        List<Span> joined = new ArrayList<>();
        Optional<Span> open = Optional.empty();
        for (Span line : lines) {
            if (line.from() == line.until()) {
                open.ifPresent(joined::add);
                open = Optional.empty();
                continue;
            }
            if (open.isPresent() && isWrapped(text, open.get())) {
                open = Optional.of(open.get().with(line));
            } else {
                open.ifPresent(joined::add);
                open = Optional.of(line);
            }
        }
        open.ifPresent(joined::add);
        return joined;
    }

    private static boolean isWrapped(String text, Span paragraph) {
        int start = text.lastIndexOf('\n', paragraph.until() - 1) + 1;
        int length = paragraph.until() - Math.max(start, paragraph.from());
        return length >= SHORTEST_WRAPPED && length <= LONGEST_WRAPPED && !ends(paragraph.in(text), ".!?:");
    }

    private static Span stripped(String text, int from, int until) {
        int start = from;
        int end = until;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    private static String plain(String text) {
        char[] plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = isHalf(text, i) ? ' ' : plain(plain[i]);
        }
        return withoutTags(new String(plain));
    }

    /** Whether half of a character stands there, without the other half. */
    private static boolean isHalf(String text, int at) {
        char character = text.charAt(at);
        boolean followed = at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        boolean led = at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return (Character.isHighSurrogate(character) && !followed) || (Character.isLowSurrogate(character) && !led);
    }

    private static char plain(char character) {
        return switch (character) {
            case '\u2018', '\u2019', '\u201B', '\u02BC', '\u00B4', '`' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u201F' -> '"';
            case '\u2010', '\u2011', '\u2012' -> '-';
            case '\n', '\u2028', '\u2029' -> '\n';
            default -> isBlank(character) ? ' ' : character;
        };
    }

    private static boolean isBlank(char character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SPACE_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    /** Markup that slipped into the text is blanked, so that nothing moves. */
    private static String withoutTags(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('[') < 0) {
            return text;
        }
        return TAG.matcher(text).replaceAll(tag -> " ".repeat(tag.group().length()));
    }
}
