package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.OperatorAction;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.topology.Admission.Misrouted;
import io.tocsin.topology.Admission.Refused;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/** What operators do, on its way to the tasks that it concerns. */
record ActionRoad(TopologySettings settings, Codecs codecs, Meters meters) {

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    record Actions(
            KStream<byte[], Statement> rulings,
            KStream<byte[], Heard> onAlerts,
            KStream<byte[], Heard> onCrossingAlerts,
            KStream<byte[], Heard> onSilences,
            KStream<byte[], Refused> refused) {}

    /** An action lies under what it is about; it is sent on to the task of its country, of its source, or of its scope. */
    Actions build(StreamsBuilder builder) {
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
}
