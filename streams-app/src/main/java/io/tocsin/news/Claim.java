package io.tocsin.news;

import java.util.Optional;

/**
 * A statement about many attacks: {@code 39 rocket attacks from October to the end of July}.
 *
 * @param count how many, at least; empty where only an ordinal or a vague word says so
 * @param what the words for what is counted, such as {@code rocket attacks}
 * @param period the words for the period, such as {@code since January}
 * @param sentence in which it is stated
 */
public record Claim(Optional<Integer> count, String what, Optional<String> period, Span sentence) {}
