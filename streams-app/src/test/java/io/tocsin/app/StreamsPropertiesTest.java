package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {

    @Test
    void restOnExactlyOnceAndAQuickReturn() {
        Properties properties = properties(Map.of("instance.id", "pod-1"));

        assertThat(properties)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("group.protocol", "classic")
                .containsEntry("application.id", "tocsin")
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("state.dir", "/state")
                .containsEntry("num.standby.replicas", 1)
                .containsEntry("replication.factor", -1)
                .containsEntry("rocksdb.config.setter", StateMemory.class)
                .containsEntry("main.consumer.session.timeout.ms", 10_000)
                .containsEntry("main.consumer.heartbeat.interval.ms", 3_000)
                .containsEntry("main.consumer.group.instance.id", "pod-1");
    }

    @Test
    void letTheConfigurationOverrideOurDefaults() {
        Properties properties = properties(Map.of(
                "kafka.commit.interval.ms", "50",
                "kafka.producer.linger.ms", "0",
                "kafka.main.consumer.session.timeout.ms", "6000",
                "kafka.security.protocol", "SSL"));

        assertThat(properties)
                .containsEntry("commit.interval.ms", "50")
                .containsEntry("producer.linger.ms", "0")
                .containsEntry("main.consumer.session.timeout.ms", "6000")
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void letNothingOverrideWhatThePromisesRestOn() {
        Properties properties = properties(Map.of(
                "kafka.processing.guarantee", "at_least_once",
                "kafka.ensure.explicit.internal.resource.naming", "false",
                "kafka.application.id", "other",
                "kafka.bootstrap.servers", "other:1",
                "kafka.state.dir", "/tmp"));

        assertThat(properties)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("application.id", "tocsin")
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("state.dir", "/state");
    }

    @Test
    void leaveSessionsAndStandbysToTheBrokerUnderTheStreamsProtocol() {
        Properties properties = properties(Map.of("group.protocol", "streams", "instance.id", "pod-1"));

        assertThat(properties)
                .containsEntry("group.protocol", "streams")
                .doesNotContainKeys(
                        "num.standby.replicas", "main.consumer.session.timeout.ms", "main.consumer.group.instance.id");
    }

    @Test
    void areTakenByKafka() {
        StreamsConfig config = new StreamsConfig(properties(Map.of("instance.id", "pod-1")));

        Map<String, Object> consumer = config.getMainConsumerConfigs("tocsin", "client", 1);
        assertThat(consumer).containsEntry("isolation.level", "read_committed");
        assertThat(consumer).containsEntry("group.instance.id", "pod-1-1");
        assertThat(config.getProducerConfigs("client")).containsEntry("compression.type", "lz4");
    }

    private static Properties properties(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("bootstrap.servers", "kafka:9092");
        values.put("schema.registry.url", "http://registry:8081");
        values.put("state.dir", "/state");
        return StreamsProperties.of(Configuration.of(values).cluster());
    }
}
