package io.tocsin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetersTest {

    private enum Outcome {
        NEW,
        REPEAT_OR_STALE
    }

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);

    @Test
    void showsWhatCanBeForeseenAsZeroFromTheStart() {
        meters.expect(List.of("empty", "truncated"), List.of("active", "merged"));
        meters.ready(() -> false);

        assertThat(registry.get("tocsin.dead.letters")
                        .tag("reason", "truncated")
                        .counter()
                        .count())
                .isZero();
        assertThat(registry.get("tocsin.incidents")
                        .tag("status", "merged")
                        .counter()
                        .count())
                .isZero();
        assertThat(registry.get("tocsin.rules.refused").counter().count()).isZero();
        assertThat(registry.get("tocsin.rules").gauge().value()).isZero();
        assertThat(registry.get("tocsin.ready").gauge().value()).isZero();
        assertThat(registry.get("tocsin.alert.latency").timer().count()).isZero();
    }

    @Test
    void registersNothingButItsCatalogueWithItsTagsAndDescriptions() {
        useAll();

        Set<String> known = Arrays.stream(Meters.Meter.values())
                .map(Meters.Meter::meterName)
                .collect(Collectors.toSet());
        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName().replace(".histogram", ""))
                .hasSameElementsAs(known);
        for (Meters.Meter meter : Meters.Meter.values()) {
            Meter.Id id = registry.get(meter.meterName()).meter().getId();
            assertThat(id.getDescription()).isEqualTo(meter.description());
            Set<String> tags = Arrays.stream(meter.tags().split(", "))
                    .filter(tag -> !tag.isEmpty())
                    .collect(Collectors.toSet());
            assertThat(id.getTags().stream().map(Tag::getKey).collect(Collectors.toSet()))
                    .isEqualTo(tags);
        }
    }

    @Test
    void countsByTagsInKebabCase() {
        meters.report("acled", Outcome.REPEAT_OR_STALE);
        meters.report("acled", Outcome.REPEAT_OR_STALE);
        meters.report("acled", Outcome.NEW);

        assertThat(registry.counter("tocsin.reports", "source", "acled", "outcome", "repeat-or-stale")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void countsSourcesAndRulesBeyondAHundredTogether() {
        for (int i = 0; i < 1_000; i++) {
            meters.report("source-" + i, Outcome.NEW);
            meters.late("source-" + i);
            meters.alert("rule-" + i, Outcome.NEW, Outcome.NEW);
        }

        assertThat(registry.find("tocsin.reports").counters()).hasSize(101);
        assertThat(registry.find("tocsin.reports.late").counters()).hasSize(101);
        assertThat(registry.find("tocsin.alerts").counters()).hasSize(101);
        assertThat(registry.counter("tocsin.reports", "source", "other", "outcome", "new")
                        .count())
                .isEqualTo(900);
        assertThat(registry.counter("tocsin.reports", "source", "source-7", "outcome", "new")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void takesALatencyBeforeItsTimeForNone() {
        meters.alertLatency(Duration.ofMillis(-5));

        assertThat(registry.get("tocsin.alert.latency").timer().count()).isEqualTo(1);
    }

    @Test
    void saysInPrometheusFormatWhetherItIsReady() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        AtomicBoolean ready = new AtomicBoolean();
        new Meters(prometheus).ready(ready::get);

        assertThat(prometheus.scrape()).contains("tocsin_ready 0.0");
        ready.set(true);
        assertThat(prometheus.scrape()).contains("tocsin_ready 1.0", "tocsin_rules_refused_total 0.0");
    }

    private void useAll() {
        meters.expect(List.of("empty"), List.of("active"));
        meters.ready(() -> true);
        meters.report("acled", Outcome.NEW);
        meters.late("acled");
        meters.pushed(Outcome.NEW);
        meters.unlinked(Outcome.NEW);
        meters.remembered(3);
        meters.article(Outcome.NEW);
        meters.articleUnread(Outcome.NEW);
        meters.articleReport(Outcome.NEW);
        meters.articleLeftOut(Outcome.NEW);
        meters.articleClaims(2);
        meters.articleReading(Duration.ofMillis(1));
        meters.ruling(Outcome.NEW);
        meters.deadLetter("empty");
        meters.incident(Outcome.NEW);
        meters.alert("three", Outcome.NEW, Outcome.NEW);
        meters.alertLatency(Duration.ofSeconds(1));
        meters.rules(3);
        meters.ruleRefused();
    }
}
