package io.tocsin.connectors.alertmanager;

import io.tocsin.connectors.alerts.AlertSinkConnector;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;

/** Shows the open alerts of {@code tocsin.alerts} in Alertmanagers; see {@code docs/connectors/alertmanager.md}. */
public final class AlertmanagerConnector extends AlertSinkConnector {

    @Override
    public ConfigDef config() {
        return AlertmanagerConfig.definition();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return AlertmanagerTask.class;
    }

    @Override
    protected void check(Map<String, String> props) {
        new AlertmanagerConfig(props).web();
    }
}
