package io.tocsin.connectors.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigValue;

/** The converters that the connectors' records can pass through unchanged. */
public final class Converters {

    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final Set<String> TEXT = Set.of(
            "org.apache.kafka.connect.storage.SimpleHeaderConverter",
            "org.apache.kafka.connect.storage.StringConverter");

    private static final Map<String, Set<String>> ALLOWED =
            Map.of("key.converter", Set.of(BYTES), "value.converter", Set.of(BYTES), "header.converter", TEXT);

    private Converters() {}

    /** The converters of a connector's configuration that would change its records, each with the remedy. */
    public static List<ConfigValue> refused(Map<String, String> connectorConfigs) {
        List<ConfigValue> refused = new ArrayList<>();
        ALLOWED.forEach((name, allowed) -> {
            String chosen = connectorConfigs.get(name);
            if (chosen != null && !allowed.contains(chosen)) {
                String message =
                        name + ": " + chosen + " would change the records, which are ready as they are; set it to "
                                + String.join(" or ", allowed);
                refused.add(new ConfigValue(name, chosen, List.of(), new ArrayList<>(List.of(message))));
            }
        });
        return refused;
    }
}
