package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.Configuration;
import io.tocsin.app.TocsinApp;
import io.tocsin.cli.Shell.Answer;
import io.tocsin.topology.TopologySettings.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
