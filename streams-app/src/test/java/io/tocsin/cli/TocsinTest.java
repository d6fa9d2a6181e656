package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.cli.Shell.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need no cluster, and what all commands have in common. */
class TocsinTest {

    private static final String REPORT = "{\"id\":\"x:1\",\"source\":{\"id\":\"x\",\"kind\":\"field\"},"
            + "\"publishedAt\":\"2021-05-04T20:00:00Z\",\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\","
            + "\"until\":\"2021-05-05T00:00:00Z\",\"precision\":\"day\"},\"category\":\"rocket\","
            + "\"place\":{\"country\":\"IQ\",\"province\":\"Al Anbar\",\"site\":\"Ain Al Assad\",\"precision\":\"site\"}}";
    private static final String RULE = """
            id: %s
            per: site
            within: 3d
            levels: {severity: watch, incidents: 3}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rules",
                "reports",
                "xyzzy",
                "demo --frequency 3",
                "rules check",
                "reports convert --to xml a.csv",
                "incidents",
                "incidents show",
                "incidents list --country Iraq",
                "incidents list --since yesterday",
                "incidents split inc-1 --why wrong",
                "incidents split inc-1 a/1",
                "incidents join inc-1 --why one",
                "incidents undo",
                "read",
                "read a.txt --published yesterday",
                "read a.txt --json --explain"
            })
    void endsWithTwoWhenItIsUsedWrongly(String arguments) {
        Answer answer = Shell.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Usage: tocsin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "read",
                "alerts",
                "topics",
                "reports send",
                "rules apply",
                "rules check",
                "incidents split"
            })
    void everyCommandsHelpListsTheExitCodes(String command) {
        Answer answer = Shell.run((command + " --help").split(" "));

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("cannot be reached", "it failed while running");
    }

    @Test
    void finePlainRulesAreFine() throws IOException {
        Answer answer = Shell.run("rules", "check", file("rules.yaml", RULE.formatted("three")));

        assertThat(answer).isEqualTo(new Answer(0, "", "1 rule is fine" + System.lineSeparator()));
    }

    @Test
    void wrongRulesAreToldWithLineFieldAndReason() throws IOException {
        String file = file("rules.yaml", RULE.formatted("three").replace("3d", "never"));

        Answer answer = Shell.run("rules", "check", file);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).singleElement().asString().startsWith(file + ": line 3: rule three: within: ");
    }

    @Test
    void wrongRulesAreToldInJsonToo() throws IOException {
        Answer answer = Shell.run(
                "rules",
                "check",
                "--json",
                file("rules.yaml", RULE.formatted("three").replace("3d", "never")));

        assertThat(answer.lines())
                .singleElement()
                .asString()
                .contains("\"line\":3,\"rule\":\"three\",\"field\":\"within\"");
    }

    @Test
    void oneIdInTwoFilesIsRefused() throws IOException {
        String one = file("one.yaml", RULE.formatted("three"));
        String other = file("other.yaml", RULE.formatted("three"));

        Answer answer = Shell.run("rules", "check", one, other);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).startsWith(other + ": rule three: id: is also the id of a rule in " + one);
    }

    @Test
    void wrongRulesAreNotAppliedAndNoClusterIsAsked() throws IOException {
        Answer answer = Shell.run("rules", "apply", file("rules.yaml", "id: three"));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("nothing was applied");
    }

    @Test
    void reportsAreConvertedAndBadLinesToldWithFileAndLine() throws IOException {
        String file = file(
                "reports.jsonl",
                REPORT + "\n\nno report\n" + REPORT.replace("IQ", "iraq") + "\n"
                        + REPORT.replace("\"kind\"", "\"sort\"") + "\n");

        Answer answer = Shell.run("reports", "convert", file);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).singleElement().asString().startsWith("{\"id\":\"x:1\"");
        List<String> told = answer.err().lines().toList();
        assertThat(told).hasSize(4).last().isEqualTo("1 report written as json, 3 bad lines");
        assertThat(told.get(0)).startsWith(file + ":3: malformed-json: ");
        assertThat(told.get(1)).startsWith(file + ":4: constraint: place.country: ");
        assertThat(told.get(2)).startsWith(file + ":5: invalid-field: ");
    }

    @Test
    void convertingWhatWasConvertedChangesNothing() throws IOException {
        String once = Shell.run("reports", "convert", file("a.jsonl", REPORT)).out();

        assertThat(Shell.run("reports", "convert", file("b.jsonl", once)))
                .isEqualTo(new Answer(0, once, "1 report written as json, 0 bad lines" + System.lineSeparator()));
    }

    @Test
    void aFileThatIsNotThereIsBadInput() {
        Answer answer =
                Shell.run("demo", "--reports", folder.resolve("none.jsonl").toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).hasLineCount(1).contains("none.jsonl is no file that can be read");
    }

    @Test
    void anArticleIsReadWithItsDateAndItsSource() throws IOException {
        Answer answer = Shell.run(
                "read",
                "--json",
                "--published",
                "2021-05-05",
                "--source",
                "The Daily",
                file("article.txt", "Rockets hit a base\n\nTwo rockets hit Balad air base on Monday."));

        assertThat(answer.lines())
                .singleElement()
                .asString()
                .startsWith("{\"url\":\"file:")
                .contains(
                        "\"source\":\"The Daily\"",
                        "\"publishedAt\":\"2021-05-05T12:00:00Z\"",
                        "\"title\":\"Rockets hit a base\"",
                        "\"leftOut\":[");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void anArticleThatIsNotThereIsBadInput() {
        Answer answer = Shell.run("read", folder.resolve("none.txt").toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).hasLineCount(1).contains("none.txt is no file that can be read");
    }

    @Test
    void articlesThatCannotBePlayedAreToldBeforeAnythingStarts() throws IOException {
        Files.writeString(folder.resolve("articles.json"), "[{\"url\": \"urn:a\"}]");

        Answer answer = Shell.run("demo", "--exit", "--articles", folder.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).hasLineCount(1).contains("articles.json: entry 1: published: is missing");
    }

    @Test
    void whatAFileSaysDoesNotSteerTheTerminalByWayOfAnError() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "Text.");
        Files.writeString(
                folder.resolve("articles.json"),
                "[{\"file\": \"a.txt\", \"url\": \"urn:a\", \"publisher\": \"P\", \"published\": \"\\u001b[2J\"}]");

        Answer answer = Shell.run("read", folder.resolve("a.txt").toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("entry 1: published: ", "[2J").doesNotContain("\u001b");
    }

    @Test
    void aFormatThatNobodyKnowsIsBadInput() throws IOException {
        Answer answer = Shell.run("reports", "convert", file("reports.pdf", REPORT));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).hasLineCount(1).contains("does not tell its format");
    }

    @Test
    void wrongConfigurationNamesThePropertyAndTheRemedy() throws IOException {
        Answer answer = Shell.run("run", "--config", file("tocsin.properties", "partition=3"));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).hasLineCount(1).contains("unknown property \"partition\"");
    }

    @Test
    void aCommandWithoutAClusterSaysHowToNameOne() throws IOException {
        Answer answer = Shell.run("topics", "--config", file("tocsin.properties", "bootstrap.servers="));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).hasLineCount(1).contains("--bootstrap-servers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--why", "--who"})
    void aCorrectionIsSignedBeforeAClusterIsAsked(String option) {
        List<String> split = new ArrayList<>(List.of("incidents", "split", "inc-1", "a/1", option, " "));
        if (option.equals("--who")) {
            split.addAll(List.of("--why", "wrong"));
        }

        Answer answer = Shell.run(split.toArray(String[]::new));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).hasLineCount(1).contains(option + " is blank");
    }

    @Test
    void aClusterThatDoesNotAnswerIsThree() throws IOException {
        String nobody = """
                bootstrap.servers=127.0.0.1:1
                schema.registry.url=http://127.0.0.1:1
                kafka.default.api.timeout.ms=500
                kafka.request.timeout.ms=300
                """;

        Answer answer = Shell.run("topics", "--config", file("tocsin.properties", nobody));

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).hasLineCount(1).contains("127.0.0.1:1 cannot be reached", "check bootstrap.servers");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
