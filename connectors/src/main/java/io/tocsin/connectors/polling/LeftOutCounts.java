package io.tocsin.connectors.polling;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.CumulativeSum;

/** Counts what is left out as metrics of the worker, since the task started, by source and reason. For one thread. */
final class LeftOutCounts {

    static final String METRIC = "left-out-total";

    private final Supplier<PluginMetrics> metrics;
    private final Map<String, Sensor> sensors = new HashMap<>();

    /** @param metrics asked for only when there is something to count */
    LeftOutCounts(Supplier<PluginMetrics> metrics) {
        this.metrics = metrics;
    }

    void add(String sourceId, Map<String, Integer> byReason) {
        try {
            byReason.forEach((reason, count) -> sensors.computeIfAbsent(
                            sourceId + " " + reason, name -> sensor(name, sourceId, reason))
                    .record(count));
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            // a worker before Kafka 4.1 has no metrics for plug-ins; it polls all the same
        }
    }

    private Sensor sensor(String name, String sourceId, String reason) {
        LinkedHashMap<String, String> tags = new LinkedHashMap<>();
        tags.put("source", sourceId);
        tags.put("reason", reason);
        MetricName metric = metrics.get()
                .metricName(METRIC, "How much was good but is not published, since the task started.", tags);
        Sensor sensor = metrics.get().addSensor(METRIC + " " + name);
        sensor.add(metric, new CumulativeSum());
        return sensor;
    }
}
