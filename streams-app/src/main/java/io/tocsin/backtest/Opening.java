package io.tocsin.backtest;

import io.tocsin.watch.Scope;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * An alert that opened.
 *
 * @param at when that was announced
 * @param recurrenceDays by chance such a count comes once in so many days; empty without a past to judge by
 * @param withdrawn whether it was taken back in the end
 */
public record Opening(String alert, Scope scope, Instant at, OptionalDouble recurrenceDays, boolean withdrawn) {}
