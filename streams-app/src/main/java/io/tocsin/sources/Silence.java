package io.tocsin.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The silence of a source, from the last that was heard of it: an alert.
 *
 * @param id of the alert; the same source cannot fall silent twice since the same instant
 * @param since when something new was last heard
 * @param sequence of the transition announced last
 * @param over whether that it is over was announced
 */
public record Silence(String id, Instant since, int sequence, boolean over) {

    /** The rule that is built in. */
    public static final String RULE = "source-silent";

    private static final int BYTES = 10;

    static Silence of(String source, Instant since) {
        return new Silence(id(source, since), since, 0, false);
    }

    /** It matters again though nothing was heard since, because more is expected of the source. */
    Silence again() {
        return new Silence(id, since, sequence + 1, false);
    }

    Silence ended() {
        return new Silence(id, since, sequence + 1, true);
    }

    private static String id(String source, Instant since) {
        String text = String.join("\0", RULE, source, since.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "alert-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
