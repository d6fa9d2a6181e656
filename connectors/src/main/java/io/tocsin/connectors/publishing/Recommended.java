package io.tocsin.connectors.publishing;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** Values for people to choose from, the same whatever else is configured. */
public record Recommended(List<Object> values) implements ConfigDef.Recommender {

    public Recommended {
        values = List.copyOf(values);
    }

    /** These values. */
    public static Recommended of(Object... values) {
        return new Recommended(List.of(values));
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return values;
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return true;
    }
}
