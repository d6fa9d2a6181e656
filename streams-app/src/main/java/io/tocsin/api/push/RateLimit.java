package io.tocsin.api.push;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many rows a caller may send: so many a second on average, and ten seconds' worth at once. Who is not in debt may send a
 * whole request, which may lead into debt. Thread-safe.
 */
final class RateLimit {

    private static final int BURST_SECONDS = 10;
    private static final int MOST_CALLERS = 10_000;

    private record Balance(double rows, Instant at) {}

    private final int rowsPerSecond;
    private final Map<String, Balance> balances = new LinkedHashMap<>(16, 0.75f, true);

    RateLimit(int rowsPerSecond) {
        this.rowsPerSecond = rowsPerSecond;
    }

    /** Books the rows; or says for how long the caller has to wait, and books nothing. */
    synchronized Optional<Duration> book(String caller, int rows, Instant now) {
        double full = (double) rowsPerSecond * BURST_SECONDS;
        Balance before = balances.getOrDefault(caller, new Balance(full, now));
        double seconds = Math.max(0, Duration.between(before.at(), now).toNanos() / 1e9);
        double balance = Math.min(full, before.rows() + seconds * rowsPerSecond);
        if (balance <= 0) {
            return Optional.of(Duration.ofMillis((long) Math.ceil((1 - balance) * 1_000 / rowsPerSecond)));
        }
        balances.put(caller, new Balance(balance - rows, now));
        if (balances.size() > MOST_CALLERS) {
            balances.remove(balances.keySet().iterator().next());
        }
        return Optional.empty();
    }
}
