package io.tocsin.connectors.alertmanager;

import io.tocsin.connectors.alerts.AlertSinkConfig;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.WebConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of the Alertmanager connector. */
final class AlertmanagerConfig extends AlertSinkConfig {

    static final String URLS = "alertmanager.urls";
    static final String RESEND_INTERVAL = "alertmanager.resend.interval.ms";
    static final String EXPIRE_AFTER = "alertmanager.expire.after.ms";
    static final String LINK = "alertmanager.link";
    static final String USER = "alertmanager.username";
    static final String PASSWORD = "alertmanager.password";
    static final String TOKEN = "alertmanager.bearer.token";

    /** Where in a link the alert's id goes. */
    private static final String ID = "{id}";

    private static final String GROUP = "Alertmanager";
    private static final Duration LONGEST_RESEND = Duration.ofHours(1);

    /** Older endings are in no compacted topic for certain. */
    private static final Duration LONGEST_EXPIRY = Duration.ofDays(7);

    private static final int LEAST_RESENDS = 3;

    AlertmanagerConfig(Map<String, String> properties) {
        super(definition(), properties);
        requireOneLogin();
        requireTimeToResend();
    }

    static ConfigDef definition() {
        ConfigDef own = new ConfigDef()
                .define(
                        URLS,
                        ConfigDef.Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                AlertmanagerConfig::requireAddresses, () -> "http or https addresses"),
                        Importance.HIGH,
                        "Addresses of the Alertmanagers, without /api/v2. Each gets all alerts; name every member of a cluster.",
                        GROUP,
                        1,
                        Width.LONG,
                        "Alertmanagers")
                .define(
                        LINK,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(
                                AlertmanagerConfig::requireLink, () -> "empty, or an address with {id} in it"),
                        Importance.MEDIUM,
                        "Where people find an alert, with {id} for its id, such as https://tocsin.example.org/alerts/{id}; it becomes "
                                + "the generator URL. Empty for none.",
                        GROUP,
                        2,
                        Width.LONG,
                        "Link");
        milliseconds(
                own,
                RESEND_INTERVAL,
                Duration.ofMinutes(1),
                LONGEST_RESEND,
                GROUP,
                3,
                "How often open alerts are told again, in ms: an Alertmanager that was started anew knows none.",
                "Resend interval");
        milliseconds(
                own,
                EXPIRE_AFTER,
                Duration.ofDays(1),
                LONGEST_EXPIRY,
                GROUP,
                4,
                "How long an Alertmanager goes on showing an open alert that it is not told of again, in ms. Then it takes it for "
                        + "resolved: make it longer than the connector may ever be away.",
                "Expiry");
        return AlertSinkConfig.define(defineLogin(own));
    }

    private static ConfigDef defineLogin(ConfigDef own) {
        return own.define(
                        USER,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.LOW,
                        "The user at the Alertmanagers, for basic authentication; empty for none.",
                        GROUP,
                        5,
                        Width.MEDIUM,
                        "User")
                .define(
                        PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.LOW,
                        "The password of that user; take it from a config provider.",
                        GROUP,
                        6,
                        Width.MEDIUM,
                        "Password")
                .define(
                        TOKEN,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.LOW,
                        "A bearer token for the Alertmanagers, instead of user and password; take it from a config provider.",
                        GROUP,
                        7,
                        Width.MEDIUM,
                        "Bearer token");
    }

    private static void requireAddresses(String name, Object value) {
        List<?> addresses = (List<?>) value;
        if (addresses == null || addresses.isEmpty()) {
            throw new ConfigException(
                    name + " names no Alertmanager; write at least one, such as http://alertmanager:9093");
        }
        addresses.forEach(address -> WebConfig.requireAddress(name, address));
    }

    private static void requireLink(String name, Object value) {
        String link = (String) value;
        if (!link.isEmpty()) {
            WebConfig.requireAddress(name, link.replace(ID, "id"));
            if (!link.contains(ID)) {
                throw new ConfigException(name, link, "has no {id}; it would lead to the same page for all alerts");
            }
        }
    }

    private void requireOneLogin() {
        if (secret(TOKEN).isPresent() && given(USER).isPresent()) {
            throw new ConfigException(TOKEN + " and " + USER + " exclude each other; drop one");
        }
        if (secret(PASSWORD).isPresent() && given(USER).isEmpty()) {
            throw new ConfigException(PASSWORD + " needs " + USER);
        }
    }

    private void requireTimeToResend() {
        if (expireAfter().compareTo(resendInterval().multipliedBy(LEAST_RESENDS)) < 0) {
            throw new ConfigException(
                    EXPIRE_AFTER,
                    expireAfter().toMillis(),
                    "must be at least " + LEAST_RESENDS + " times " + RESEND_INTERVAL
                            + ", else open alerts end by themselves");
        }
    }

    /** The addresses that alerts are posted to. */
    List<URI> addresses() {
        return getList(URLS).stream()
                .map(url -> URI.create(url.replaceAll("/+$", "") + "/api/v2/alerts"))
                .distinct()
                .toList();
    }

    /** The request with what the Alertmanagers want to see before they listen. */
    Request login(Request request) {
        Optional<Request> known =
                given(USER).map(user -> request.withBasic(user, secret(PASSWORD).orElse("")));
        return known.or(() -> secret(TOKEN).map(request::withBearer)).orElse(request);
    }

    /** Where people find the alert. */
    Optional<String> link(String id) {
        return given(LINK).map(link -> link.replace(ID, id));
    }

    Duration resendInterval() {
        return duration(RESEND_INTERVAL);
    }

    Duration expireAfter() {
        return duration(EXPIRE_AFTER);
    }
}
