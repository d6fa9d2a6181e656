package io.tocsin.connectors.polling;

import io.tocsin.connectors.publishing.Converters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** A connector whose tasks ask the feeds of a {@link Plugin}. Records are ready bytes: the converters pass them on unchanged. */
public abstract class PollingConnector extends SourceConnector {

    static final String VERSION = Optional.ofNullable(
                    PollingConnector.class.getPackage().getImplementationVersion())
            .orElse("development");

    private final Plugin plugin;
    private final Class<? extends PollingTask> task;
    private Map<String, String> properties = Map.of();

    /** @param task has a public constructor without parameters */
    protected PollingConnector(Plugin plugin, Class<? extends PollingTask> task) {
        this.plugin = plugin;
        this.task = task;
    }

    @Override
    public final String version() {
        return VERSION;
    }

    @Override
    public final ConfigDef config() {
        return PollingConfig.definition(plugin);
    }

    @Override
    public final Class<? extends Task> taskClass() {
        return task;
    }

    @Override
    public final Config validate(Map<String, String> connectorConfigs) {
        Config checked = super.validate(connectorConfigs);
        List<ConfigValue> values = new ArrayList<>(checked.configValues());
        values.addAll(Converters.refused(connectorConfigs));
        return new Config(values);
    }

    @Override
    public final void start(Map<String, String> props) {
        feeds(props);
        properties = Map.copyOf(props);
    }

    List<Feed<?>> feeds(Map<String, String> from) {
        return plugin.feeds(new PollingConfig(plugin, from), Clock.systemUTC());
    }

    /** Deals the feeds out in turn; no task is without a feed. */
    @Override
    public final List<Map<String, String>> taskConfigs(int maxTasks) {
        List<String> names = feeds(properties).stream().<String>map(Feed::name).toList();
        int tasks = Math.min(maxTasks, names.size());
        List<Map<String, String>> configs = new ArrayList<>();
        for (int first = 0; first < tasks; first++) {
            List<String> mine = new ArrayList<>();
            for (int next = first; next < names.size(); next += tasks) {
                mine.add(names.get(next));
            }
            Map<String, String> config = new HashMap<>(properties);
            config.put(PollingConfig.TASK_FEEDS, PollingConfig.taskFeeds(mine));
            configs.add(config);
        }
        return configs;
    }

    @Override
    public final void stop() {}

    /**
     * What a step brought and the offset behind it are handed to Connect in one batch, which Connect publishes in one transaction;
     * where it is not published, the step is taken again.
     */
    @Override
    public final ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Accepts what the tasks can resume from, and the removal of anything; refuses the rest with the reason. */
    @Override
    public final boolean alterOffsets(
            Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        List<Feed<?>> feeds = feeds(connectorConfig);
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                requireUsable(feeds, partition, offset);
            }
        });
        return true;
    }

    private static void requireUsable(List<Feed<?>> feeds, Map<String, ?> partition, Map<String, ?> offset) {
        try {
            String name = FeedPartition.fromMap(partition).feed();
            Feed<?> feed = feeds.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no feed '" + name + "', only "
                            + feeds.stream().map(Feed::name).toList()));
            FeedOffset.fromMap(feed, offset);
        } catch (IllegalArgumentException e) {
            throw new ConnectException(e.getMessage(), e);
        }
    }
}
