package io.tocsin.embedded;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Publishes the numbers from where it stopped last up to {@code until}; fails at {@code fail.at}. */
public final class CountingConnector extends SourceConnector {
    private static final ConfigDef CONFIG = new ConfigDef()
            .define("topic", ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "where to")
            .define("until", ConfigDef.Type.LONG, ConfigDef.Importance.HIGH, "the last number")
            .define("fail.at", ConfigDef.Type.LONG, -1, ConfigDef.Importance.LOW, "the number that fails the task");

    private Map<String, String> config;

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void start(Map<String, String> properties) {
        config = properties;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return CountingTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(config);
    }

    @Override
    public void stop() {}

    @Override
    public ConfigDef config() {
        return CONFIG;
    }

    /** The one task. */
    public static final class CountingTask extends SourceTask {
        private static final Map<String, String> PARTITION = Map.of("of", "numbers");

        private final CountDownLatch stopped = new CountDownLatch(1);
        private String topic;
        private long until;
        private long failAt;
        private long last;

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void start(Map<String, String> properties) {
            topic = properties.get("topic");
            until = Long.parseLong(properties.get("until"));
            failAt = Long.parseLong(properties.getOrDefault("fail.at", "-1"));
            Map<String, Object> offset = context.offsetStorageReader().offset(PARTITION);
            last = offset == null ? 0 : (Long) offset.get("last");
        }

        @Override
        public List<SourceRecord> poll() throws InterruptedException {
            if (last >= until) {
                stopped.await(50, TimeUnit.MILLISECONDS);
                return List.of();
            }
            List<SourceRecord> records = LongStream.rangeClosed(last + 1, until)
                    .mapToObj(this::record)
                    .toList();
            last = until;
            return records;
        }

        private SourceRecord record(long number) {
            if (number == failAt) {
                throw new ConnectException("no number " + number);
            }
            byte[] value = Long.toString(number).getBytes(StandardCharsets.UTF_8);
            return new SourceRecord(PARTITION, Map.of("last", number), topic, 0, Schema.BYTES_SCHEMA, value);
        }

        @Override
        public void stop() {
            stopped.countDown();
        }
    }
}
