package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;

/**
 * With what an attack was done, told apart from it: {@code bullet cases lay in the yard}.
 *
 * @param at the position of its first word
 * @param end the position after its last
 */
public record Means(Category category, int at, int end) {}
