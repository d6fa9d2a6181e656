package io.tocsin.resolve;

/** A bucket of reports that may speak of one event; only reports that share a block are compared. */
public record Block(String key) {}
