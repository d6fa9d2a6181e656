package io.tocsin.topology;

import io.tocsin.avro.Alert;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import io.tocsin.metrics.Meters;
import io.tocsin.places.Area;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Cause;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Rule;
import io.tocsin.watch.RuleBook;
import io.tocsin.watch.Step;
import io.tocsin.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Counts the incidents that changed, and announces what follows: at once, when it is due, and when a rule changes. */
final class WatchProcessor implements Processor<byte[], Resolved, String, Alert> {

    private static final Duration LATE = Duration.ofDays(1);
    private static final int MOST_DUE_AT_ONCE = 1_000;
    private static final int FORGET_WITH_A_TICK = 1_000;

    private final TopologySettings settings;
    private final RulesInForce inForce;
    private final Meters meters;
    private ProcessorContext<String, Alert> context;
    private StoredLedger ledger;
    private StoredAlerts alerts;
    private AppliedRules applied;
    private WatchClock clock;
    private int rulesVersion = -1;
    private int forgottenBefore = Integer.MIN_VALUE;
    private RuleBook rules = RuleBook.empty();
    private Watch watch;
    private Instant newestPublished = Instant.MIN;

    WatchProcessor(TopologySettings settings, RulesInForce inForce, Meters meters) {
        this.settings = settings;
        this.inForce = inForce;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        ledger = new StoredLedger(context.getStateStore(Stores.LEDGER.storeName()));
        alerts = new StoredAlerts(context.getStateStore(Stores.ALERTS.storeName()));
        applied = new AppliedRules(context.getStateStore(Stores.APPLIED_RULES.storeName()));
        clock = WatchClock.following(settings.clock(), context);
        use(new RuleBook(applied.rules()));
        context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<byte[], Resolved> record) {
        catchUpWithRules(record.timestamp());
        if (record.value().statement() instanceof Statement.OfSource source) {
            clock.seen(source.report().publishedAt());
            noticeLate(source.report());
        }
        List<Replacement> changes = replacements(record.value().changes());
        ledger.apply(changes);
        List<Step> steps = watch.incidentsChanged(changes, cause(record.value()), clock.now());
        take(steps, record.timestamp());
        if (!steps.isEmpty()) {
            meters.alertLatency(Duration.ofMillis(context.currentSystemTimeMs() - record.timestamp()));
        }
        if (settings.clock() == TopologySettings.Clock.STREAM) {
            sayWhatIsDue(record.timestamp());
        }
    }

    private void tick(long wallMs) {
        catchUpWithRules(wallMs);
        sayWhatIsDue(wallMs);
        forget();
    }

    /** Alerts first: one whose incidents are forgotten must not be taken for one that lost them. */
    private void forget() {
        int first = settings.history().firstRemembered(clock.now());
        if (first > forgottenBefore) {
            forgottenBefore = first;
            alerts.forgetBefore(Instant.EPOCH.plus(Duration.ofDays(first)));
        }
        ledger.forgetBefore(first, FORGET_WITH_A_TICK);
    }

    private void sayWhatIsDue(long timestamp) {
        Instant now = clock.now();
        List<StoredAlerts.Due> taken;
        do {
            taken = alerts.takeDue(now, MOST_DUE_AT_ONCE);
            for (StoredAlerts.Due due : taken) {
                take(watch.due(due.rule(), due.scope(), now), timestamp);
                rules.find(due.rule()).ifPresent(rule -> reindex(rule, due.scope()));
            }
        } while (taken.size() == MOST_DUE_AT_ONCE && settings.clock() == TopologySettings.Clock.STREAM);
    }

    private void reindex(Rule rule, Area scope) {
        for (Announced alert : alerts.of(rule.id(), scope)) {
            if (alert.phase() == Announced.Phase.OPEN) {
                alerts.apply(new Step(alert, rule, Optional.empty()));
            }
        }
    }

    /** New and changed rules look over the incidents already known; alerts of rules that are gone are retired. */
    private void catchUpWithRules(long timestamp) {
        RulesInForce.Snapshot snapshot = inForce.current();
        if (snapshot.version() == rulesVersion) {
            return;
        }
        rulesVersion = snapshot.version();
        AppliedRules.Changes changes = applied.changesTo(snapshot.rules());
        for (Rule rule : changes.removed()) {
            List<Announced> announced = new ArrayList<>();
            alerts.forEach(rule.id(), announced::add);
            take(watch.ruleRemoved(rule, announced, clock.now()), timestamp);
        }
        use(new RuleBook(snapshot.rules()));
        lookBack(changes.changed(), timestamp);
        applied.apply(changes);
    }

    private void lookBack(List<Rule> changed, long timestamp) {
        List<LookBack> views = changed.stream().map(LookBack::new).toList();
        if (views.isEmpty()) {
            return;
        }
        ledger.forEach(fact -> views.forEach(view -> view.add(fact)));
        for (int i = 0; i < views.size(); i++) {
            Rule rule = changed.get(i);
            LookBack view = views.get(i).sorted();
            alerts.forEach(rule.id(), alert -> view.add(alert.scope()));
            Watch looking = new Watch(rules, view, alerts);
            for (Area scope : view.scopes()) {
                take(looking.ruleChanged(rule, scope, clock.now()), timestamp);
                reindex(rule, scope);
            }
        }
    }

    private void use(RuleBook book) {
        rules = book;
        watch = new Watch(book, ledger, alerts);
    }

    private void take(List<Step> steps, long timestamp) {
        for (Step step : steps) {
            alerts.apply(step);
            step.alert().ifPresent(alert -> {
                meters.alert(alert.rule().id(), alert.state().episode().severity(), alert.transition());
                context.forward(new Record<>(alert.state().id(), AlertRecords.record(alert), timestamp));
            });
        }
    }

    private void noticeLate(Report report) {
        if (report.publishedAt().isAfter(newestPublished)) {
            newestPublished = report.publishedAt();
        } else if (report.publishedAt().plus(LATE).isBefore(newestPublished)) {
            meters.late(report.source().id());
        }
    }

    private static List<Replacement> replacements(List<IncidentChange> changes) {
        List<Replacement> replacements = new ArrayList<>(changes.size());
        for (IncidentChange change : changes) {
            Optional<Fact> before = change.before().map(Fact::of);
            Optional<Fact> after = change.after().map(Fact::of);
            if (!before.equals(after)) {
                replacements.add(new Replacement(before, after));
            }
        }
        return replacements;
    }

    private static Cause cause(Resolved resolved) {
        StringJoiner inWords = new StringJoiner(" and ").setEmptyValue("a report came");
        for (IncidentChange change : resolved.changes()) {
            if (change.before().isPresent()) {
                inWords.add("incident " + change.id() + what(change));
            }
        }
        return resolved.statement() instanceof Statement.OfSource source
                ? new Cause(
                        inWords.toString(),
                        Optional.of(source.report().publishedAt()),
                        source.report().receivedAt())
                : Cause.of(inWords + ", "
                        + ((Statement.OfOperator) resolved.statement()).ruling().inWords());
    }

    private static String what(IncidentChange change) {
        if (change.after().isPresent()) {
            return " was corrected";
        }
        return change.mergedInto().map(survivor -> " is one with " + survivor).orElse(" was taken back");
    }
}
