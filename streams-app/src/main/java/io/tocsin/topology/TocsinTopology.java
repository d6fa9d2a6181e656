package io.tocsin.topology;

import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.incident.IncidentChange;
import io.tocsin.metrics.Meters;
import io.tocsin.places.Placing;
import io.tocsin.resolve.Matching;
import io.tocsin.topology.Admission.Admitted;
import io.tocsin.topology.Admission.Misrouted;
import io.tocsin.topology.Admission.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The road from reports to alerts, one hop in Kafka:
 *
 * <pre>
 *   reports ─► admit ─┬───────────────► resolve ─┬─► incidents
 *                     ├─► rerouted ─► admit ─┘   └─► watch ─► alerts
 *                     └─► dead letters                 ▲
 *   rules ───────────────── in every instance ─────────┘
 * </pre>
 */
public final class TocsinTopology {

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private final TopologySettings settings;
    private final Codecs codecs;
    private final Meters meters;
    private final Placing placing;
    private final Matching matching;
    private final RulesInForce rules;
    private final Map<Stores, StoreBuilder<?>> builders = new EnumMap<>(Stores.class);

    public TocsinTopology(TopologySettings settings, Codecs codecs, Meters meters, Placing placing, Matching matching) {
        this.settings = settings;
        this.codecs = codecs;
        this.meters = meters;
        this.placing = placing;
        this.matching = matching;
        this.rules = new RulesInForce(meters);
        meters.expect(
                RefusalReason.all(),
                Arrays.stream(IncidentStatus.values())
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** The graph. The configuration is needed so that explicit naming is enforced. */
    public Topology build(StreamsConfig config) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        takeInRules(builder);
        Admissions fromTopic = admitted(
                builder.stream(
                        settings.topics().reports().name(),
                        Consumed.with(BYTES, BYTES).withName("reports-source")),
                "admit",
                settings.reportPartitions());
        KStream<byte[], byte[]> rerouted = fromTopic
                .misrouted()
                .map((key, misrouted) -> KeyValue.pair(misrouted.country(), misrouted.original()), Named.as("reroute"))
                .repartition(Repartitioned.<byte[], byte[]>as("rerouted")
                        .withKeySerde(BYTES)
                        .withValueSerde(BYTES)
                        .withNumberOfPartitions(settings.reportPartitions()));
        Admissions fromReroute = admitted(rerouted, "admit-rerouted", 0);
        Actions actions = actions(builder);
        buryDeadLetters(fromTopic
                .refused()
                .merge(fromReroute.refused(), Named.as("all-refused"))
                .merge(actions.refused(), Named.as("all-refused-and-actions")));
        KStream<byte[], Resolved> resolved = fromTopic
                .admitted()
                .merge(fromReroute.admitted(), Named.as("all-admitted"))
                .<Statement>mapValues(admitted -> new Statement.OfSource(admitted.report()), Named.as("by-a-source"))
                .merge(actions.rulings(), Named.as("all-statements"))
                .process(
                        supplier(
                                () -> new ResolveProcessor(settings, matching, meters),
                                Stores.REPORTS,
                                Stores.RULINGS,
                                Stores.CLOCK),
                        Named.as("resolve"));
        resolved.flatMap((key, changed) -> records(changed), Named.as("incident-records"))
                .to(
                        settings.topics().incidents().name(),
                        Produced.with(Serdes.String(), codecs.incidents()).withName("incidents-sink"));
        resolved.process(
                        supplier(
                                () -> new WatchProcessor(settings, rules, meters),
                                Stores.LEDGER,
                                Stores.ALERTS,
                                Stores.APPLIED_RULES,
                                Stores.CLOCK),
                        Named.as("watch"))
                .to(
                        settings.topics().alerts().name(),
                        Produced.with(Serdes.String(), codecs.alerts()).withName("alerts-sink"));
        return builder.build();
    }

    private void takeInRules(StreamsBuilder builder) {
        String topic = settings.topics().rules().name();
        builder.addGlobalStore(
                org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(Stores.RULES),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic,
                Consumed.with(BYTES, BYTES).withName("rules-source"),
                () -> new RuleIntakeProcessor(codecs.rules().deserializer(), topic, rules, meters));
    }

    private record Admissions(
            KStream<byte[], Admitted> admitted,
            KStream<byte[], Misrouted> misrouted,
            KStream<byte[], Refused> refused) {}

    private Admissions admitted(KStream<byte[], byte[]> records, String name, int partitions) {
        var branches = records.process(
                        () -> new AdmitProcessor(
                                codecs.reports().deserializer(), placing, settings.ahead(), partitions, meters),
                        Named.as(name))
                .split(Named.as(name + "-"))
                .branch((key, admission) -> admission instanceof Admitted, Branched.as("admitted"))
                .branch((key, admission) -> admission instanceof Misrouted, Branched.as("misrouted"))
                .defaultBranch(Branched.as("refused"));
        return new Admissions(
                branches.get(name + "-admitted").mapValues(Admitted.class::cast, Named.as(name + "-as-admitted")),
                branches.get(name + "-misrouted").mapValues(Misrouted.class::cast, Named.as(name + "-as-misrouted")),
                branches.get(name + "-refused").mapValues(Refused.class::cast, Named.as(name + "-as-refused")));
    }

    private record Actions(KStream<byte[], Statement> rulings, KStream<byte[], Refused> refused) {}

    /** An action lies under what it is about; what it says of reports is sent on to the task of their country. */
    private Actions actions(StreamsBuilder builder) {
        String topic = settings.topics().actions().name();
        var branches = builder.stream(topic, Consumed.with(BYTES, BYTES).withName("actions-source"))
                .process(() -> new ActionProcessor(codecs.actions().deserializer(), meters), Named.as("action"))
                .split(Named.as("action-"))
                .branch((key, admission) -> admission instanceof Misrouted, Branched.as("ruling"))
                .defaultBranch(Branched.as("refused"));
        KStream<byte[], Statement> rulings = branches.get("action-ruling")
                .mapValues(Misrouted.class::cast, Named.as("action-as-ruling"))
                .map((key, ruling) -> KeyValue.pair(ruling.country(), ruling.original()), Named.as("action-to-country"))
                .repartition(Repartitioned.<byte[], byte[]>as("rulings")
                        .withKeySerde(BYTES)
                        .withValueSerde(BYTES)
                        .withNumberOfPartitions(settings.reportPartitions()))
                .mapValues(
                        original -> RulingRecords.ruling(Patiently.call(
                                () -> codecs.actions().deserializer().deserialize(topic, original))),
                        Named.as("ruling"));
        return new Actions(
                rulings, branches.get("action-refused").mapValues(Refused.class::cast, Named.as("action-as-refused")));
    }

    private void buryDeadLetters(KStream<byte[], Refused> refused) {
        refused.process(DeadLetterProcessor::new, Named.as("dead-letter"))
                .to(
                        settings.topics().deadLetters().name(),
                        Produced.with(BYTES, BYTES).withName("dead-letters-sink"));
    }

    private List<KeyValue<String, Incident>> records(Resolved resolved) {
        List<KeyValue<String, Incident>> records =
                new ArrayList<>(resolved.changes().size());
        for (IncidentChange change : resolved.changes()) {
            records.add(record(change));
        }
        return records;
    }

    private KeyValue<String, Incident> record(IncidentChange change) {
        Incident incident = IncidentRecords.record(change);
        meters.incident(incident.getStatus());
        return KeyValue.pair(change.id(), incident);
    }

    private <KI, VI, KO, VO> ProcessorSupplier<KI, VI, KO, VO> supplier(
            Supplier<Processor<KI, VI, KO, VO>> processor, Stores... stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<KI, VI, KO, VO> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Arrays.stream(stores)
                        .map(store -> builders.computeIfAbsent(store, Stores::builder))
                        .collect(Collectors.toSet());
            }
        };
    }

    /** Turns a refusal into a dead letter: the original bytes, and headers that say what, where and why. */
    private static final class DeadLetterProcessor implements Processor<byte[], Refused, byte[], byte[]> {
        private ProcessorContext<byte[], byte[]> context;

        @Override
        public void init(ProcessorContext<byte[], byte[]> processorContext) {
            context = processorContext;
        }

        @Override
        public void process(Record<byte[], Refused> record) {
            Refused refused = record.value();
            Record<byte[], byte[]> letter =
                    record.withKey(refused.originalKey()).withValue(refused.original());
            refused.why().writeTo(letter.headers());
            context.forward(letter);
        }
    }
}
