package io.tocsin.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a source is doing, as its connector says.
 *
 * @param lastReport publication of its newest report
 * @param error why the last poll failed; empty when it did not
 * @param expectedInterval between two reports in ordinary times; empty where there is no telling
 */
public record SourceStatus(
        String id,
        Optional<Instant> lastPoll,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastReport,
        Optional<String> error,
        Optional<Duration> expectedInterval) {}
