package io.tocsin.api.push;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Requests that carry the key of an earlier one get its answer, and are not worked on again: for a day, of the last ten thousand keys,
 * by this instance. Beyond that a repeat does no harm: the same report counts once. Thread-safe.
 */
final class Repeats {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private record Known(String body, Instant at, CompletableFuture<Answer> answer) {}

    private final Map<String, Known> known = new LinkedHashMap<>();

    /**
     * The answer to the first request with the key.
     *
     * @throws Refusal if that had another body
     */
    Answer once(String key, byte[] body, Instant now, Supplier<Answer> work) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        Known first = remember(key, new Known(Digest.of(body), now, mine));
        if (!first.body().equals(Digest.of(body))) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "another request had this Idempotency-Key; give each request one of its own");
        }
        if (first.answer() != mine) {
            return joined(first.answer());
        }
        try {
            Answer answer = work.get();
            mine.complete(answer);
            if (answer.status().getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
                forget(key);
            }
            return answer;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            forget(key);
            throw e;
        }
    }

    private static Answer joined(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : e;
        }
    }

    private synchronized Known remember(String key, Known candidate) {
        Iterator<Known> oldest = known.values().iterator();
        while (oldest.hasNext()) {
            boolean forgotten = oldest.next().at().plus(REMEMBERED).isBefore(candidate.at());
            if (!forgotten && known.size() < MOST) {
                break;
            }
            oldest.remove();
        }
        return known.computeIfAbsent(key, k -> candidate);
    }

    private synchronized void forget(String key) {
        known.remove(key);
    }
}
