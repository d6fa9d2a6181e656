package io.tocsin.news;

/** Something in the text that cannot be right, and what was made of it. */
public record Notice(Span span, String sentence) {}
