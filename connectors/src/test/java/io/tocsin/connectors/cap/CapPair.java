package io.tocsin.connectors.cap;

import static io.tocsin.connectors.cap.AlertText.SENT;
import static io.tocsin.connectors.cap.AlertText.alert;

import io.tocsin.connectors.SourcePair;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two issuers of alerts. */
public final class CapPair implements SourcePair {

    private static final int ALERTS = 5;

    private final List<FakeAlerts> both = List.of(new FakeAlerts(), new FakeAlerts());
    private int told;

    public CapPair() {
        tellMore();
    }

    @Override
    public List<Map<String, String>> configurations() {
        List<Map<String, String>> configurations = new ArrayList<>();
        for (FakeAlerts each : both) {
            PollingRig rig = new PollingRig(new CapConnector(), CapTask::new);
            each.configure(rig);
            rig.with(CapPlugin.SOURCE, "cap-" + configurations.size());
            configurations.add(rig.properties(CapConnector.class));
        }
        return configurations;
    }

    @Override
    public void tellMore() {
        for (int i = told; i < told + ALERTS; i++) {
            for (FakeAlerts each : both) {
                each.put(alert("m%02d".formatted(i), SENT.plusSeconds(i)));
            }
        }
        told += ALERTS;
    }

    @Override
    public int told() {
        return 2 * told;
    }

    @Override
    public boolean isFrom(String sourceId) {
        return sourceId.startsWith("cap-");
    }

    @Override
    public List<FakeSource> servers() {
        return both.stream().map(FakeAlerts::source).toList();
    }

    @Override
    public void close() {
        both.forEach(FakeAlerts::close);
    }
}
