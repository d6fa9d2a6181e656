package io.tocsin.schemas.serde;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/** How the registry's subject of a schema is called: the three strategies of Confluent's serializers. */
enum SubjectNaming {
    TOPIC("TopicNameStrategy") {
        @Override
        String subject(String topic, String recordName, boolean isKey) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    RECORD("RecordNameStrategy") {
        @Override
        String subject(String topic, String recordName, boolean isKey) {
            return recordName;
        }
    },
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        String subject(String topic, String recordName, boolean isKey) {
            return topic + "-" + recordName;
        }
    };

    private final String strategy;

    SubjectNaming(String strategy) {
        this.strategy = strategy;
    }

    abstract String subject(String topic, String recordName, boolean isKey);

    /** Finds the strategy by Confluent's class name, with or without its package. */
    static SubjectNaming of(String property, String className) {
        String name = className.strip();
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(naming -> naming.strategy.equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new ConfigException(property, className, "must be one of " + strategies()));
    }

    private static String strategies() {
        return Arrays.stream(values()).map(naming -> naming.strategy).collect(Collectors.joining(", "));
    }
}
