package io.tocsin.benchmarks;

import io.tocsin.app.Configuration;
import io.tocsin.app.TocsinApp;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * One run's own place: its cluster, topics, application id and state.
 *
 * @param prefix of its topics, and its application id
 * @param clock {@code stream} to replay, {@code wall} for live reports
 * @param set properties that differ from Tocsin's defaults
 */
record Lane(
        String bootstrapServers,
        String registryUrl,
        String prefix,
        Contestant contestant,
        String clock,
        Path stateDir,
        Map<String, String> set) {

    static final int PARTITIONS = 4;
    static final int THREADS = 2;

    TopicCatalogue topics() {
        return TopicCatalogue.withPrefix(prefix);
    }

    /** Where the identity writes to. */
    String copies() {
        return prefix + ".copies";
    }

    /** Tocsin's defaults but for what is set, and what a run must name. */
    Configuration configuration() {
        Map<String, String> properties = new HashMap<>();
        properties.put("threads", Integer.toString(THREADS));
        properties.putAll(set);
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("schema.registry.url", registryUrl);
        properties.put("application.id", prefix);
        properties.put("topic.prefix", prefix);
        properties.put("clock", clock);
        properties.put("state.dir", stateDir.toString());
        return Configuration.of(properties);
    }

    /** What the serdes need: the registry, and leave to register, since every run has subjects of its own. */
    Map<String, Object> serdes() {
        Map<String, Object> properties =
                new HashMap<>(TocsinApp.registryProperties(configuration().cluster()));
        properties.put("auto.register.schemas", true);
        return Map.copyOf(properties);
    }
}
