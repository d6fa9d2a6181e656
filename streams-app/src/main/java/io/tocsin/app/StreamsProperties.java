package io.tocsin.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The properties of Kafka Streams. Who overrides whom, last wins: our defaults, the configuration's {@code kafka.…}, and
 * what the pipeline's promises rest on.
 */
public final class StreamsProperties {

    private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    private StreamsProperties() {}

    /** The properties for this configuration, which must name a cluster. */
    public static Properties of(Configuration.Cluster cluster) {
        Map<String, Object> merged = new HashMap<>(ourDefaults(cluster));
        merged.putAll(cluster.kafka());
        merged.putAll(promises(cluster));
        Properties properties = new Properties();
        properties.putAll(merged);
        return properties;
    }

    private static Map<String, Object> ourDefaults(Configuration.Cluster cluster) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, cluster.threads());
        defaults.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, cluster.cacheBytes());
        defaults.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateMemory.class);
        defaults.put(StateMemory.BYTES, cluster.stateMemoryBytes());
        defaults.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) cluster.replicationFactor());
        defaults.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        // What is resolved does not depend on the order of arrival, so nothing waits for the rerouted reports.
        defaults.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_REQUEST_BYTES);
        defaults.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), MAX_REQUEST_BYTES);
        if (cluster.groupProtocol().equals("classic")) {
            defaults.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, cluster.standbys());
            defaults.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
            defaults.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
            cluster.instanceId()
                    .ifPresent(id -> defaults.put(
                            StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
        }
        return defaults;
    }

    private static Map<String, Object> promises(Configuration.Cluster cluster) {
        Map<String, Object> promises = new HashMap<>();
        promises.put(StreamsConfig.APPLICATION_ID_CONFIG, cluster.applicationId());
        promises.put(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.bootstrapServers().orElseThrow());
        promises.put(
                StreamsConfig.STATE_DIR_CONFIG, cluster.stateDir().orElseThrow().toString());
        promises.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        promises.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, cluster.groupProtocol());
        promises.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return promises;
    }
}
