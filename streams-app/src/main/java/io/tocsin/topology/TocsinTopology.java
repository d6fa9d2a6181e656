package io.tocsin.topology;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.incident.Admittance;
import io.tocsin.incident.IncidentChange;
import io.tocsin.metrics.Meters;
import io.tocsin.news.Editions;
import io.tocsin.news.Reads;
import io.tocsin.places.Placing;
import io.tocsin.resolve.Matching;
import io.tocsin.topology.Admission.Admitted;
import io.tocsin.topology.Admission.Misrouted;
import io.tocsin.topology.Admission.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

/**
 * The roads, and how they meet. From reports to alerts it is one hop in Kafka:
 *
 * <pre>
 *   reports ─► admit ─┬───────────────► resolve ─┬─► incidents
 *                     ├─► rerouted ─► admit ─┘   └─► watch ─► alerts
 *                     └─► dead letters                 ▲
 *   rules ───────────────── in every instance ─────────┘
 *   sources ─► silence ─► alerts
 *   articles ─► read ─► reports
 *   actions ─► to where the incident, the alert or the silence is
 * </pre>
 */
public final class TocsinTopology {

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private final TopologySettings settings;
    private final Codecs codecs;
    private final Meters meters;
    private final Admittance admittance;
    private final Matching matching;
    private final RulesInForce rules;
    private final Editions editions;
    private final StoreShelf stores = new StoreShelf();

    /** @param reads how articles are read */
    public TocsinTopology(
            TopologySettings settings, Codecs codecs, Meters meters, Placing placing, Matching matching, Reads reads) {
        this.settings = settings;
        this.codecs = codecs;
        this.meters = meters;
        this.admittance = new Admittance(placing, settings.ahead());
        this.matching = matching;
        this.rules = new RulesInForce(meters);
        this.editions =
                new Editions(reads, report -> admittance.placed(report).place().country());
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
        ActionRoad.Actions actions = new ActionRoad(settings, codecs, meters).build(builder);
        KStream<byte[], Resolved> resolved = fromTopic
                .admitted()
                .merge(fromReroute.admitted(), Named.as("all-admitted"))
                .<Statement>mapValues(admitted -> new Statement.OfSource(admitted.report()), Named.as("by-a-source"))
                .merge(actions.rulings(), Named.as("all-statements"))
                .process(
                        stores.supplier(
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
                                stores.supplier(
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
                                stores.supplier(
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
        DeadLetters deadLetters = new DeadLetters(settings.topics().deadLetters());
        deadLetters.bury(
                fromTopic
                        .refused()
                        .merge(fromReroute.refused(), Named.as("all-refused"))
                        .merge(actions.refused(), Named.as("all-refused-and-actions"))
                        .merge(ofCountries.refused(), Named.as("all-refused-and-unknown"))
                        .merge(ofCrossings.refused(), Named.as("all-refused-and-unknown-crossing")),
                "dead-letter");
        // in this order: folders and internal topics are called after the numbers of the parts
        new SourceRoad(settings, codecs, meters, stores, deadLetters).build(builder, actions.onSilences());
        new ArticleRoad(settings, codecs, meters, editions, stores, deadLetters).build(builder);
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
                                codecs.reports().deserializer(), admittance, settings.wall(), partitions, meters),
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
}
