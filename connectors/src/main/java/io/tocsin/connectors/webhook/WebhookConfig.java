package io.tocsin.connectors.webhook;

import io.tocsin.connectors.alerts.AlertSinkConfig;
import io.tocsin.connectors.web.WebConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of the webhook connector. */
final class WebhookConfig extends AlertSinkConfig {

    static final String URL = "webhook.url";
    static final String SECRET = "webhook.secret";
    static final String TOKEN = "webhook.bearer.token";
    static final String TEMPLATE = "webhook.template";
    static final String CONTENT_TYPE = "webhook.content.type";
    static final String NOTIFYING_ONLY = "webhook.notifying.only";
    static final String TIMEOUT = "webhook.delivery.timeout.ms";

    private static final String GROUP = "Webhook";
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(30);

    WebhookConfig(Map<String, String> properties) {
        super(definition(), properties);
    }

    static ConfigDef definition() {
        ConfigDef own = new ConfigDef()
                .define(
                        URL,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(WebConfig::requireAddress, () -> "an http or https address"),
                        Importance.HIGH,
                        "The endpoint that transitions are posted to.",
                        GROUP,
                        1,
                        Width.LONG,
                        "Endpoint")
                .define(
                        SECRET,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.HIGH,
                        "The secret that messages are signed with (HMAC-SHA256); empty for no signature. Take it from a config "
                                + "provider.",
                        GROUP,
                        2,
                        Width.MEDIUM,
                        "Secret")
                .define(
                        TOKEN,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.MEDIUM,
                        "A bearer token for the endpoint; empty for none. Take it from a config provider.",
                        GROUP,
                        3,
                        Width.MEDIUM,
                        "Bearer token");
        milliseconds(
                defineContent(own),
                TIMEOUT,
                Duration.ofHours(1),
                LONGEST_TIMEOUT,
                GROUP,
                7,
                "How long one transition is tried at most, in ms; then it becomes a dead letter and the next one has its turn.",
                "Delivery time-out");
        return AlertSinkConfig.define(own);
    }

    private static ConfigDef defineContent(ConfigDef own) {
        return own.define(
                        TEMPLATE,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "A Mustache template of the body, over the JSON form of the alert; empty for that form itself.",
                        GROUP,
                        4,
                        Width.LONG,
                        "Template")
                .define(
                        CONTENT_TYPE,
                        ConfigDef.Type.STRING,
                        ContentType.JSON.mediaType(),
                        ConfigDef.ValidString.in(ContentType.JSON.mediaType(), ContentType.TEXT.mediaType()),
                        Importance.LOW,
                        "What the template makes: application/json (values are escaped, and what is no JSON in the end becomes a dead "
                                + "letter) or text/plain.",
                        GROUP,
                        5,
                        Width.SHORT,
                        "Content type")
                .define(
                        NOTIFYING_ONLY,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.MEDIUM,
                        "Post only what people are to be notified of (notify is true).",
                        GROUP,
                        6,
                        Width.SHORT,
                        "Only what notifies");
    }

    URI address() {
        return URI.create(getString(URL));
    }

    /**
     * How messages are made.
     *
     * @throws ConfigException if the template is none
     */
    Messages messages() {
        ContentType type = ContentType.of(getString(CONTENT_TYPE));
        return new Messages(
                address(),
                given(TEMPLATE).map(text -> new Template(text, type)),
                type,
                secret(SECRET).map(Signature::new),
                secret(TOKEN));
    }

    boolean notifyingOnly() {
        return getBoolean(NOTIFYING_ONLY);
    }

    Duration timeout() {
        return duration(TIMEOUT);
    }
}
