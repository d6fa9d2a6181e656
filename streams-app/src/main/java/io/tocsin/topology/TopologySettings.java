package io.tocsin.topology;

import io.tocsin.schemas.topics.TopicCatalogue;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the topology needs to know.
 *
 * @param reportPartitions partitions of the reports' topic
 * @param clock the clock that the watch goes by
 * @param wall the system's time, which may be set forward and back; ticks come by a steadier one, that of Kafka Streams
 * @param ahead how far a report may speak of the future: clocks and time zones differ
 * @param ticks when the watch looks at what is due
 * @param history how far back a task remembers
 */
public record TopologySettings(
        TopicCatalogue topics,
        int reportPartitions,
        Clock clock,
        InstantSource wall,
        Duration ahead,
        Ticks ticks,
        History history) {

    /** The clocks. */
    public enum Clock {
        /** Live: the system's. */
        WALL,
        /** Replay: the newest publication seen. */
        STREAM
    }

    public TopologySettings {
        if (reportPartitions < 1) {
            throw new IllegalArgumentException("reportPartitions " + reportPartitions + " is not positive");
        }
        if (ahead.isNegative()) {
            throw new IllegalArgumentException("ahead " + ahead + " is negative");
        }
    }
}
