package io.tocsin.connectors.alerts;

import io.tocsin.avro.Alert;
import io.tocsin.avro.AlertIncident;
import io.tocsin.avro.AlertRule;
import io.tocsin.avro.AlertScope;
import io.tocsin.avro.AlertTimes;
import io.tocsin.avro.Category;
import io.tocsin.avro.Counts;
import io.tocsin.avro.Handling;
import io.tocsin.avro.ScopeKind;
import io.tocsin.avro.Severity;
import io.tocsin.avro.TimePrecision;
import io.tocsin.avro.Transition;
import io.tocsin.avro.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The transitions of one alert, each a valid record; they notify unless told otherwise. */
public final class AlertBuilder {

    private final String id;
    private final Instant began;
    private final Map<String, String> labels = new HashMap<>(Map.of("desk", "iraq"));
    private Severity severity = Severity.WATCH;
    private int sequence = -1;
    private boolean notifying = true;
    private String explainedBy;
    private Handling handling;
    private String url = "https://example.org/1";
    private String sentence = "Three rocket attacks on Ain Al Assad – “within” 3 days";

    private AlertBuilder(String id, Instant began) {
        this.id = id;
        this.began = began;
    }

    /** An alert whose episode began an hour ago. */
    public static AlertBuilder anAlert(String id) {
        return new AlertBuilder(id, Instant.now().minus(Duration.ofHours(1)));
    }

    public AlertBuilder severity(Severity of) {
        severity = of;
        return this;
    }

    public AlertBuilder label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    public AlertBuilder notifying(boolean whether) {
        notifying = whether;
        return this;
    }

    public AlertBuilder explainedBy(String other) {
        explainedBy = other;
        return this;
    }

    public AlertBuilder handling(Handling by) {
        handling = by;
        return this;
    }

    public AlertBuilder url(String of) {
        url = of;
        return this;
    }

    public AlertBuilder sentence(String of) {
        sentence = of;
        return this;
    }

    /** The next transition, announced now. */
    public Alert next(Transition transition) {
        return next(transition, Instant.now());
    }

    /** The next transition. */
    public Alert next(Transition transition, Instant announced) {
        sequence++;
        boolean takesBack = transition == Transition.RESOLVED || transition == Transition.WITHDRAWN;
        return new Alert(
                id,
                sequence,
                transition,
                severity,
                new AlertRule("three-in-three-days", 1, "Three attacks in three days"),
                new AlertScope(
                        ScopeKind.SITE,
                        "site:IQ:ain-al-assad",
                        "Ain Al Assad",
                        List.of("Iraq", "Al Anbar", "Ain Al Assad"),
                        33.79,
                        42.44,
                        null),
                new Window(began, began),
                new Window(began, began.plus(Duration.ofDays(3))),
                new Counts(3, 1, 2, 2, 0),
                3,
                null,
                null,
                List.of(new AlertIncident(
                        "incident-1",
                        began,
                        TimePrecision.DAY,
                        Category.ROCKET,
                        "Ain Al Assad",
                        "Rockets hit the base",
                        1,
                        2,
                        List.of("AFP", "Reuters"),
                        url)),
                sentence,
                takesBack ? "nothing more happened" : null,
                notifying,
                explainedBy,
                labels,
                "https://example.org/runbook",
                new AlertTimes(began, null, null, announced),
                "3 incidents",
                null,
                handling);
    }
}
