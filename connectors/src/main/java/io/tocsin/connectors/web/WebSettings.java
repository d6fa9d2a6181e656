package io.tocsin.connectors.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.types.Password;

/**
 * How sources are spoken to.
 *
 * @param connectTimeout until a connection stands
 * @param readTimeout between two pieces of an answer
 * @param totalTimeout until the answer is there, redirects included
 * @param maxResponseBytes the longest answer, as it comes over the wire
 * @param maxUnpackedBytes the longest answer once it is unpacked
 * @param maxRedirects how many are followed in a row
 * @param privateAddressesAllowed whether sources may lie in the own network
 * @param tls whom to trust and who to be; the JVM's own where absent
 */
public record WebSettings(
        String userAgent,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        long maxResponseBytes,
        long maxUnpackedBytes,
        int maxRedirects,
        boolean privateAddressesAllowed,
        Optional<Proxy> proxy,
        Optional<SSLContext> tls) {

    /** A proxy that all requests go through. */
    public record Proxy(URI address, Optional<String> user, Optional<Password> password) {}
}
