package io.tocsin.connectors.publishing;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The settings of every connector that publishes: where to, and with which registry. */
public final class PublishingSettings {

    public static final String TOPIC_PREFIX = "topic.prefix";
    public static final String REGISTRY_URL = "schema.registry.url";
    public static final String AUTO_REGISTER = "auto.register.schemas";

    private static final String TOPICS = "Topics";
    private static final String REGISTRY = "Schema registry";

    private PublishingSettings() {}

    /** Adds them behind the settings that are defined already. */
    public static ConfigDef define(ConfigDef definition) {
        return definition
                .define(
                        TOPIC_PREFIX,
                        ConfigDef.Type.STRING,
                        "tocsin",
                        ConfigDef.LambdaValidator.with(
                                PublishingSettings::requireTopicPrefix, () -> "letters, digits, . _ -"),
                        Importance.MEDIUM,
                        "The prefix of the topics: reports go to <prefix>.reports, what can be none to <prefix>.dead-letters.",
                        TOPICS,
                        1,
                        Width.SHORT,
                        "Topic prefix")
                .define(
                        REGISTRY_URL,
                        ConfigDef.Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.ValidList.anyNonDuplicateValues(false, false),
                        Importance.HIGH,
                        "Addresses of the schema registry. Further schema.registry.* properties (authentication, TLS, "
                                + "time-outs) are handed on to its client.",
                        REGISTRY,
                        1,
                        Width.LONG,
                        "Registry")
                .define(
                        AUTO_REGISTER,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "Register the schemas of what is published if the registry does not have them.",
                        REGISTRY,
                        2,
                        Width.SHORT,
                        "Register schemas");
    }

    private static void requireTopicPrefix(String name, Object prefix) {
        if (!((String) prefix).matches("[a-zA-Z0-9._-]{1,200}")) {
            throw new ConfigException(name, prefix, "may hold letters, digits, dots, underscores and hyphens only");
        }
    }
}
