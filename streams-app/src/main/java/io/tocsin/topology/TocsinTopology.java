package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.OperatorAction;
import io.tocsin.incident.Admittance;
import io.tocsin.incident.IncidentChange;
import io.tocsin.metrics.Meters;
import io.tocsin.places.Placing;
import io.tocsin.resolve.Matching;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.topology.Admission.Admitted;
import io.tocsin.topology.Admission.Misrouted;
import io.tocsin.topology.Admission.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
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
 *   sources ─► silence ─► alerts
 *   actions ─► to where the incident, the alert or the silence is
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
        Tellings ofCountries = tellings(
                resolved.mapValues(Heard.class::cast, Named.as("heard"))
                        .merge(actions.onAlerts(), Named.as("all-heard"))
                        .process(
                                supplier(
                                        () -> new WatchProcessor(settings, rules, meters),
                                        Stores.LEDGER,
                                        Stores.COVERAGE,
                                        Stores.ALERTS,
                                        Stores.APPLIED_RULES,
                                        Stores.CLOCK),
                                Named.as("watch")),
                "watched");
        Tellings ofCrossings = tellings(
                ofCountries
                        .crossings()
                        .repartition(Repartitioned.<byte[], Crossing>as("crossing")
                                .withKeySerde(BYTES)
                                .withValueSerde(new CrossingSerde())
                                .withStreamPartitioner(TocsinTopology::toItsTask)
                                .withNumberOfPartitions(settings.reportPartitions()))
                        .mapValues(Heard.class::cast, Named.as("crossing-heard"))
                        .merge(actions.onCrossingAlerts(), Named.as("all-crossing-heard"))
                        .process(
                                supplier(
                                        () -> new CrossingProcessor(settings, rules, meters),
                                        Stores.CROSSING_LEDGER,
                                        Stores.CROSSING_COVERAGE,
                                        Stores.CROSSING_ALERTS,
                                        Stores.CROSSING_APPLIED_RULES,
                                        Stores.CROSSING_CLOCK),
                                Named.as("watch-crossing")),
                "crossing-watched");
        ofCountries
                .alerts()
                .merge(ofCrossings.alerts(), Named.as("all-alerts"))
                .to(
                        settings.topics().alerts().name(),
                        Produced.with(BYTES, codecs.alerts()).withName("alerts-sink"));
        buryDeadLetters(
                fromTopic
                        .refused()
                        .merge(fromReroute.refused(), Named.as("all-refused"))
                        .merge(actions.refused(), Named.as("all-refused-and-actions"))
                        .merge(ofCountries.refused(), Named.as("all-refused-and-unknown"))
                        .merge(ofCrossings.refused(), Named.as("all-refused-and-unknown-crossing")),
                "dead-letter");
        listenToSources(builder, actions.onSilences());
        return builder.build();
    }

    /** A change goes to the task of its scope, the time to all. */
    private static Optional<Set<Integer>> toItsTask(String topic, byte[] key, Crossing crossing, int partitions) {
        return Optional.of(
                crossing instanceof Crossing.TimePassed
                        ? IntStream.range(0, partitions).boxed().collect(Collectors.toSet())
                        : Set.of(Utils.toPositive(Utils.murmur2(key)) % partitions));
    }

    private record Tellings(
            KStream<byte[], Alert> alerts, KStream<byte[], Crossing> crossings, KStream<byte[], Refused> refused) {}

    private static Tellings tellings(KStream<byte[], Told> told, String name) {
        var branches = told.split(Named.as(name + "-"))
                .branch((key, each) -> each instanceof Told.Announced, Branched.as("announced"))
                .branch((key, each) -> each instanceof Crossing, Branched.as("crossing"))
                .defaultBranch(Branched.as("unknown"));
        return new Tellings(
                branches.get(name + "-announced")
                        .mapValues(each -> ((Told.Announced) each).alert(), Named.as(name + "-alerts")),
                branches.get(name + "-crossing").mapValues(Crossing.class::cast, Named.as(name + "-as-crossing")),
                branches.get(name + "-unknown").mapValues(Refused.class::cast, Named.as(name + "-as-unknown")));
    }

    /** A road of its own, with tasks of its own: sources are few, and have nothing to do with countries. */
    private void listenToSources(StreamsBuilder builder, KStream<byte[], Heard> acted) {
        var branches = builder.stream(
                        settings.topics().sources().name(),
                        Consumed.with(BYTES, BYTES).withName("sources-source"))
                .<Heard>mapValues(Heard.Status::new, Named.as("status"))
                .merge(acted, Named.as("all-of-sources"))
                .process(
                        supplier(
                                () -> new SilenceProcessor(
                                        settings, codecs.sources().deserializer(), meters),
                                Stores.SOURCES),
                        Named.as("silence"))
                .split(Named.as("silence-"))
                .branch((key, told) -> told instanceof Told.Announced, Branched.as("announced"))
                .defaultBranch(Branched.as("refused"));
        branches.get("silence-announced")
                .mapValues(told -> ((Told.Announced) told).alert(), Named.as("silence-alerts"))
                .to(
                        settings.topics().alerts().name(),
                        Produced.with(BYTES, codecs.alerts()).withName("silence-alerts-sink"));
        buryDeadLetters(
                branches.get("silence-refused").mapValues(Refused.class::cast, Named.as("silence-as-refused")),
                "silence-dead-letter");
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
                                codecs.reports().deserializer(),
                                new Admittance(placing, settings.ahead()),
                                settings.wall(),
                                partitions,
                                meters),
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

    private record Actions(
            KStream<byte[], Statement> rulings,
            KStream<byte[], Heard> onAlerts,
            KStream<byte[], Heard> onCrossingAlerts,
            KStream<byte[], Heard> onSilences,
            KStream<byte[], Refused> refused) {}

    /** An action lies under what it is about; it is sent on to the task of its country, of its source, or of its scope. */
    private Actions actions(StreamsBuilder builder) {
        String topic = settings.topics().actions().name();
        int sources = settings.topics().sources().partitioning().partitions(settings.reportPartitions());
        var branches = builder.stream(topic, Consumed.with(BYTES, BYTES).withName("actions-source"))
                .process(() -> new ActionProcessor(codecs.actions().deserializer(), meters), Named.as("action"))
                .split(Named.as("action-"))
                .branch((key, each) -> each instanceof Misrouted sent && isCountry(sent), Branched.as("country"))
                .branch((key, each) -> each instanceof Misrouted sent && isSource(sent), Branched.as("source"))
                .branch((key, each) -> each instanceof Misrouted, Branched.as("crossing"))
                .defaultBranch(Branched.as("refused"));
        var inCountries = sentOn(branches.get("action-country"), "acted", settings.reportPartitions())
                .split(Named.as("acted-"))
                .branch((key, original) -> RulingRecords.isRuling(decoded(original)), Branched.as("ruling"))
                .defaultBranch(Branched.as("on-alert"));
        return new Actions(
                inCountries
                        .get("acted-ruling")
                        .mapValues(original -> RulingRecords.ruling(decoded(original)), Named.as("ruling")),
                inCountries.get("acted-on-alert").mapValues(this::acted, Named.as("on-alert")),
                sentOn(branches.get("action-crossing"), "acted-crossing", settings.reportPartitions())
                        .mapValues(this::acted, Named.as("on-crossing-alert")),
                sentOn(branches.get("action-source"), "acted-source", sources)
                        .mapValues(this::acted, Named.as("on-silence")),
                branches.get("action-refused").mapValues(Refused.class::cast, Named.as("action-as-refused")));
    }

    private KStream<byte[], byte[]> sentOn(KStream<byte[], Admission> actions, String name, int partitions) {
        return actions.mapValues(Misrouted.class::cast, Named.as(name + "-sent"))
                .map((key, sent) -> KeyValue.pair(sent.country(), sent.original()), Named.as(name + "-home"))
                .repartition(Repartitioned.<byte[], byte[]>as(name)
                        .withKeySerde(BYTES)
                        .withValueSerde(BYTES)
                        .withNumberOfPartitions(partitions));
    }

    private OperatorAction decoded(byte[] original) {
        return Patiently.call(() -> codecs.actions()
                .deserializer()
                .deserialize(settings.topics().actions().name(), original));
    }

    private static boolean isCountry(Misrouted sent) {
        return sent.country().length == 2;
    }

    private static boolean isSource(Misrouted sent) {
        return SilenceRecords.sourceOf(new String(sent.country(), UTF_8)).isPresent();
    }

    private Heard acted(byte[] original) {
        OperatorAction action = decoded(original);
        DeadLetterHeaders why = DeadLetterHeaders.of("action", RefusalReason.UNKNOWN_ALERT)
                .withField("subject")
                .withMessage("there is no alert " + action.getSubject() + " of rule " + action.getRule() + " in "
                        + action.getScope());
        return new Heard.Acted(
                AlertActionRecords.action(action),
                new Refused(action.getSubject().getBytes(UTF_8), original, why));
    }

    private void buryDeadLetters(KStream<byte[], Refused> refused, String name) {
        refused.process(DeadLetterProcessor::new, Named.as(name))
                .to(
                        settings.topics().deadLetters().name(),
                        Produced.with(BYTES, BYTES).withName(name + "s-sink"));
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
