package io.tocsin.api;

/**
 * How an instance is.
 *
 * @param live false when only a restart helps
 * @param ready whether it does its work
 * @param reason why it is, or is not, ready
 */
public record Health(boolean live, boolean ready, String reason) {}
