package io.tocsin.connectors.alerts;

import io.tocsin.connectors.publishing.PublishingSettings;
import io.tocsin.connectors.web.Backoff;
import io.tocsin.connectors.web.WebConfig;
import io.tocsin.connectors.web.WebSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings of every connector that carries alerts outside. */
public abstract class AlertSinkConfig extends AbstractConfig {

    public static final String BACKOFF_FIRST = "backoff.initial.ms";
    public static final String BACKOFF_LONGEST = "backoff.max.ms";

    private static final String DELIVERY = "Delivery";
    private static final String REGISTRY = "Schema registry";
    private static final Duration LONGEST = Duration.ofDays(1);

    protected AlertSinkConfig(ConfigDef definition, Map<String, String> properties) {
        super(definition, properties, false);
    }

    /** Adds them behind the settings that are defined already. */
    protected static ConfigDef define(ConfigDef definition) {
        milliseconds(
                definition,
                BACKOFF_FIRST,
                Duration.ofSeconds(1),
                LONGEST,
                DELIVERY,
                101,
                "How long a receiver is left alone after a failure, in ms; doubled after each further one, less a random half. A "
                        + "longer Retry-After of the receiver is kept to, up to a day.",
                "First back-off");
        milliseconds(
                definition,
                BACKOFF_LONGEST,
                Duration.ofMinutes(1),
                LONGEST,
                DELIVERY,
                102,
                "How long a receiver is left alone at most after failures, in ms.",
                "Longest back-off");
        definition.define(
                PublishingSettings.REGISTRY_URL,
                ConfigDef.Type.LIST,
                ConfigDef.NO_DEFAULT_VALUE,
                ConfigDef.ValidList.anyNonDuplicateValues(false, false),
                Importance.HIGH,
                "Addresses of the schema registry. Further schema.registry.* properties (authentication, TLS, time-outs) are handed "
                        + "on to its client.",
                REGISTRY,
                1,
                Width.LONG,
                "Registry");
        return WebConfig.define(definition);
    }

    /** Defines a time in milliseconds, from 1 to the longest. */
    protected static void milliseconds(
            ConfigDef definition,
            String name,
            Duration value,
            Duration longest,
            String group,
            int order,
            String documentation,
            String label) {
        definition.define(
                name,
                ConfigDef.Type.LONG,
                value.toMillis(),
                ConfigDef.Range.between(1, longest.toMillis()),
                Importance.MEDIUM,
                documentation,
                group,
                order,
                Width.SHORT,
                label);
    }

    /** How long a receiver is left alone after failures. */
    public final Backoff backoff() {
        return new Backoff(duration(BACKOFF_FIRST), duration(BACKOFF_LONGEST));
    }

    /**
     * How receivers are spoken to.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a key store cannot be read
     */
    public final WebSettings web() {
        return WebConfig.of(this);
    }

    protected final Duration duration(String name) {
        return Duration.ofMillis(getLong(name));
    }

    /** The value of a text, nothing where it is blank. */
    protected final Optional<String> given(String name) {
        return Optional.of(getString(name)).filter(text -> !text.isBlank());
    }

    /** The value of a password, nothing where it is empty. */
    protected final Optional<String> secret(String name) {
        return Optional.of(getPassword(name).value()).filter(text -> !text.isEmpty());
    }

    /** What the deserializer is configured with: all properties but the secrets of receivers, which are none of its business. */
    final Map<String, Object> deserializerProperties() {
        Map<String, Object> properties = new HashMap<>(originals());
        values().keySet().stream()
                .filter(name -> typeOf(name) == ConfigDef.Type.PASSWORD)
                .forEach(properties::remove);
        return properties;
    }
}
