package io.tocsin.schemas.serde;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The serde's properties: Confluent's names and, but for {@code auto.register.schemas} and {@code specific.avro.reader}, Confluent's
 * defaults. What the registry client reads itself (authentication, TLS, time-outs) is handed on to it in {@code client}.
 */
record SerdeConfig(
        List<String> urls,
        boolean autoRegister,
        boolean useLatestVersion,
        boolean latestStrict,
        boolean normalize,
        boolean specificReader,
        boolean logicalTypes,
        SubjectNaming naming,
        boolean isKey,
        int maxSchemasPerSubject,
        int maxRecordBytes,
        Duration unknownIdTtl,
        Map<String, Object> client) {

    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String LATEST_STRICT = "latest.compatibility.strict";
    static final String NORMALIZE = "normalize.schemas";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String LOGICAL_TYPES = "avro.use.logical.type.converters";
    static final String KEY_NAMING = "key.subject.name.strategy";
    static final String VALUE_NAMING = "value.subject.name.strategy";
    static final String MAX_SCHEMAS = "max.schemas.per.subject";
    static final String MAX_RECORD_BYTES = "tocsin.max.record.bytes";
    static final String UNKNOWN_ID_TTL = "tocsin.unknown.schema.id.ttl.ms";

    private static final Logger LOG = LoggerFactory.getLogger(SerdeConfig.class);
    private static final String REGISTRY_PREFIX = "schema.registry.";
    private static final List<String> KNOWN_PREFIXES = List.of(
            REGISTRY_PREFIX + "ssl.",
            REGISTRY_PREFIX + "basic.auth.",
            REGISTRY_PREFIX + "bearer.auth.",
            REGISTRY_PREFIX + "proxy.");

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(URL, ConfigDef.Type.LIST, List.of(), HIGH, "Addresses of the registry, or mock://scope.")
            .define(AUTO_REGISTER, ConfigDef.Type.BOOLEAN, false, MEDIUM, "Register unknown schemas when writing.")
            .define(USE_LATEST, ConfigDef.Type.BOOLEAN, false, LOW, "Write with the subject's latest schema.")
            .define(
                    LATEST_STRICT,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    LOW,
                    "Check that the latest schema can read what is written.")
            .define(NORMALIZE, ConfigDef.Type.BOOLEAN, false, LOW, "Let the registry normalize schemas.")
            .define(
                    SPECIFIC_READER,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    MEDIUM,
                    "Read into generated classes, else generic records.")
            .define(LOGICAL_TYPES, ConfigDef.Type.BOOLEAN, false, LOW, "Convert logical types in generic records too.")
            .define(KEY_NAMING, ConfigDef.Type.STRING, "TopicNameStrategy", MEDIUM, "How subjects of keys are called.")
            .define(
                    VALUE_NAMING,
                    ConfigDef.Type.STRING,
                    "TopicNameStrategy",
                    MEDIUM,
                    "How subjects of values are called.")
            .define(
                    MAX_SCHEMAS,
                    ConfigDef.Type.INT,
                    1000,
                    atLeast(1),
                    LOW,
                    "Schemas that one topic may be written with.")
            .define(
                    MAX_RECORD_BYTES,
                    ConfigDef.Type.INT,
                    1 << 20,
                    atLeast(1),
                    MEDIUM,
                    "Longest record read or written.")
            .define(
                    UNKNOWN_ID_TTL,
                    ConfigDef.Type.LONG,
                    10_000L,
                    atLeast(0),
                    LOW,
                    "How long an unknown schema id stays unknown.");

    // The client passes over a source that it does not know, and then sends no credentials at all.
    static {
        for (String prefix : List.of("", REGISTRY_PREFIX)) {
            defineSource(prefix + "basic.auth.credentials.source", "URL", "USER_INFO", "SASL_INHERIT");
            defineSource(prefix + "bearer.auth.credentials.source", "STATIC_TOKEN", "CUSTOM");
        }
    }

    private static void defineSource(String name, String... sources) {
        DEFINITION.define(
                name,
                ConfigDef.Type.STRING,
                sources[0],
                ConfigDef.ValidString.in(sources),
                MEDIUM,
                "Where the credentials come from.");
    }

    static SerdeConfig of(Map<String, ?> properties, boolean isKey) {
        warnOfUnknown(properties);
        AbstractConfig parsed = new AbstractConfig(DEFINITION, properties, false);
        String naming = isKey ? KEY_NAMING : VALUE_NAMING;
        return new SerdeConfig(
                List.copyOf(parsed.getList(URL)),
                parsed.getBoolean(AUTO_REGISTER),
                parsed.getBoolean(USE_LATEST),
                parsed.getBoolean(LATEST_STRICT),
                parsed.getBoolean(NORMALIZE),
                parsed.getBoolean(SPECIFIC_READER),
                parsed.getBoolean(LOGICAL_TYPES),
                SubjectNaming.of(naming, parsed.getString(naming)),
                isKey,
                parsed.getInt(MAX_SCHEMAS),
                parsed.getInt(MAX_RECORD_BYTES),
                Duration.ofMillis(parsed.getLong(UNKNOWN_ID_TTL)),
                Collections.unmodifiableMap(new HashMap<>(properties)));
    }

    SerdeConfig {
        if (autoRegister && useLatestVersion) {
            throw new ConfigException(USE_LATEST, true, "cannot be combined with " + AUTO_REGISTER + "=true; drop one");
        }
    }

    /** The addresses, required. */
    List<String> requiredUrls() {
        if (urls.isEmpty()) {
            throw new ConfigException(
                    URL, urls, "is missing; set it to the registry's address, such as http://host:8081");
        }
        return urls;
    }

    String subject(String topic, String recordName) {
        return naming.subject(topic, recordName, isKey);
    }

    private static void warnOfUnknown(Map<String, ?> properties) {
        for (String name : properties.keySet()) {
            boolean ours = name.startsWith(REGISTRY_PREFIX) && !name.equals(URL);
            boolean known = KNOWN_PREFIXES.stream().anyMatch(name::startsWith);
            if (ours && !known) {
                // SLF4J 1.7's call: a stock Connect worker hands that version to plug-ins
                LOG.warn("Unknown schema registry property ignored property={}", name);
            }
        }
    }

    @Override
    public String toString() {
        return "SerdeConfig[urls=" + urls + ", subjects=" + naming + ", autoRegister=" + autoRegister + "]";
    }
}
