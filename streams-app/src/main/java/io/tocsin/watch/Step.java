package io.tocsin.watch;

import java.util.Optional;

/**
 * What to do about one alert: keep its new state, and announce the transition if there is one.
 *
 * @param rule the rule in force, or as it was last
 */
public record Step(Announced state, Rule rule, Optional<Alert> alert) {}
