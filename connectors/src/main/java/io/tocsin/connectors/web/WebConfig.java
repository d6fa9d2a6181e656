package io.tocsin.connectors.web;

import io.tocsin.connectors.web.WebSettings.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The settings of connectors that speak HTTP; one list. There is none that switches the checks of TLS off. */
public final class WebConfig {

    public static final String ALLOW_PRIVATE = "allow.private.addresses";
    public static final String USER_AGENT = "http.user.agent";
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    public static final String READ_TIMEOUT = "http.read.timeout.ms";
    public static final String TOTAL_TIMEOUT = "http.total.timeout.ms";
    public static final String MAX_RESPONSE = "http.response.max.bytes";
    public static final String MAX_UNPACKED = "http.unpacked.max.bytes";
    public static final String MAX_REDIRECTS = "http.redirects.max";
    public static final String PROXY_URL = "http.proxy.url";
    public static final String PROXY_USER = "http.proxy.user";
    public static final String PROXY_PASSWORD = "http.proxy.password";

    private static final String HTTP = "HTTP";
    private static final String PROXY = "Proxy";
    private static final String DEFAULT_USER_AGENT = "Tocsin";
    private static final long MEBI = 1L << 20;
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    private WebConfig() {}

    /** Adds them behind the settings that are defined already. */
    public static ConfigDef define(ConfigDef definition) {
        definition
                .define(
                        ALLOW_PRIVATE,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.MEDIUM,
                        "Let sources lie at addresses that are not public: private, loopback, link-local, unique-local, carrier-"
                                + "grade NAT, multicast, metadata services. The address that is connected to is what counts, at "
                                + "every redirect.",
                        HTTP,
                        1,
                        Width.SHORT,
                        "Private addresses")
                .define(
                        USER_AGENT,
                        ConfigDef.Type.STRING,
                        DEFAULT_USER_AGENT,
                        ConfigDef.LambdaValidator.with(WebConfig::requireHeader, () -> "printable ASCII"),
                        Importance.LOW,
                        "How the connector introduces itself. Some publishers want a way to reach you in it.",
                        HTTP,
                        2,
                        Width.LONG,
                        "User agent");
        number(
                definition,
                CONNECT_TIMEOUT,
                10_000,
                HOUR_MS,
                3,
                "How long a connection may take to stand, in ms.",
                "Connect");
        number(
                definition,
                READ_TIMEOUT,
                30_000,
                HOUR_MS,
                4,
                "How long the source may say nothing, in ms.",
                "Read time-out");
        number(
                definition,
                TOTAL_TIMEOUT,
                120_000,
                HOUR_MS,
                5,
                "How long one answer may take from beginning to end, redirects included, in ms.",
                "Total time-out");
        number(
                definition,
                MAX_RESPONSE,
                64 * MEBI,
                1024 * MEBI,
                6,
                "The longest answer that is read, as it comes over the wire.",
                "Longest answer");
        number(
                definition,
                MAX_UNPACKED,
                256 * MEBI,
                1024 * MEBI,
                7,
                "The longest answer or archive once it is unpacked.",
                "Longest unpacked");
        definition.define(
                MAX_REDIRECTS,
                ConfigDef.Type.INT,
                5,
                ConfigDef.Range.between(0, 20),
                Importance.LOW,
                "How many redirects in a row are followed.",
                HTTP,
                8,
                Width.SHORT,
                "Redirects");
        return TlsConfig.define(defineProxy(definition));
    }

    private static void number(
            ConfigDef definition, String name, long value, long most, int order, String documentation, String label) {
        definition.define(
                name,
                ConfigDef.Type.LONG,
                value,
                ConfigDef.Range.between(1, most),
                Importance.LOW,
                documentation,
                HTTP,
                order,
                Width.SHORT,
                label);
    }

    private static ConfigDef defineProxy(ConfigDef definition) {
        return definition
                .define(
                        PROXY_URL,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(
                                WebConfig::requireProxy, () -> "empty, or http://host:port or https://host:port"),
                        Importance.LOW,
                        "The proxy that all requests go through; empty for none. Behind one it is the proxy that looks names up: "
                                + "let it refuse private addresses too.",
                        PROXY,
                        1,
                        Width.LONG,
                        "Proxy")
                .define(
                        PROXY_USER,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.LOW,
                        "The user at the proxy; empty for none.",
                        PROXY,
                        2,
                        Width.MEDIUM,
                        "Proxy user")
                .define(
                        PROXY_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.LOW,
                        "The password at the proxy; take it from a config provider.",
                        PROXY,
                        3,
                        Width.MEDIUM,
                        "Proxy password");
    }

    /**
     * The settings of a configuration.
     *
     * @throws ConfigException if a key store cannot be read
     */
    public static WebSettings of(AbstractConfig config) {
        return new WebSettings(
                config.getString(USER_AGENT),
                Duration.ofMillis(config.getLong(CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getLong(READ_TIMEOUT)),
                Duration.ofMillis(config.getLong(TOTAL_TIMEOUT)),
                config.getLong(MAX_RESPONSE),
                config.getLong(MAX_UNPACKED),
                config.getInt(MAX_REDIRECTS),
                config.getBoolean(ALLOW_PRIVATE),
                proxy(config),
                TlsConfig.of(config));
    }

    private static Optional<Proxy> proxy(AbstractConfig config) {
        return given(config, PROXY_URL)
                .map(url -> new Proxy(
                        URI.create(url), given(config, PROXY_USER), Optional.of(config.getPassword(PROXY_PASSWORD))));
    }

    private static Optional<String> given(AbstractConfig config, String name) {
        return Optional.of(config.getString(name)).filter(text -> !text.isBlank());
    }

    /**
     * Checks that a setting is an address that can be asked. For validators of connectors' own settings.
     *
     * @throws ConfigException if it is not; the message does not repeat the address, which may hold a secret
     */
    public static void requireAddress(String name, Object value) {
        if (!isAddress((String) value)) {
            throw new ConfigException(name + " must be an address of the form http://host/path or https://host/path, "
                    + "without user and password; those have settings of their own");
        }
    }

    private static boolean isAddress(String value) {
        try {
            URI address = new URI(value);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return http && address.getHost() != null && address.getRawUserInfo() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static void requireProxy(String name, Object value) {
        String text = (String) value;
        boolean proxy = text.isEmpty() || (isAddress(text) && URI.create(text).getPort() > 0);
        if (!proxy) {
            throw new ConfigException(
                    name + " must be of the form http://host:port or https://host:port, without user and "
                            + "password; those are " + PROXY_USER + " and " + PROXY_PASSWORD);
        }
    }

    private static void requireHeader(String name, Object value) {
        String text = (String) value;
        boolean printable = !text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        if (!printable) {
            throw new ConfigException(name, value, "must be printable ASCII and not blank");
        }
    }
}
