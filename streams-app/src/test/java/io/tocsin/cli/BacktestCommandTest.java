package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Transition;
import io.tocsin.cli.Shell.Answer;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.schemas.json.JsonForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    private static final JsonForm<Alert> FORM = JsonForm.of(Alert.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private String rules;

    @BeforeEach
    void writesRules() throws IOException {
        rules = write("rules.yaml", """
                - id: three
                  title: Three in three days
                  per: site
                  within: 3d
                  levels: [{severity: watch, incidents: 3}]
                  quiet: 3d
                """);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String report(String id, String day, String rest) {
        return """
                {"id":"x:%s","source":{"id":"x","kind":"field"},"publishedAt":"%sT20:00:00Z",\
                "occurrence":{"from":"%sT00:00:00Z","until":"%sT12:00:00Z","precision":"day"},"category":"rocket",\
                "place":{"country":"IQ","province":"Al Anbar","site":"Ain Al Assad","lat":33.79,"lon":42.44,\
                "precision":"site"}%s}
                """.formatted(id, day, day, day, rest);
    }

    private String threeDays() throws IOException {
        return write(
                "three.jsonl",
                report("1", "2021-05-01", "") + report("2", "2021-05-02", "") + report("3", "2021-05-03", ""));
    }

    @Test
    void tellsWhatTheRulesWouldHaveDone() throws IOException {
        Answer answer = Shell.run("backtest", "--rules", rules, "--reports", threeDays());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(answer.out())
                .contains("3 reports as known then, published 2021-05-01 to 2021-05-03; 3 incidents")
                .contains("three: Three in three days (per site)")
                .contains("1 alert in 1 scope, 1.00 a week; 1 notification")
                .contains("Ain al-Asad")
                .contains("|███| by day, 2021-05-01 to 2021-05-03, at most 1");
    }

    @Test
    void printsTransitionsAndThenASummaryInJson() throws IOException {
        String later = write("later.jsonl", report("9", "2021-06-01", ""));

        Answer answer = Shell.run("backtest", "--json", "--rules", rules, "--reports", threeDays(), later);

        List<String> lines = answer.lines();
        assertThat(lines).hasSize(3);
        assertThat(FORM.read(lines.get(0)).getTransition()).isEqualTo(Transition.OPENED);
        assertThat(FORM.read(lines.get(1)).getTransition()).isEqualTo(Transition.RESOLVED);
        JsonNode summary = MAPPER.readTree(lines.get(2)).path("summary");
        assertThat(summary.path("reports").asInt()).isEqualTo(4);
        JsonNode rule = summary.path("rules").path(0);
        assertThat(rule.path("id").asText()).isEqualTo("three");
        assertThat(rule.path("alerts").asInt()).isEqualTo(1);
        assertThat(rule.path("loudest").path(0).path("kind").asText()).isEqualTo("site");
        assertThat(rule.path("alertsOverTime"))
                .hasSameSizeAs(summary.path("timeline").path("starts"));
    }

    @Test
    void leavesOutWhatWasTakenBackAsKnownNow() throws IOException {
        String takenBack = write("back.jsonl", report("3", "2021-05-04", ",\"revision\":1,\"status\":\"retracted\""));

        Answer then = Shell.run("backtest", "--rules", rules, "--reports", threeDays(), takenBack);
        Answer now = Shell.run("backtest", "--as-now", "--rules", rules, "--reports", threeDays(), takenBack);

        assertThat(then.out()).contains("4 reports as known then").contains("withdrawn   100.0 %");
        assertThat(now.out()).contains("2 reports as known now").contains("0 alerts");
    }

    @Test
    void tellsBadLinesPassesOverThemAndEndsWithOne() throws IOException {
        String bad = write(
                "bad.jsonl",
                "{\n"
                        + report("4", "2021-05-04", "").replace("33.79", "93.79")
                        + report("5", "2121-05-04", "")
                        + report("6", "2021-05-04", ""));

        Answer answer = Shell.run("backtest", "--rules", rules, "--reports", bad);

        assertThat(answer.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(answer.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(bad + ":1: malformed-json"))
                .anyMatch(line -> line.startsWith(bad + ":2: constraint: place.lat"))
                .anyMatch(line -> line.startsWith(bad + ":3: future: occurrence.from"));
        assertThat(answer.out()).contains("1 report as known then");
    }

    @Test
    void endsWithOneWhereAnExpectationIsNotMet() throws IOException {
        String expecting = Files.readString(Path.of(rules)) + "  expect: [none in IQ, at most 1 a month, none in SY]\n";
        String file = write("expecting.yaml", expecting);

        Answer answer = Shell.run("backtest", "--rules", file, "--reports", threeDays());
        Answer json = Shell.run("backtest", "--json", "--rules", file, "--reports", threeDays());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(answer.out())
                .contains("3 expectations: 2 met, 1 not met")
                .contains("NOT MET: rule three: expected none in IQ, found 1");
        assertThat(json.exitCode()).isEqualTo(ExitCode.NO);
        JsonNode expectations = MAPPER.readTree(json.lines().get(json.lines().size() - 1))
                .path("summary")
                .path("expectations");
        assertThat(expectations.findValuesAsText("met")).containsExactly("false", "true", "true");
    }

    @Test
    void writesAPage() throws IOException {
        Path page = folder.resolve("page.html");

        Answer answer = Shell.run("backtest", "--rules", rules, "--reports", threeDays(), "--html", page.toString());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(Files.readString(page)).contains("<h2>Three in three days</h2>", "<svg", "Ain al-Asad");
    }

    @Test
    void findsNothingInAnEmptyFile() throws IOException {
        Answer answer = Shell.run("backtest", "--rules", rules, "--reports", write("empty.jsonl", ""));

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(answer.out()).contains("0 reports", "0 alerts");
    }

    @Test
    void refusesToBeUsedWrongly() throws IOException {
        assertThat(Shell.run("backtest", "--reports", threeDays()).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Shell.run("backtest", "--rules", rules).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Shell.run("backtest", "--rules", rules, "--reports", threeDays(), "--from-topic")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Shell.run("backtest", "--as-now", "--as-known", "--rules", rules, "--reports", threeDays())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Shell.run("backtest", "--rules", rules, "--from-topic").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Shell.run("backtest", "--rules", rules, "--reports", folder + "/none.jsonl")
                        .exitCode())
                .isEqualTo(ExitCode.NO);
    }
}
