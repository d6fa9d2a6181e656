package io.tocsin.news.find.people;

import io.tocsin.incident.TargetKind;

/**
 * Something that may be what was attacked.
 *
 * @param rank how little it is preferred
 * @param struck whether a word right before says that it was
 */
public record Aim(TargetKind kind, int rank, boolean struck, int at, int end) {}
