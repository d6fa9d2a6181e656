package io.tocsin.connectors.polling;

import io.tocsin.connectors.publishing.PublishingSettings;
import io.tocsin.connectors.web.Backoff;
import io.tocsin.connectors.web.WebConfig;
import io.tocsin.connectors.web.WebSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of a polling connector: the source's own settings, and those that all of them share. */
public final class PollingConfig extends AbstractConfig {

    public static final String INTERVAL = "poll.interval.ms";
    public static final String EXPECTED_INTERVAL = "expected.interval.ms";
    public static final String BACKOFF_FIRST = "backoff.initial.ms";
    public static final String BACKOFF_LONGEST = "backoff.max.ms";

    /** The property of a task's configuration that names its feeds, separated by line feeds. */
    static final String TASK_FEEDS = "task.feeds";

    private static final String POLLING = "Polling";
    private static final long YEAR_MS = Duration.ofDays(365).toMillis();
    private static final String LINE = "\n";

    PollingConfig(Plugin plugin, Map<String, String> properties) {
        super(definition(plugin), properties, false);
    }

    /** The whole definition, in the order of the documentation's tables. */
    static ConfigDef definition(Plugin plugin) {
        ConfigDef all = new ConfigDef(plugin.settings());
        milliseconds(
                all,
                INTERVAL,
                plugin.usualInterval(),
                1,
                "From the beginning of one poll to the beginning of the next, in ms.",
                "Interval");
        milliseconds(
                all,
                EXPECTED_INTERVAL,
                plugin.usualSilence(),
                2,
                "How long at most the source has nothing new in ordinary times, in ms; longer is told as silence.",
                "Expected interval");
        milliseconds(
                all,
                BACKOFF_FIRST,
                Duration.ofSeconds(5),
                3,
                "How long the source is left alone after a failure, in ms; doubled after each further one, less a random half. A "
                        + "longer Retry-After of the source is kept to, up to a day.",
                "First back-off");
        milliseconds(
                all,
                BACKOFF_LONGEST,
                Duration.ofMinutes(15),
                4,
                "How long the source is left alone at most after failures, in ms.",
                "Longest back-off");
        return PublishingSettings.define(WebConfig.define(all));
    }

    /** A check of settings that are days, as ISO 8601 writes them. */
    public static void requireDate(String name, Object value) {
        try {
            LocalDate.parse((String) value);
        } catch (DateTimeException e) {
            throw new ConfigException(name, value, "is no date such as 2024-01-31");
        }
    }

    private static void milliseconds(
            ConfigDef definition, String name, Duration value, int order, String documentation, String label) {
        definition.define(
                name,
                ConfigDef.Type.LONG,
                value.toMillis(),
                ConfigDef.Range.between(1, YEAR_MS),
                Importance.MEDIUM,
                documentation,
                POLLING,
                order,
                Width.SHORT,
                label);
    }

    /** From the beginning of one poll to the beginning of the next. */
    public Duration interval() {
        return Duration.ofMillis(getLong(INTERVAL));
    }

    /** How long at most the source has nothing new in ordinary times. */
    public Duration expectedInterval() {
        return Duration.ofMillis(getLong(EXPECTED_INTERVAL));
    }

    Backoff backoff() {
        return new Backoff(Duration.ofMillis(getLong(BACKOFF_FIRST)), Duration.ofMillis(getLong(BACKOFF_LONGEST)));
    }

    WebSettings web() {
        return WebConfig.of(this);
    }

    String topicPrefix() {
        return getString(PublishingSettings.TOPIC_PREFIX);
    }

    /** What the serializer is configured with: all properties but the secrets of sources, which are none of its business. */
    Map<String, Object> serializerProperties() {
        Map<String, Object> properties = new HashMap<>(originals());
        values().keySet().stream()
                .filter(name -> typeOf(name) == ConfigDef.Type.PASSWORD)
                .forEach(properties::remove);
        return properties;
    }

    /** The names of the feeds of the task whose configuration this is. */
    List<String> taskFeeds() {
        return Arrays.asList(originalsStrings().getOrDefault(TASK_FEEDS, "").split(LINE, -1));
    }

    static String taskFeeds(List<String> names) {
        return String.join(LINE, names);
    }
}
