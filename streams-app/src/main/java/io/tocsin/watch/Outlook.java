package io.tocsin.watch;

import java.time.Duration;

/**
 * How a count compares with what the scope's own past leads one to expect.
 *
 * @param history how long that past is
 * @param count of the window
 * @param expected incidents in such a window
 * @param recurrenceDays by chance such a count comes once in so many days
 */
public record Outlook(Duration history, int count, double expected, double recurrenceDays) {}
