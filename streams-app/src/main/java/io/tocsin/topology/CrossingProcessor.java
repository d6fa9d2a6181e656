package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.metrics.Meters;
import io.tocsin.watch.Alert;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Scope;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Watches scopes in which incidents of several countries meet: actors, groups of targets, the world. */
final class CrossingProcessor implements Processor<byte[], Heard, byte[], Told> {

    private final TopologySettings settings;
    private final RulesInForce inForce;
    private final Meters meters;
    private final ListedIncidents listed = new ListedIncidents();
    private ProcessorContext<byte[], Told> context;
    private WatchClock clock;
    private TaskWatch watch;
    private long timestamp;

    CrossingProcessor(TopologySettings settings, RulesInForce inForce, Meters meters) {
        this.settings = settings;
        this.inForce = inForce;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Told> processorContext) {
        context = processorContext;
        clock = WatchClock.keeping(settings, context, Stores.CROSSING_CLOCK);
        TaskWatch.State state = new TaskWatch.State(
                new StoredLedger(context.getStateStore(Stores.CROSSING_LEDGER.storeName())),
                new StoredCoverage(context.getStateStore(Stores.CROSSING_COVERAGE.storeName())),
                new StoredAlerts(context.getStateStore(Stores.CROSSING_ALERTS.storeName())),
                new AppliedRules(context.getStateStore(Stores.CROSSING_APPLIED_RULES.storeName())));
        watch = new TaskWatch(settings, inForce, CrossingProcessor::counts, clock, state, this::announce, meters);
        context.schedule(settings.ticks().every(), PunctuationType.WALL_CLOCK_TIME, this::tick);
        context.schedule(Ticks.SOON, PunctuationType.WALL_CLOCK_TIME, this::sayWhatWasLeft);
    }

    @Override
    public void process(Record<byte[], Heard> record) {
        timestamp = record.timestamp();
        watch.catchUpWithRules();
        if (record.value() instanceof Crossing.TimePassed time) {
            clock.seen(time.now());
        } else if (record.value() instanceof Crossing.Changed crossing) {
            take(crossing);
        } else if (record.value() instanceof Heard.Acted acted && !watch.act(acted.action())) {
            meters.deadLetter(RefusalReason.UNKNOWN_ALERT);
            context.forward(record.withValue(acted.unknown()));
        }
        if (settings.clock() == TopologySettings.Clock.STREAM) {
            watch.sayAllThatIsDue();
        }
    }

    private void take(Crossing.Changed crossing) {
        Scope scope = crossing.scope();
        crossing.cause().reported().ifPresent(clock::seen);
        crossing.change()
                .after()
                .ifPresent(fact ->
                        fact.sources().forEach(source -> watch.sourceTold(scope, source, fact.at(), crossing.cause())));
        watch.changedIn(scope, crossing.change(), crossing.cause());
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
        watch.catchUpWithRules();
        watch.sayWhatIsDue(steadyMs);
        watch.forget();
    }

    private void announce(Alert alert) {
        String id = alert.state().id();
        Told.Announced told = new Told.Announced(AlertRecords.record(alert, listed.records(id, alert.incidents())));
        context.forward(new Record<>(id.getBytes(UTF_8), told, timestamp));
    }

    private static boolean counts(Rule rule, String home) {
        Scope.Kind kind = rule.per().kind();
        return kind.crossesBorders() && StoredLedger.homeOf(kind).equals(home);
    }
}
