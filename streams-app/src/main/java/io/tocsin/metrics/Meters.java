package io.tocsin.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The meters of the pipeline. Thread-safe; the registry is given, never the global one. */
public final class Meters {

    /** Sources and rules beyond so many are counted together under {@code other}. */
    private static final int MOST_NAMES = 100;

    private static final String OTHER = "other";

    /** What is metered: name, kind of tags, and what it means. The table in the documentation is made from it. */
    public enum Meter {
        REPORTS("tocsin.reports", "source, outcome", "Reports handled"),
        REPORTS_PUSHED("tocsin.reports.pushed", "outcome", "Reports pushed over HTTP"),
        REPORTS_LATE("tocsin.reports.late", "source", "Reports published more than a day before the newest seen"),
        REPORTS_UNLINKED(
                "tocsin.reports.unlinked", "bound", "Reports linked to none because too many lie, or hang, together"),
        REPORTS_REMEMBERED("tocsin.reports.remembered", "", "Reports in the state of this instance"),
        ARTICLES("tocsin.articles", "fate", "Articles handled"),
        ARTICLES_UNREAD("tocsin.articles.unread", "reason", "Articles in which nothing could be read"),
        ARTICLES_REPORTS("tocsin.articles.reports", "change", "Reports that articles told, revised and retracted"),
        ARTICLES_LEFT_OUT(
                "tocsin.articles.left.out", "reason", "Words in articles that sound like an attack and make no report"),
        ARTICLES_CLAIMS("tocsin.articles.claims", "", "Totals that articles state; never incidents"),
        ARTICLES_READING("tocsin.articles.reading", "", "Time to read an article"),
        RULINGS("tocsin.rulings", "kind", "Operators' rulings on which reports belong together"),
        DEAD_LETTERS("tocsin.dead.letters", "reason", "Records sent to the dead letters"),
        INCIDENTS("tocsin.incidents", "status", "Incident revisions published"),
        ALERTS("tocsin.alerts", "rule, severity, transition", "Alert transitions published"),
        ALERT_LATENCY("tocsin.alert.latency", "", "From the report's arrival in Kafka to the alert's transition"),
        RULES("tocsin.rules", "", "Rules in force"),
        RULES_REFUSED("tocsin.rules.refused", "", "Rules on the topic that were refused"),
        READY("tocsin.ready", "", "1 when running, all partitions assigned and the lag bounded, else 0");

        private final String meterName;
        private final String tags;
        private final String description;

        Meter(String meterName, String tags, String description) {
            this.meterName = meterName;
            this.tags = tags;
            this.description = description;
        }

        /** Its dotted name. */
        public String meterName() {
            return meterName;
        }

        /** The names of its tags. */
        public String tags() {
            return tags;
        }

        /** What it means. */
        public String description() {
            return description;
        }
    }

