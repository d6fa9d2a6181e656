package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an incident after its oldest report: the same reports always give the same id. */
final class IncidentId {

    private static final int BYTES = 10;

    private IncidentId() {}

    static String of(ReportId head) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((head.source() + '\0' + head.id()).getBytes(StandardCharsets.UTF_8));
            return "inc-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
