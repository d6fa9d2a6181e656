package io.tocsin.connectors.reading;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * By what a file is known again: the hash of its first bytes, as many as had been read but at most 1 KiB. A file that grows
 * keeps its fingerprint, one that was replaced by other content does not.
 *
 * @param length how many bytes are hashed
 * @param hash sixteen hexadecimal digits
 */
public record Fingerprint(int length, String hash) {

    static final int MAX_LENGTH = 1024;

    private static final int HASH_BYTES = 8;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + 2 * HASH_BYTES + "}");

    /** The fingerprint of nothing, which fits every file. */
    public static final Fingerprint NONE = of(new byte[0], 0);

    public Fingerprint {
        if (length < 0 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("fingerprint length " + length + " is not within 0 and " + MAX_LENGTH);
        }
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("fingerprint hash '" + hash + "' is not 16 hexadecimal digits");
        }
    }

    static Fingerprint of(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            byte[] hash = Arrays.copyOf(digest.digest(), HASH_BYTES);
            return new Fingerprint(length, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean fits(byte[] firstBytes) {
        return firstBytes.length >= length && of(firstBytes, length).equals(this);
    }

    /** Reads what {@link #toString} writes. */
    public static Fingerprint parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("fingerprint '" + text + "' is not of the form length:hash");
        }
        try {
            return new Fingerprint(Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("fingerprint '" + text + "' is not of the form length:hash", e);
        }
    }

    @Override
    public String toString() {
        return length + ":" + hash;
    }
}
