package io.tocsin.topology;

import io.tocsin.metrics.Meters;
import io.tocsin.news.Editions;
import io.tocsin.topology.Admission.Refused;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * From articles to reports, with tasks of its own: articles lie by url, and tell of any country. What they make goes to
 * the reports' topic and comes back from there like all other reports: there is one way in.
 */
record ArticleRoad(
        TopologySettings settings,
        Codecs codecs,
        Meters meters,
        Editions editions,
        StoreShelf stores,
        DeadLetters deadLetters) {

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    void build(StreamsBuilder builder) {
        var branches = builder.stream(
                        settings.topics().articles().name(),
                        Consumed.with(BYTES, BYTES).withName("articles-source"))
                .process(
                        stores.supplier(
                                () -> new ReadProcessor(
                                        settings, codecs.articles().deserializer(), editions, meters),
                                Stores.ARTICLES),
                        Named.as("read"))
                .split(Named.as("read-"))
                .branch((key, tidings) -> tidings instanceof Tidings.Told, Branched.as("told"))
                .defaultBranch(Branched.as("refused"));
        branches.get("read-told")
                .mapValues(tidings -> ((Tidings.Told) tidings).report(), Named.as("read-reports"))
                .to(
                        settings.topics().reports().name(),
                        Produced.with(BYTES, codecs.reports()).withName("read-reports-sink"));
        deadLetters.bury(
                branches.get("read-refused").mapValues(Refused.class::cast, Named.as("read-as-refused")),
                "read-dead-letter");
    }
}
