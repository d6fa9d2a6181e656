package io.tocsin.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Names an alert after its rule, its scope and the instant at which its episode began when it was opened. */
final class AlertId {

    private static final int BYTES = 10;

    private AlertId() {}

    /** @param taken ids of alerts that still stand; an episode that split off may begin where another one once did */
    static String of(String rule, Scope scope, Instant from, Predicate<String> taken) {
        String base = String.join("\0", rule, scope.kind().name(), scope.key(), from.toString());
        String id = hash(base);
        for (int other = 2; taken.test(id); other++) {
            id = hash(base + "\0" + other);
        }
        return id;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "alert-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
