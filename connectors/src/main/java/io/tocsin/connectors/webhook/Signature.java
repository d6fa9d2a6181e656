package io.tocsin.connectors.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Signs messages as Standard Webhooks says: HMAC-SHA256 over id, time and body, joined by dots. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ENCODED = "whsec_";

    private final SecretKeySpec key;

    /** @param secret not empty */
    Signature(String secret) {
        this.key = new SecretKeySpec(bytes(secret), ALGORITHM);
    }

    private static byte[] bytes(String secret) {
        return secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Checks that a setting is a secret, or empty. */
    static void requireSecret(String name, Object value) {
        String secret = ((Password) value).value();
        try {
            if (secret.startsWith(ENCODED) && bytes(secret).length == 0) {
                throw new ConfigException(name + " has nothing behind " + ENCODED);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name + " begins with " + ENCODED + ", but what follows is no base64");
        }
    }

    /** The value of the header {@code webhook-signature}. */
    String of(String id, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
