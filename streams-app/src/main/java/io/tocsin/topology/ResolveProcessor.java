package io.tocsin.topology;

import io.tocsin.incident.Report;
import io.tocsin.metrics.Meters;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.Resolution;
import io.tocsin.resolve.Resolver;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Resolves statements into changes of incidents, and remembers it. */
final class ResolveProcessor implements Processor<byte[], Statement, byte[], Resolved> {

    private static final int FORGET_WITH_EACH = 3;
    private static final int FORGET_WITH_A_TICK = 1_000;

    private final TopologySettings settings;
    private final Matching matching;
    private final Resolver resolver;
    private final Meters meters;
    private ProcessorContext<byte[], Resolved> context;
    private StoredReports reports;
    private WatchClock clock;
    private int counted;

    ResolveProcessor(TopologySettings settings, Matching matching, Meters meters) {
        this.settings = settings;
        this.matching = matching;
        this.resolver = new Resolver(matching);
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Resolved> processorContext) {
        context = processorContext;
        reports = new StoredReports(
                context.getStateStore(Stores.REPORTS.storeName()),
                context.getStateStore(Stores.RULINGS.storeName()),
                matching,
                settings.history());
        clock = WatchClock.keeping(settings, context, Stores.CLOCK);
        reports.setNow(clock.atLeast());
        context.schedule(settings.ticks().every(), PunctuationType.WALL_CLOCK_TIME, now -> forget(FORGET_WITH_A_TICK));
        count();
    }

    @Override
    public void close() {
        meters.remembered(-counted);
    }

    private void forget(int most) {
        reports.setNow(clock.atLeast());
        reports.forget(most);
        count();
    }

    private void count() {
        meters.remembered(reports.size() - counted);
        counted = reports.size();
    }

    @Override
    public void process(Record<byte[], Statement> record) {
        Resolution resolution = resolve(record.value());
        reports.apply(resolution);
        context.forward(record.withValue(new Resolved(record.value(), resolution.changes())));
    }

    private Resolution resolve(Statement statement) {
        if (statement instanceof Statement.OfOperator said) {
            meters.ruling(said.ruling().kind());
            return resolver.rule(said.ruling(), said.pairs(), reports);
        }
        Report report = ((Statement.OfSource) statement).report();
        clock.seen(report.publishedAt());
        forget(FORGET_WITH_EACH);
        Resolution resolution = resolver.resolve(report, reports);
        meters.report(report.source().id(), resolution.outcome().orElseThrow());
        resolution.bounds().forEach(meters::unlinked);
        return resolution;
    }
}
