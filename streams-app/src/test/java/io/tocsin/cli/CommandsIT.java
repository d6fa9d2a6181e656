package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.Configuration;
import io.tocsin.app.TocsinApp;
import io.tocsin.avro.SourceStatus;
import io.tocsin.cli.Shell.Answer;
import io.tocsin.cli.cluster.Client;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.topology.TopologySettings.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands that talk to a cluster, each under a topic prefix of its own on one cluster. */
@ExtendWith(CommandCluster.Given.class)
class CommandsIT {

    private static final String RULE = """
            id: %s
            per: site
            within: %s
            levels: {severity: watch, incidents: 3}
            """;

    private static final String REPORT = "{\"id\":\"fine:%s\",\"source\":{\"id\":\"fine\",\"kind\":\"field\"},"
            + "\"publishedAt\":\"2021-05-04T20:00:00Z\",\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\","
            + "\"until\":\"2021-05-05T00:00:00Z\",\"precision\":\"day\"},\"category\":\"rocket\","
            + "\"place\":{\"country\":\"IQ\",\"precision\":\"country\"}}";

    private final CommandCluster cluster;

    @TempDir
    private Path folder;

    CommandsIT(CommandCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void topicsAreMissingUntilTheyAreCreated() throws IOException {
        Path config = config("created");

        assertThat(Shell.run("topics", "--config", config.toString()).exitCode())
                .isEqualTo(1);
        assertThat(Shell.run("topics", "--create", "--config", config.toString()))
                .satisfies(
                        answer -> assertThat(answer.exitCode()).as(answer.err()).isZero())
                .satisfies(answer -> assertThat(answer.err()).contains("created created.reports"));
        assertThat(Shell.run("topics", "--json", "--config", config.toString()))
                .satisfies(answer -> assertThat(answer.exitCode()).isZero())
                .satisfies(answer -> assertThat(answer.lines())
                        .contains("{\"topic\":\"created.reports\",\"partitions\":2,\"fine\":true,\"differences\":[]}")
                        .allMatch(line -> line.contains("\"fine\":true")));
    }

    @Test
    void aCommandOnTopicsThatAreNotThereSaysWhatToDo() throws IOException {
        Answer answer = Shell.run("alerts", "--config", config("absent").toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).hasLineCount(1).contains("absent.alerts does not exist", "tocsin topics --create");
    }

    @Test
    void rulesCountTheirRevisionsUpAndUnchangedOnesAreLeftAlone() throws IOException {
        String config = created("ruled").toString();
        String rules = file("rules.yaml", "[{" + inFlow("one", "3d") + "}, {" + inFlow("other", "3d") + "}]");
        String changed = file("changed.yaml", "[{" + inFlow("one", "4d") + "}, {" + inFlow("other", "72h") + "}]");

        assertThat(Shell.run("rules", "apply", "--config", config, rules).err()).contains("2 applied, 0 unchanged");
        assertThat(Shell.run("rules", "apply", "--config", config, rules).err()).contains("0 applied, 2 unchanged");
        assertThat(Shell.run("rules", "apply", "--config", config, changed).err())
                .contains("applied one, revision 1", "1 applied, 1 unchanged");
        assertThat(Shell.run("rules", "list", "--config", config).lines())
                .hasSize(3)
                .element(1)
                .asString()
                .matches("one +1 +site +4d +watch 3.*");
    }

    @Test
    void deletedRulesAreGoneAndUnknownOnesAreTold() throws IOException {
        String config = created("deleted").toString();
        Shell.run("rules", "apply", "--config", config, file("rules.yaml", RULE.formatted("one", "3d")));

        Answer deleted = Shell.run("rules", "delete", "--config", config, "one", "none");

        assertThat(deleted.exitCode()).isEqualTo(1);
        assertThat(deleted.err()).contains("deleted one", "there is no rule none");
        assertThat(Shell.run("rules", "list", "--json", "--config", config).out())
                .isEmpty();
    }

    @Test
    void reportsThatAreSentBecomeAnAlertThatIsShown() throws IOException {
        Path config = created("alerted");
        Shell.run("rules", "apply", "--config", config.toString(), file("rules.yaml", RULE.formatted("one", "3d")));
        List<String> reports = new ArrayList<>();
        for (int day = 2; day <= 4; day++) {
            reports.add(report(day));
        }
        reports.add("no report");

        Answer sent = Shell.run(
                "reports", "send", "--config", config.toString(), file("reports.jsonl", String.join("\n", reports)));

        assertThat(sent.exitCode()).isEqualTo(1);
        assertThat(sent.err()).contains("reports.jsonl:4: malformed-json", "3 reports sent, 1 bad line");
        Configuration running =
                Configuration.read(Optional.of(config), Map.of()).with(0, Clock.STREAM, Optional.empty());
        try (TocsinApp app = TocsinApp.start(running)) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(alerts(config)).hasSize(1));
            assertThat(alerts(config).get(0)).contains("\"transition\":\"opened\"", "Ain al-Asad");
            assertThat(app.url()).startsWith("http://127.0.0.1:");
        }
    }

    private static List<String> alerts(Path config) {
        return Shell.run("alerts", "--json", "--config", config.toString()).lines();
    }

    private static String report(int day) {
        return ("{\"id\":\"x:%1$d\",\"source\":{\"id\":\"x\",\"kind\":\"field\"},\"publishedAt\":\"2021-05-0%1$dT20:00:00Z\","
                        + "\"occurrence\":{\"from\":\"2021-05-0%1$dT12:00:00Z\",\"until\":\"2021-05-0%1$dT12:00:00Z\","
                        + "\"precision\":\"minute\"},\"category\":\"rocket\",\"place\":{\"country\":\"IQ\","
                        + "\"province\":\"Al Anbar\",\"site\":\"Ain Al Assad\",\"precision\":\"site\"}}")
                .formatted(day);
    }

    private static String inFlow(String id, String within) {
        return "id: " + id + ", per: site, within: " + within + ", levels: {severity: watch, incidents: 3}";
    }

    @Test
    void sourcesAreShownAsTheirConnectorsTellOfThem() throws IOException {
        Path config = created("sourced");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long day = Duration.ofDays(1).toMillis();
        Instant old = now.minus(Duration.ofDays(4));
        assertThat(Shell.run("sources", "--config", config.toString())).satisfies(answer -> {
            assertThat(answer.exitCode()).isZero();
            assertThat(answer.err()).contains("no connector has told of a source yet");
        });

        try (Client client = Client.connect(Configuration.read(Optional.of(config), Map.of()));
                Producer<byte[], byte[]> producer = client.producer();
                AvroSerde<SourceStatus> serde = client.serde(SourceStatus.class)) {
            String topic = client.topics().sources().name();
            for (SourceStatus status : List.of(
                    new SourceStatus("fine", now, now, now, null, day),
                    new SourceStatus("silent", now, now, old, null, day),
                    new SourceStatus("failing", now, old, old, "401 \u001b[31mUnauthorized", day),
                    new SourceStatus("gone", now, now, now, null, day))) {
                var unused = producer.send(new ProducerRecord<>(
                        topic, bytes(status.getId()), serde.serializer().serialize(topic, status)));
            }
            var unused = producer.send(new ProducerRecord<>(topic, bytes("gone"), null));
        }
        Shell.run("reports", "send", "--config", config.toString(), file("one.json", REPORT.formatted(1)));

        Answer answer = Shell.run("sources", "--json", "--config", config.toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).hasSize(3);
        assertThat(answer.lines().get(0)).contains("\"id\":\"failing\"", "\"state\":\"failing\"");
        assertThat(answer.lines().get(1)).contains("\"id\":\"fine\"", "\"state\":\"fine\"", "\"reportsADay\":1");
        assertThat(answer.lines().get(2)).contains("\"id\":\"silent\"", "\"state\":\"silent\"", "\"reportsADay\":0");
        assertThat(Shell.run("sources", "--config", config.toString()).lines())
                .hasSize(4)
                .noneMatch(line -> line.contains("\u001b"))
                .anySatisfy(line -> assertThat(line).startsWith("silent").contains("4 d"));
    }

    @Test
    void theDoctorHasAVerdictForEachConnectionAndHidesNoneBehindAnother() throws IOException {
        Path config = created("examined");
        String nobody = "http://localhost:1";

        Answer healthy = Shell.run("doctor", "--config", config.toString());
        assertThat(healthy.lines())
                .as(healthy.err())
                .anySatisfy(line -> assertThat(line).startsWith("fine").contains("cluster"))
                .anySatisfy(line -> assertThat(line).startsWith("fine").contains("transactions"))
                .anySatisfy(line -> assertThat(line).startsWith("fine").contains("topics"))
                .anySatisfy(line -> assertThat(line).startsWith("fine").contains("registry and schemas"));
        assertThat(healthy.exitCode()).isZero();

        Answer sick = Shell.run(
                "doctor",
                "--config",
                config("unprepared").toString(),
                "--connect-url",
                nobody,
                "--alertmanager-url",
                nobody,
                "--url",
                nobody);
        assertThat(sick.exitCode()).isEqualTo(1);
        assertThat(sick.lines())
                .anySatisfy(line -> assertThat(line).startsWith("fine").contains("cluster"))
                .anySatisfy(line -> assertThat(line).startsWith("wrong").contains("topics", "tocsin topics --create"))
                .anySatisfy(line -> assertThat(line).startsWith("wrong").contains("connect: cannot be reached"))
                .anySatisfy(line -> assertThat(line).startsWith("wrong").contains("alertmanager: cannot be reached"))
                .anySatisfy(line -> assertThat(line).startsWith("wrong").contains("application: cannot be reached"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path created(String prefix) throws IOException {
        return cluster.created(folder, prefix);
    }

    private Path config(String prefix) throws IOException {
        return cluster.config(folder, prefix);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
