package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.fixtures.LineReader;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.metrics.Meters;
import io.tocsin.places.Placing;
import io.tocsin.schemas.topics.TopicCatalogue;
import io.tocsin.topology.TopologySettings.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/**
 * Names are state: topics on the cluster and folders on disks are called after them. Whoever changes them on purpose
 * changes the pinned description with them, and says in the release notes what has to be reset.
 */
class TopologyDescriptionTest {

    private static final String PINNED = "topology.txt";
    private static final Pattern SET = Pattern.compile("(?<=\\[|--> |<-- )[a-z-]+(, [a-z-]+)+");

    @Test
    void isAsPinned() throws IOException {
        try (InputStream pinned = getClass().getResourceAsStream(PINNED)) {
            assertThat(inOrder(topology(Map.of()).describe())).isEqualTo(new String(pinned.readAllBytes(), UTF_8));
        }
    }

    @Test
    void leavesNoNameToKafka() {
        assertThat(topology(Map.of()).describe().toString()).doesNotContain("KSTREAM", "KTABLE", "0000");
        assertThat(topology(Map.of(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true))
                        .describe()
                        .subtopologies())
                .isNotEmpty();
    }

    @Test
    void keepsTheNamesOfItsOwnTopics() {
        try (Harness harness = Harness.withPartitions(3)) {
            harness.rules("""
                    - {id: one, per: country, within: 1d, quiet: 1d, levels: [{severity: watch, incidents: 1}]}
                    """);
            harness.raw(
                    new byte[] {7},
                    harness.encoded(ReportRecords.record(aReport().build())));

            Set<String> own = new TreeSet<>(harness.topicsWrittenTo());
            own.removeIf(topic -> !topic.startsWith(Harness.APPLICATION));
            assertThat(own)
                    .containsExactly(
                            "harness-alerts-changelog",
                            "harness-applied-rules-changelog",
                            "harness-clock-changelog",
                            "harness-coverage-changelog",
                            "harness-ledger-changelog",
                            "harness-reports-changelog",
                            "harness-rerouted-repartition");
        }
    }

    @Test
    void doesNotChangeWithPartitionsOrClock() {
        assertThat(topology(Map.of(), 12, Clock.WALL).describe())
                .isEqualTo(topology(Map.of(), 1, Clock.STREAM).describe());
    }

    private static Topology topology(Map<String, ?> more) {
        return topology(more, 3, Clock.WALL);
    }

    private static Topology topology(Map<String, ?> more, int partitions, Clock clock) {
        Map<String, Object> config = new HashMap<>(more);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "tocsin");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        TopologySettings settings = new TopologySettings(
                TopicCatalogue.withDefaultPrefix(),
                partitions,
                clock,
                InstantSource.system(),
                Duration.ofHours(26),
                Ticks.every(Duration.ofSeconds(1)),
                History.ENDLESS);
        return new TocsinTopology(
                        settings,
                        Harness.CODECS,
                        new Meters(new SimpleMeterRegistry()),
                        Placing.asGiven(),
                        new SameSiteDayFamily(),
                        new LineReader())
                .build(new StreamsConfig(config));
    }

    /** Names of a set are printed in no order; here they are. */
    private static String inOrder(TopologyDescription description) {
        return description
                .toString()
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .map(line -> SET.matcher(line).replaceAll(set -> inOrder(set.group())))
                .collect(joining("\n", "", "\n"));
    }

    private static String inOrder(String names) {
        return Arrays.stream(names.split(", ")).sorted().collect(joining(", "));
    }
}
