package io.tocsin.watch;

import java.util.Optional;

/** What is counted of one incident, before and after it changed. */
public record Replacement(Optional<Fact> before, Optional<Fact> after) {}
