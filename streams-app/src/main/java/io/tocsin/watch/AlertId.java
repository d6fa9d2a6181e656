package io.tocsin.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Names alerts: the same alert always has the same name. */
public final class AlertId {

    private static final String SEPARATOR = "\0";
    private static final int BYTES = 10;

    private AlertId() {}

    /**
     * After its rule, its scope and the instant at which its episode began when it was opened.
     *
     * @param taken ids of alerts that still stand; an episode that split off may begin where another one once did
     */
    static String of(String rule, Scope scope, Instant from, Predicate<String> taken) {
        String base = String.join(SEPARATOR, rule, scope.kind().name(), scope.key(), from.toString());
        String id = after(base);
        for (int other = 2; taken.test(id); other++) {
            id = after(base, Integer.toString(other));
        }
        return id;
    }

    /** After what tells it from all others. */
    public static String after(String... facts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(SEPARATOR, facts).getBytes(StandardCharsets.UTF_8));
            return "alert-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
