package io.tocsin.news;

/**
 * A field of a report, and the words that it was taken from.
 *
 * @param field such as {@code occurrence}, {@code place}, {@code casualties.killed}
 * @param value as understood, for people
 */
public record Taken(String field, String value, Span span) {}