    private final MeterRegistry registry;
    private final Timer latency;
    private final Timer reading;
    private final Counter claims;
    private final Counter rulesRefused;
    private final AtomicInteger rules = new AtomicInteger();
    private final AtomicInteger remembered = new AtomicInteger();
    private final Map<Object, Counter> counters = new ConcurrentHashMap<>();
    private final Set<String> sources = ConcurrentHashMap.newKeySet();
    private final Set<String> ruleNames = ConcurrentHashMap.newKeySet();

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.latency = Timer.builder(Meter.ALERT_LATENCY.meterName())
                .description(Meter.ALERT_LATENCY.description())
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5))
                .register(registry);
        this.reading = Timer.builder(Meter.ARTICLES_READING.meterName())
                .description(Meter.ARTICLES_READING.description())
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10))
                .register(registry);
        this.claims = counter(Meter.ARTICLES_CLAIMS, Tags.empty());
        this.rulesRefused = counter(Meter.RULES_REFUSED, Tags.empty());
        Gauge.builder(Meter.REPORTS_REMEMBERED.meterName(), remembered, AtomicInteger::get)
                .description(Meter.REPORTS_REMEMBERED.description())
                .register(registry);
        Gauge.builder(Meter.RULES.meterName(), rules, AtomicInteger::get)
                .description(Meter.RULES.description())
                .register(registry);
    }

    /** Shows the counters of these tag values as zero from the start. */
    public void expect(Iterable<String> deadLetterReasons, Iterable<String> incidentStatuses) {
        deadLetterReasons.forEach(reason -> deadLetters(reason).increment(0));
        incidentStatuses.forEach(status -> incidents(status).increment(0));
    }

    /** A report was handled. */
    public void report(String source, Enum<?> outcome) {
        String known = bounded(sources, source);
        cached(
                        new Key(Meter.REPORTS, known, outcome.name(), ""),
                        () -> counter(Meter.REPORTS, Tags.of("source", known, "outcome", label(outcome))))
                .increment();
    }

    /** A report was pushed over HTTP. */
    public void pushed(Enum<?> outcome) {
        counter(Meter.REPORTS_PUSHED, Tags.of("outcome", label(outcome))).increment();
    }

    /** A report came long after newer ones. */
    public void late(String source) {
        String known = bounded(sources, source);
        cached(new Key(Meter.REPORTS_LATE, known, "", ""), () -> counter(Meter.REPORTS_LATE, Tags.of("source", known)))
                .increment();
    }

    /** So many reports more, or fewer, are remembered. */
    public void remembered(int more) {
        remembered.addAndGet(more);
    }

    /** A report was linked to none, because it ran into a bound. */
    public void unlinked(Enum<?> bound) {
        labelled(Meter.REPORTS_UNLINKED, "bound", bound).increment();
    }

    /** An article was handled. */
    public void article(Enum<?> fate) {
        labelled(Meter.ARTICLES, "fate", fate).increment();
    }

    /** Nothing could be read in an article. */
    public void articleUnread(Enum<?> reason) {
        labelled(Meter.ARTICLES_UNREAD, "reason", reason).increment();
    }

    /** An article told, revised or retracted a report. */
    public void articleReport(Enum<?> change) {
        labelled(Meter.ARTICLES_REPORTS, "change", change).increment();
    }

    /** Words in an article made no report. */
    public void articleLeftOut(Enum<?> reason) {
        labelled(Meter.ARTICLES_LEFT_OUT, "reason", reason).increment();
    }

    /** An article states so many totals. */
    public void articleClaims(int number) {
        claims.increment(number);
    }

    /** How long an article took to read. */
    public void articleReading(Duration time) {
        reading.record(time);
    }

    /** An operator ruled on reports. */
    public void ruling(Enum<?> kind) {
        labelled(Meter.RULINGS, "kind", kind).increment();
    }

    /** A record went to the dead letters. */
    public void deadLetter(String reason) {
        deadLetters(reason).increment();
    }

    /** A revision of an incident was published. */
    public void incident(Enum<?> status) {
        incidents(label(status)).increment();
    }

    /** A transition of an alert was published. */
    public void alert(String rule, Enum<?> severity, Enum<?> transition) {
        String known = bounded(ruleNames, rule);
        cached(
                        new Key(Meter.ALERTS, known, severity.name(), transition.name()),
                        () -> counter(
                                Meter.ALERTS,
                                Tags.of("rule", known, "severity", label(severity), "transition", label(transition))))
                .increment();
    }

    /** How long a report took to become a transition. */
    public void alertLatency(Duration time) {
        latency.record(time.isNegative() ? Duration.ZERO : time);
    }

    /** So many rules are in force. */
    public void rules(int inForce) {
        rules.set(inForce);
    }

    /** A rule on the topic was refused. */
    public void ruleRefused() {
        rulesRefused.increment();
    }

    /** Shows whether the application is ready. */
    public void ready(BooleanSupplier ready) {
        Gauge.builder(Meter.READY.meterName(), () -> ready.getAsBoolean() ? 1 : 0)
                .description(Meter.READY.description())
                .register(registry);
    }

    private Counter deadLetters(String reason) {
        return cached(
                new Key(Meter.DEAD_LETTERS, reason, "", ""),
                () -> counter(Meter.DEAD_LETTERS, Tags.of("reason", reason)));
    }

    private Counter incidents(String status) {
        return cached(
                new Key(Meter.INCIDENTS, status, "", ""), () -> counter(Meter.INCIDENTS, Tags.of("status", status)));
    }

    private Counter labelled(Meter meter, String tag, Enum<?> value) {
        return cached(new Key(meter, value.name(), "", ""), () -> counter(meter, Tags.of(tag, label(value))));
    }

    private Counter cached(Key key, Supplier<Counter> make) {
        return counters.computeIfAbsent(key, k -> make.get());
    }

    private Counter counter(Meter meter, Tags tags) {
        return Counter.builder(meter.meterName())
                .description(meter.description())
                .tags(tags)
                .register(registry);
    }

    private static String bounded(Set<String> known, String name) {
        if (known.contains(name)) {
            return name;
        }
        return known.size() < MOST_NAMES && known.add(name) ? name : OTHER;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Key(Meter meter, String first, String second, String third) {}
}
