package io.tocsin.api.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Senders that sign instead of carrying a token. Read from a file of lines {@code NAME SECRET}. The signature is
 * {@code t=SECONDS,v1=HEX}: the HMAC-SHA256 of the seconds since 1970, a dot and the body. It is good for five minutes; whoever
 * repeats it within them gets the answer that was given, and nothing is published again.
 */
public final class Hooks {

    /** The header with the signature. */
    public static final String SIGNATURE = "Tocsin-Signature";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int SHORTEST = 32;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final Map<String, String> secrets;

    private Hooks(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /** Nobody signs. */
    public static Hooks none() {
        return new Hooks(Map.of());
    }

    /**
     * The senders in the file.
     *
     * @throws IllegalArgumentException naming the line that is wrong, never the secret
     */
    public static Hooks read(Path file) {
        try {
            Map<String, String> secrets = new HashMap<>();
            List<String> lines = Files.readAllLines(file, UTF_8);
            for (int line = 0; line < lines.size(); line++) {
                String[] words = lines.get(line).strip().split(" ", -1);
                boolean good = words.length == 2 && NAME.matcher(words[0]).matches() && words[1].length() >= SHORTEST;
                if (!lines.get(line).isBlank() && (!good || secrets.put(words[0], words[1]) != null)) {
                    throw new IllegalArgumentException(file + ", line " + (line + 1)
                            + " must be: NAME SECRET, each name once, of a-z, 0-9 and hyphens, with a secret of at least "
                            + SHORTEST + " characters");
                }
            }
            return new Hooks(secrets);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of hooks " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Checks the signature of a request.
     *
     * @throws Refusal if it is not that of the sender, or too old
     */
    void require(String name, String header, byte[] body, Instant now) {
        Matcher signature = HEADER.matcher(header);
        boolean formed = signature.matches();
        // A sender that nobody knows is told the same, after the same work.
        String secret = secrets.getOrDefault(name, "");
        boolean same = MessageDigest.isEqual(
                hmac(secret, formed ? signature.group(1) : "", body).getBytes(UTF_8),
                (formed ? signature.group(2) : "").getBytes(UTF_8));
        boolean right = same && formed && !secret.isEmpty();
        if (!right) {
            throw new Refusal(
                    HttpStatus.UNAUTHORIZED,
                    "the header " + SIGNATURE + " must be t=SECONDS,v1=HEX, the HMAC-SHA256 of SECONDS, a dot and the"
                            + " body with the secret of this hook");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(signature.group(1)));
        if (Duration.between(signed, now).abs().compareTo(WINDOW) > 0) {
            throw new Refusal(
                    HttpStatus.UNAUTHORIZED,
                    "the signature is more than " + WINDOW.toMinutes()
                            + " minutes from now; sign anew, by a right clock");
        }
    }

    private static String hmac(String secret, String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((secret.isEmpty() ? "nobody" : secret).getBytes(UTF_8), "HmacSHA256"));
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            signed.writeBytes((seconds + ".").getBytes(UTF_8));
            signed.writeBytes(body);
            return HexFormat.of().formatHex(mac.doFinal(signed.toByteArray()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
