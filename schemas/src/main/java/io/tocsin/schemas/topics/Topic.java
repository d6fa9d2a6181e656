package io.tocsin.schemas.topics;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic.
 *
 * @param name as the broker knows it
 * @param valueClass the generated class of its values, or {@code byte[]} where they are kept as they came
 * @param retention how long it keeps them
 * @param partitioning over how many partitions
 * @param maxMessageBytes the longest batch that the broker takes
 * @param <V> the value
 */
public record Topic<V>(
        String name, Class<V> valueClass, Retention retention, Partitioning partitioning, int maxMessageBytes) {

    private static final int LONGEST_NAME = 249;

    /** Refuses names that Kafka refuses. */
    public Topic {
        boolean legal = name.matches("[a-zA-Z0-9._-]+") && name.length() <= LONGEST_NAME;
        if (!legal) {
            throw new IllegalArgumentException("topic name \"" + name + "\" must be 1 to " + LONGEST_NAME
                    + " of the characters a-z A-Z 0-9 . _ -");
        }
    }

    /** The broker's properties for this topic, in order of name. */
    public Map<String, String> config() {
        Map<String, String> config = new TreeMap<>(retention.config());
        config.put("max.message.bytes", Integer.toString(maxMessageBytes));
        return config;
    }

    /** The schema of its values; none where they are raw bytes. */
    public Optional<Schema> schema() {
        return SpecificRecord.class.isAssignableFrom(valueClass)
                ? Optional.of(SpecificData.get().getSchema(valueClass))
                : Optional.empty();
    }
}
