package io.tocsin.connectors.webhook;

import io.tocsin.connectors.alerts.AlertSinkConnector;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;

/** Posts the transitions of {@code tocsin.alerts} to one endpoint; see {@code docs/connectors/webhook.md}. */
public final class WebhookConnector extends AlertSinkConnector {

    @Override
    public ConfigDef config() {
        return WebhookConfig.definition();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return WebhookTask.class;
    }

    @Override
    protected void check(Map<String, String> props) {
        WebhookConfig config = new WebhookConfig(props);
        config.web();
        config.messages();
    }
}
