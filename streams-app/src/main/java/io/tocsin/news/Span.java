package io.tocsin.news;

/**
 * A stretch of {@link Reading#text()}: the characters from {@code from} to before {@code until}.
 */
public record Span(int from, int until) implements Comparable<Span> {

    public Span {
        if (from < 0 || until < from) {
            throw new IllegalArgumentException("no stretch of text from " + from + " to " + until);
        }
    }

    /** The characters of it. */
    public String in(String text) {
        return text.substring(from, until);
    }

    /** The smallest stretch that holds both. */
    public Span with(Span other) {
        return new Span(Math.min(from, other.from), Math.max(until, other.until));
    }

    @Override
    public int compareTo(Span other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(until, other.until);
    }
}
