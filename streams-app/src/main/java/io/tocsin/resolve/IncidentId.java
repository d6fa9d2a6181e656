package io.tocsin.resolve;

import io.tocsin.incident.Report;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names an incident after its oldest report and the country where it lies: the same reports always give the same id, and
 * no two tasks give the same one.
 */
final class IncidentId {

    private static final int BYTES = 10;

    private IncidentId() {}

    static String of(Report head) {
        String name =
                head.id().source() + '\0' + head.id().id() + '\0' + head.place().country();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "inc-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
