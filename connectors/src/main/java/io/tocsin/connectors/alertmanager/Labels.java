package io.tocsin.connectors.alertmanager;

import io.tocsin.avro.Alert;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * By what an Alertmanager tells alerts apart and decides whom to tell. Nothing in it changes in the life of an alert but the
 * severity, and what the rule's owner makes of its labels.
 *
 * @param values by name
 */
record Labels(Map<String, String> values) {

    static final String NAME = "alertname";
    static final String SEVERITY = "severity";
    static final String ID = "tocsin_alert";
    static final String SCOPE = "scope";
    static final String SCOPE_KIND = "scope_kind";

    private static final int LONGEST = 1024;

    Labels {
        values = Map.copyOf(values);
    }

    /** Those of an alert. The rule's own give way where they have the same name. */
    static Labels of(Alert alert) {
        Map<String, String> values = new TreeMap<>();
        alert.getLabels().forEach((name, value) -> put(values, name(name), value));
        put(values, NAME, alert.getRule().getId());
        put(values, SEVERITY, kebab(alert.getSeverity()));
        put(values, ID, alert.getId());
        put(values, SCOPE, alert.getScope().getKey());
        put(values, SCOPE_KIND, kebab(alert.getScope().getKind()));
        return new Labels(values);
    }

    /** Alertmanager takes a label without a value for none. */
    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isBlank()) {
            values.put(name, Texts.cut(value, LONGEST));
        }
    }

    /** The name as Prometheus would take it: {@code on-call} becomes {@code on_call}. */
    private static String name(String given) {
        String name = Texts.cut(given, LONGEST).replaceAll("[^a-zA-Z0-9_]", "_");
        boolean beginsWell = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        return beginsWell ? name : "_" + name;
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
