package io.tocsin.topology;

import io.tocsin.incident.Report;
import io.tocsin.metrics.Meters;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.Resolution;
import io.tocsin.resolve.Resolver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Resolves a report into changes of incidents, and remembers it. */
final class ResolveProcessor implements Processor<byte[], Report, byte[], Resolved> {

    private final Matching matching;
    private final Resolver resolver;
    private final Meters meters;
    private ProcessorContext<byte[], Resolved> context;
    private StoredReports reports;

    ResolveProcessor(Matching matching, Meters meters) {
        this.matching = matching;
        this.resolver = new Resolver(matching);
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Resolved> processorContext) {
        context = processorContext;
        reports = new StoredReports(context.getStateStore(Stores.REPORTS.storeName()), matching);
    }

    @Override
    public void process(Record<byte[], Report> record) {
        Report report = record.value();
        Resolution resolution = resolver.resolve(report, reports);
        reports.apply(resolution);
        meters.report(report.source().id(), resolution.outcome());
        context.forward(record.withValue(new Resolved(report, resolution.changes())));
    }
}
