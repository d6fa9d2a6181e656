package io.tocsin.connectors.polling;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/** Counts what is left out as metrics of the worker, since the task started, by source and reason. For one thread. */
final class LeftOutCounts {

    static final String METRIC = "left-out-total";

    private final Supplier<PluginMetrics> metrics;
    private final Map<Map<String, String>, AtomicLong> counts = new HashMap<>();

    /** @param metrics asked for only when there is something to count */
    LeftOutCounts(Supplier<PluginMetrics> metrics) {
        this.metrics = metrics;
    }

    void add(String sourceId, Map<String, Integer> byReason) {
        byReason.forEach((reason, count) -> {
            Map<String, String> tags = Map.of("source", sourceId, "reason", reason);
            counts.computeIfAbsent(tags, this::shown).addAndGet(count);
        });
    }

    /** A gauge and no sensor: the names of sensors are the whole worker's, and other tasks have the same reasons. */
    private AtomicLong shown(Map<String, String> tags) {
        AtomicLong count = new AtomicLong();
        try {
            PluginMetrics of = metrics.get();
            of.addMetric(
                    of.metricName(
                            METRIC,
                            "How much was good but is not published, since the task started.",
                            new LinkedHashMap<>(new TreeMap<>(tags))),
                    (Gauge<Long>) (config, now) -> count.get());
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            // a worker before Kafka 4.1 has no metrics for plug-ins; it polls all the same
            return count;
        }
        return count;
    }
}
