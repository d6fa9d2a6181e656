package io.tocsin.connectors.polling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Short names for long things, for offsets: 72 bits of their SHA-256, twelve characters that need no escaping anywhere. */
public final class Digests {

    private static final int BYTES = 9;

    private Digests() {}

    /** Of several texts, in this order. */
    public static String of(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.length()).append(':').append(part);
        }
        return of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of some bytes. */
    public static String of(byte[] content) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sha256(content), BYTES));
    }

    /** The whole SHA-256 in hexadecimal digits. */
    public static String full(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
