package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.Report;
import io.tocsin.metrics.Meters;
import io.tocsin.watch.Alert;
import io.tocsin.watch.Cause;
import io.tocsin.watch.Per;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Watches the incidents of countries, and passes on what changed to those who watch scopes that cross borders: by every
 * kind of such scope by which any rule ever counted.
 */
final class WatchProcessor implements Processor<byte[], Heard, byte[], Told> {

    private static final Duration LATE = Duration.ofDays(1);

    private final TopologySettings settings;
    private final RulesInForce inForce;
    private final Meters meters;
    private final ListedIncidents listed = new ListedIncidents();
    private ProcessorContext<byte[], Told> context;
    private StoredLedger ledger;
    private AppliedRules applied;
    private WatchClock clock;
    private TaskWatch watch;
    private Instant newestPublished = Instant.MIN;
    private long timestamp;

    WatchProcessor(TopologySettings settings, RulesInForce inForce, Meters meters) {
        this.settings = settings;
        this.inForce = inForce;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Told> processorContext) {
        context = processorContext;
        ledger = new StoredLedger(context.getStateStore(Stores.LEDGER.storeName()));
        applied = new AppliedRules(context.getStateStore(Stores.APPLIED_RULES.storeName()));
        clock = WatchClock.following(settings, context, Stores.CLOCK);
        TaskWatch.State state = new TaskWatch.State(
                ledger,
                new StoredCoverage(context.getStateStore(Stores.COVERAGE.storeName())),
                new StoredAlerts(context.getStateStore(Stores.ALERTS.storeName())),
                applied);
        watch = new TaskWatch(settings, inForce, WatchProcessor::counts, clock, state, this::announce, meters);
        context.schedule(settings.ticks().every(), PunctuationType.WALL_CLOCK_TIME, this::tick);
        context.schedule(Ticks.SOON, PunctuationType.WALL_CLOCK_TIME, this::sayWhatWasLeft);
    }

    @Override
    public void process(Record<byte[], Heard> record) {
        timestamp = record.timestamp();
        catchUpWithRules();
        if (record.value() instanceof Resolved resolved) {
            take(resolved);
        } else if (record.value() instanceof Heard.Acted acted && !watch.act(acted.action())) {
            meters.deadLetter(RefusalReason.UNKNOWN_ALERT);
            context.forward(record.withValue(acted.unknown()));
        }
        if (settings.clock() == TopologySettings.Clock.STREAM) {
            watch.sayAllThatIsDue();
        }
    }

    private void take(Resolved resolved) {
        Cause cause = cause(resolved);
        Optional<Report> report = resolved.statement() instanceof Statement.OfSource source
                ? Optional.of(source.report())
                : Optional.empty();
        report.ifPresent(told -> {
            tellTheTime(told.publishedAt());
            noticeLate(told);
        });
        List<Replacement> changes = Replacement.of(resolved.changes());
        report.ifPresent(told -> watch.sourceTold(
                Scope.country(told.place().country()),
                told.source().id(),
                told.occurrence().instant(),
                cause));
        int steps = watch.incidentsChanged(changes, cause);
        if (steps > 0) {
            meters.alertLatency(Duration.ofMillis(settings.wall().millis() - timestamp));
        }
        for (Scope.Kind kind : applied.crossing()) {
            for (Replacement change : changes) {
                cross(kind, change, cause);
            }
        }
    }

    /** Of what was due with a tick, and more than a thread may be kept for. */
    private void sayWhatWasLeft(long steadyMs) {
        if (watch.isBehind()) {
            timestamp = steadyMs;
            watch.sayWhatIsDue(steadyMs);
        }
    }

    private void tick(long steadyMs) {
        timestamp = steadyMs;
        catchUpWithRules();
        watch.sayWhatIsDue(steadyMs);
        watch.forget();
    }

    /** The first rule by a kind of scope that crosses borders gets to know all that is known. */
    private void catchUpWithRules() {
        for (Rule rule : watch.catchUpWithRules()) {
            Scope.Kind kind = rule.per().kind();
            if (kind.crossesBorders() && applied.isFirstOf(kind)) {
                Cause cause = Cause.of("rule " + rule.id() + " came into force");
                for (String country : ledger.homes()) {
                    ledger.forEach(
                            country, fact -> cross(kind, new Replacement(Optional.empty(), Optional.of(fact)), cause));
                }
            }
        }
    }

    /** What leaves one scope and enters another goes to both. */
    private void cross(Scope.Kind kind, Replacement change, Cause cause) {
        Optional<Scope> before = change.before().flatMap(Per.crossing(kind)::scopeOf);
        Optional<Scope> after = change.after().flatMap(Per.crossing(kind)::scopeOf);
        if (before.equals(after)) {
            before.ifPresent(scope -> forward(new Crossing.Changed(scope, change, cause)));
            return;
        }
        before.ifPresent(scope ->
                forward(new Crossing.Changed(scope, new Replacement(change.before(), Optional.empty()), cause)));
        after.ifPresent(scope ->
                forward(new Crossing.Changed(scope, new Replacement(Optional.empty(), change.after()), cause)));
    }

    /** By the stream's clock time passes with reports; those who watch other scopes do not see them. */
    private void tellTheTime(Instant publishedAt) {
        boolean later = publishedAt.isAfter(clock.now());
        clock.seen(publishedAt);
        if (later
                && settings.clock() == TopologySettings.Clock.STREAM
                && !applied.crossing().isEmpty()) {
            context.forward(new Record<>(new byte[0], new Crossing.TimePassed(publishedAt), timestamp));
        }
    }

    private void forward(Crossing.Changed crossing) {
        context.forward(new Record<>(crossing.scope().key().getBytes(UTF_8), crossing, timestamp));
    }

    private void announce(Alert alert) {
        String id = alert.state().id();
        Told.Announced told = new Told.Announced(AlertRecords.record(alert, listed.records(id, alert.incidents())));
        context.forward(new Record<>(id.getBytes(UTF_8), told, timestamp));
    }

    /** Scopes that cross borders are watched elsewhere. */
    private static boolean counts(Rule rule, String home) {
        return !rule.per().kind().crossesBorders();
    }

    private void noticeLate(Report report) {
        if (report.publishedAt().isAfter(newestPublished)) {
            newestPublished = report.publishedAt();
        } else if (report.publishedAt().plus(LATE).isBefore(newestPublished)) {
            meters.late(report.source().id());
        }
    }

    private static Cause cause(Resolved resolved) {
        return resolved.statement() instanceof Statement.OfSource source
                ? Cause.of(source.report(), resolved.changes())
                : Cause.of(Cause.inWords(resolved.changes()) + ", "
                        + ((Statement.OfOperator) resolved.statement()).ruling().inWords());
    }
}
