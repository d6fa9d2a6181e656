package io.tocsin.connectors.alerts;

import io.tocsin.connectors.publishing.Converters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;

/** A connector whose tasks carry alerts outside. All tasks are alike; Connect deals the partitions out among them. */
public abstract class AlertSinkConnector extends SinkConnector {

    /** What connectors and tasks call their version. */
    public static final String VERSION = Optional.ofNullable(
                    AlertSinkConnector.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Map<String, String> properties = Map.of();

    @Override
    public final String version() {
        return VERSION;
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
        check(props);
        properties = Map.copyOf(props);
    }

    /** Makes what the tasks will make of the configuration, so that a wrong one fails here already. */
    protected abstract void check(Map<String, String> props);

    @Override
    public final List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, properties);
    }

    @Override
    public final void stop() {}
}
