package io.tocsin.benchmarks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.app.Configuration;
import io.tocsin.app.StreamsProperties;
import io.tocsin.avro.Report;
import io.tocsin.metrics.Meters;
import io.tocsin.news.Reading;
import io.tocsin.news.Unread;
import io.tocsin.places.Placing;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.topology.Codecs;
import io.tocsin.topology.Ticks;
import io.tocsin.topology.TocsinTopology;
import io.tocsin.topology.TopologySettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * A contestant in a JVM of its own. Says {@code running}, ends when its input does, and says then what it sent to which
 * topic, how many reports ran into a bound, and how much heap it had at the most.
 */
final class StreamsProcess {

    private static final Duration CLOSING = Duration.ofSeconds(30);

    private static final int LANE_ARGUMENTS = 6;

    private StreamsProcess() {}

    /** The arguments that describe the lane. */
    static List<String> arguments(Lane lane) {
        List<String> arguments = new ArrayList<>(List.of(
                lane.bootstrapServers(),
                lane.registryUrl(),
                lane.prefix(),
                lane.contestant().label(),
                lane.clock(),
                lane.stateDir().toString()));
        lane.set().forEach((property, value) -> arguments.add(property + "=" + value));
        return arguments;
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Lane lane = new Lane(args[0], args[1], args[2], Contestant.of(args[3]), args[4], Path.of(args[5]), set(args));
        Properties properties = StreamsProperties.of(lane.configuration().cluster());
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Topology topology = topology(lane, new StreamsConfig(properties), new Meters(meters));
        KafkaStreams streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(cause -> {
            cause.printStackTrace();
            Runtime.getRuntime().halt(1);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((state, before) -> {
            if (state == KafkaStreams.State.RUNNING) {
                System.out.println("running");
            }
        });
        streams.start();
        ChildJvm.awaitEndOfInput();
        System.out.println("sent " + sent(streams));
        System.out.println("unlinked " + unlinked(meters));
        System.out.println("heap " + peakHeap());
        streams.close(CloseOptions.timeout(CLOSING)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        System.out.println("closed");
        System.exit(0);
    }

    private static Map<String, String> set(String[] args) {
        return Arrays.stream(args)
                .skip(LANE_ARGUMENTS)
                .map(arg -> arg.split("=", 2))
                .collect(Collectors.toMap(set -> set[0], set -> set[1]));
    }

    private static Topology topology(Lane lane, StreamsConfig config, Meters meters) {
        return switch (lane.contestant()) {
            case IDENTITY -> identity(lane, config);
            case FLOOR -> floor(lane, config);
            case FIXED_RULE -> tocsin(lane, config, meters, Placing.asGiven(), new SiteDayFamily());
            case TOCSIN, FULL_JOB ->
                tocsin(
                        lane,
                        config,
                        meters,
                        GazetteerPlacing.load(lane.configuration().sites()),
                        new ScoredMatching(WeightTable.shipped()));
        };
    }

    private static Topology identity(Lane lane, StreamsConfig config) {
        AvroSerde<Report> reports = AvroSerde.of(Report.class, lane.serdes());
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        builder.stream(
                        lane.topics().reports().name(),
                        Consumed.with(Serdes.ByteArray(), reports).withName("reports-source"))
                .to(lane.copies(), Produced.with(Serdes.ByteArray(), reports).withName("copies-sink"));
        return builder.build();
    }

    private static Topology floor(Lane lane, StreamsConfig config) {
        AvroSerde<Report> reports = AvroSerde.of(Report.class, lane.serdes());
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        builder.stream(
                        lane.topics().reports().name(),
                        Consumed.with(Serdes.ByteArray(), reports).withName("reports-source"))
                .process(
                        FloorProcessor.supplier(
                                AvroSerde.of(Report.class, lane.serdes()).serializer()),
                        Named.as("remember"))
                .to(lane.copies(), Produced.with(Serdes.ByteArray(), reports).withName("copies-sink"));
        return builder.build();
    }

    private static Topology tocsin(Lane lane, StreamsConfig config, Meters meters, Placing placing, Matching matching) {
        Configuration configuration = lane.configuration();
        TopologySettings settings = new TopologySettings(
                configuration.topics(),
                Lane.PARTITIONS,
                configuration.clock(),
                InstantSource.system(),
                configuration.ahead(),
                Ticks.every(configuration.tick()),
                configuration.history());
        return new TocsinTopology(
                        settings,
                        Codecs.at(lane.serdes()),
                        meters,
                        placing,
                        matching,
                        article -> Reading.none(article.text(), Unread.EMPTY))
                .build(config);
    }

    /** Records sent by topic, without the markers of transactions, which end offsets count too. */
    private static String sent(KafkaStreams streams) {
        Map<String, Long> sent = new TreeMap<>();
        streams.metrics().forEach((name, metric) -> {
            if (name.group().equals("producer-topic-metrics") && name.name().equals("record-send-total")) {
                sent.merge(name.tags().get("topic"), ((Number) metric.metricValue()).longValue(), Long::sum);
            }
        });
        return sent.entrySet().stream()
                .map(topic -> topic.getKey() + "=" + topic.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Reports that were linked to none because they ran into a bound. */
    private static long unlinked(MeterRegistry meters) {
        return meters.find(Meters.Meter.REPORTS_UNLINKED.meterName()).counters().stream()
                .mapToLong(counter -> (long) counter.count())
                .sum();
    }

    /** The sum of what the pools of the heap had at the most, in bytes; not less than the heap had at any time. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
