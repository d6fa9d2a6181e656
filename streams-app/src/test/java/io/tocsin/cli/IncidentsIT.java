package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.Configuration;
import io.tocsin.app.TocsinApp;
import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Member;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Transition;
import io.tocsin.cli.Shell.Answer;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.topology.TopologySettings.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Operators look at incidents and correct them, with the application running. Each test has a country of its own. */
@ExtendWith(CommandCluster.Given.class)
class IncidentsIT {

    private static final JsonForm<Incident> INCIDENT = JsonForm.of(Incident.class);
    private static final JsonForm<OperatorAction> ACTION = JsonForm.of(OperatorAction.class);
    private static final JsonForm<Alert> ALERT = JsonForm.of(Alert.class);
    private static final String RULE = """
            id: told-twice
            per: site
            within: 3d
            match: {min-origins: 2}
            levels: {severity: watch, incidents: 1}
            """;

    @TempDir
    private static Path folder;

    private static String config;
    private static TocsinApp app;

    @BeforeAll
    static void start(CommandCluster cluster) throws IOException {
        Path file = cluster.created(folder, "corrected");
        config = file.toString();
        tocsin(
                "rules",
                "apply",
                Files.writeString(folder.resolve("rules.yaml"), RULE).toString());
        app = TocsinApp.start(Configuration.read(Optional.of(file), Map.of()).with(0, Clock.STREAM, Optional.empty()));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aSplitWithdrawsTheAlertWithTheReasonAndItsUndoingIsAsIfItHadNotBeen() throws IOException {
        send(report("IQ", "wire", "a/1", "Balad", "04"), report("IQ", "field", "1", "Balad", "04"));
        Incident one = standing("IQ", 1).get(0);
        assertThat(reports(one)).containsExactlyInAnyOrder("wire/a/1", "field/1");
        assertThat(alert("IQ").getTransition()).isEqualTo(Transition.OPENED);

        OperatorAction split = ACTION.read(
                tocsin("incidents", "split", one.getId(), "wire/a/1", "--why", "other base", "--who", "anna", "--json")
                        .out());

        assertThat(split.getKind()).isEqualTo(ActionKind.SPLIT);
        assertThat(standing("IQ", 2)).extracting(Incident::getId).contains(one.getId());
        assertThat(alert("IQ").getTransition()).isEqualTo(Transition.WITHDRAWN);
        assertThat(alert("IQ").getSentence()).contains("split by anna: other base");

        Answer undo = tocsin("incidents", "undo", split.getId(), "--why", "same base after all");

        assertThat(undo.out()).startsWith("act-").hasLineCount(1);
        assertThat(undo.err())
                .contains("recounted as if " + split.getId() + " had not been")
                .hasLineCount(1);
        Incident again = standing("IQ", 1).get(0);
        again.setRevision(one.getRevision());
        assertThat(again).isEqualTo(one);
        assertThat(alert("IQ").getTransition()).isEqualTo(Transition.OPENED);
        assertThat(tocsin("incidents", "show", one.getId()).out())
                .contains("wire/a/1 split from field/1 by anna: other base", split.getId() + " taken back by ");
    }

    @Test
    void aJoinMakesOneOfTwoAndTheOtherIdSaysWhereItLivesOn() throws IOException {
        send(report("SY", "wire", "2", "Tanf", "04"), report("SY", "field", "2", "Tanf", "01"));
        List<Incident> two = standing("SY", 2);

        Answer join =
                tocsin("incidents", "join", two.get(0).getId(), two.get(1).getId(), "--why", "the date was mistyped");

        assertThat(join.exitCode()).as(join.err()).isZero();
        assertThat(join.err()).hasLineCount(1);
        Incident one = standing("SY", 1).get(0);
        assertThat(reports(one)).containsExactlyInAnyOrder("wire/2", "field/2");
        Incident other = two.get(0).getId().equals(one.getId()) ? two.get(1) : two.get(0);
        assertThat(tocsin("incidents", "show", other.getId()).lines())
                .anyMatch(line -> line.matches("state +merged; lives on in " + one.getId() + ".*"));
        assertThat(tocsin("incidents", "show", "--json", other.getId()).lines())
                .singleElement()
                .asString()
                .contains("\"mergedInto\":\"" + one.getId() + "\"", "\"actions\":[{\"id\":\"act-");
        assertThat(tocsin("incidents", "split", other.getId(), "wire/2", "--why", "x"))
                .satisfies(answer -> assertThat(answer.exitCode()).isEqualTo(1))
                .satisfies(answer -> assertThat(answer.err()).contains("it lives on in " + one.getId()));
    }

    @Test
    void anAlertIsTakenOnAndThenCalledAFalseAlarm() throws IOException {
        send(report("LB", "wire", "3", "Naqoura", "04"), report("LB", "field", "3", "Naqoura", "04"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(reports(standing("LB", 1).get(0))).hasSize(2));
        String id = alert("LB").getId();

        assertThat(tocsin("alerts", "acknowledge", id, "--who", "anna").exitCode())
                .isZero();
        assertThat(alert("LB").getTransition()).isEqualTo(Transition.HANDLED);
        assertThat(alert("LB").getHandling().getAcknowledged().getWho()).isEqualTo("anna");

        Answer called = tocsin("alerts", "false-alarm", id, "--why", "a drill", "--who", "ben");

        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(alert("LB").getTransition()).isEqualTo(Transition.WITHDRAWN);
        assertThat(alert("LB").getSentence()).contains("it is a false alarm, says ben: a drill");
        assertThat(tocsin("alerts", "note", "alert-0", "x"))
                .satisfies(answer -> assertThat(answer.exitCode()).isEqualTo(1))
                .satisfies(answer -> assertThat(answer.err()).contains("there is no alert alert-0"));
    }

    @Test
    void whatIsUnknownIsSaidInOneLine() {
        for (String[] unknown : List.of(
                new String[] {"show", "inc-0"},
                new String[] {"split", "inc-0", "a/1", "--why", "x"},
                new String[] {"join", "inc-0", "inc-1", "--why", "x"},
                new String[] {"undo", "act-0"})) {
            Answer answer = tocsin("incidents", unknown);

            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err()).hasLineCount(1).contains("there is no ");
        }
    }

    @Test
    void theListIsNewestFirstAndBoundedForPeople() throws IOException {
        List<String> reports = new ArrayList<>();
        for (int site = 0; site < 51; site++) {
            reports.add(report("LY", "wire", "ly-" + site, "Site " + site, "02"));
        }
        reports.add(report("LY", "wire", "newest", "\\u001B[31mred\\nSirte", "04"));
        send(reports.toArray(String[]::new));
        standing("LY", 52);

        Answer list = tocsin("incidents", "list", "--country", "ly");
        Answer since = tocsin("incidents", "list", "--country", "LY", "--since", "2021-05-04");

        assertThat(list.lines()).hasSize(51);
        assertThat(list.lines().get(1))
                .matches("inc-\\w+ +2021-05-04 12:00 +rocket +2 \\(1 to 3\\) +1 +.*31mred Sirte.*LY")
                .doesNotContain("\u001B");
        assertThat(list.err()).startsWith("2 more; ");
        assertThat(since.lines()).hasSize(2);
        assertThat(since.err()).isEmpty();
    }

    private static List<Incident> standing(String country, int number) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(listed(country)).hasSize(number));
        return listed(country).stream().map(INCIDENT::read).toList();
    }

    private static List<String> listed(String country) {
        return tocsin("incidents", "list", "--json", "--country", country).lines();
    }

    private static List<String> reports(Incident incident) {
        assertThat(incident.getStatus()).isEqualTo(IncidentStatus.ACTIVE);
        return incident.getMembers().stream().map(IncidentsIT::name).toList();
    }

    private static String name(Member member) {
        return member.getSourceId() + "/" + member.getReportId();
    }

    private static Alert alert(String country) {
        return tocsin("alerts", "--json").lines().stream()
                .map(ALERT::read)
                .filter(alert -> alert.getScope().getKey().contains(country))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void send(String... reports) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.jsonl"), String.join("\n", reports));
        assertThat(tocsin("reports", "send", file.toString()).exitCode()).isZero();
    }

    private static String report(String country, String source, String id, String site, String day) {
        return ("{\"id\":\"%s\",\"source\":{\"id\":\"%s\",\"kind\":\"database\"},\"publishedAt\":\"2021-05-04T20:00:00Z\","
                        + "\"occurrence\":{\"from\":\"2021-05-%5$sT12:00:00Z\",\"until\":\"2021-05-%5$sT12:00:00Z\","
                        + "\"precision\":\"minute\"},\"category\":\"rocket\",\"place\":{\"country\":\"%3$s\","
                        + "\"site\":\"%4$s\",\"precision\":\"site\"},"
                        + "\"casualties\":{\"killed\":{\"low\":1,\"best\":2,\"high\":3}}}")
                .formatted(id, source, country, site, day);
    }

    private static Answer tocsin(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        // after the subcommand, where there is one
        int options = arguments.length > 0 && !arguments[0].startsWith("-") ? 2 : 1;
        all.addAll(options, List.of("--config", config));
        return Shell.run(all.toArray(String[]::new));
    }
}
