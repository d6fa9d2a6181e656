package io.tocsin.topology;

import io.tocsin.metrics.Meters;
import io.tocsin.topology.Admission.Refused;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** From sources to alerts, with tasks of its own: sources are few, and have nothing to do with countries. */
record SourceRoad(TopologySettings settings, Codecs codecs, Meters meters, StoreShelf stores, DeadLetters deadLetters) {

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    /** @param acted what operators do about silences */
    void build(StreamsBuilder builder, KStream<byte[], Heard> acted) {
        var branches = builder.stream(
                        settings.topics().sources().name(),
                        Consumed.with(BYTES, BYTES).withName("sources-source"))
                .<Heard>mapValues(Heard.Status::new, Named.as("status"))
                .merge(acted, Named.as("all-of-sources"))
                .process(
                        stores.supplier(
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
        deadLetters.bury(
                branches.get("silence-refused").mapValues(Refused.class::cast, Named.as("silence-as-refused")),
                "silence-dead-letter");
    }
}
