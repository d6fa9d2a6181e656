package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Severity;
import io.tocsin.avro.Transition;
import io.tocsin.cli.Shell.Answer;
import io.tocsin.schemas.json.JsonForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as people run it: a real broker, registry, connector and application. */
class DemoIT {

    private static final JsonForm<Alert> FORM = JsonForm.of(Alert.class);

    @TempDir
    private Path folder;

    @Test
    void theSampleRaisesGrowsCorrectsAndResolvesOneAlertAndWithdrawsAFalseOne() {
        Answer answer = Shell.run("demo", "--exit", "--json");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        List<Alert> alerts = answer.lines().stream().map(FORM::read).toList();
        List<Alert> bases = of("bases-of-international-forces", alerts);
        List<Alert> province = of("three-in-three-days-province", alerts);
        assertThat(bases)
                .extracting(Alert::getTransition)
                .containsExactly(Transition.OPENED, Transition.GREW, Transition.EASED, Transition.RESOLVED);
        assertThat(bases).extracting(alert -> alert.getCounts().getIncidents()).containsExactly(3, 4, 3, 3);
        assertThat(bases.get(0)).satisfies(opened -> {
            assertThat(opened.getSeverity()).isEqualTo(Severity.WATCH);
            assertThat(opened.getNotify()).isTrue();
            assertThat(opened.getScope().getKey()).isEqualTo("IQ");
            assertThat(opened.getWindow().getFrom()).isEqualTo(Instant.parse("2021-05-02T19:30:00Z"));
            assertThat(opened.getWindow().getUntil()).isEqualTo(Instant.parse("2021-05-04T12:00:00Z"));
        });
        assertThat(province).extracting(Alert::getTransition).containsExactly(Transition.OPENED, Transition.WITHDRAWN);
        assertThat(alerts).hasSize(bases.size() + province.size());
        assertThat(answer.err()).contains("22 reports, 10 incidents, 6 announcements", "0 dead letters");
    }

    @Test
    void aSecondStartOnTheSameDataAnnouncesNothingNew() {
        String data = folder.resolve("data").toString();

        Answer first = Shell.run("demo", "--exit", "--json", "--data", data);
        Answer second = Shell.run("demo", "--exit", "--json", "--data", data);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.lines()).hasSize(6);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).isEmpty();
    }

    @Test
    void articlesArePlayedAloneAndBesideReports() throws IOException {
        Files.writeString(folder.resolve("quiet.txt"), "A quiet day\n\nThe weather was fine in Basra on Monday.");
        Files.writeString(
                folder.resolve("articles.json"),
                "[{\"file\": \"quiet.txt\", \"url\": \"urn:quiet\", \"publisher\": \"The Daily\","
                        + " \"published\": \"2021-05-04\"}]");

        Answer alone = Shell.run("demo", "--exit", "--articles", folder.toString());
        Answer both = Shell.run("demo", "--exit", "--json", "--articles", folder.toString(), "--reports", sample());

        assertThat(alone.exitCode()).as(alone.err()).isZero();
        assertThat(alone.out()).isEmpty();
        assertThat(alone.err())
                .contains("1 article", "0 reports, 0 incidents, 0 announcements", "0 dead letters")
                .doesNotContain("22 reports");
        assertThat(both.exitCode()).as(both.err()).isZero();
        assertThat(both.lines()).hasSize(6);
        assertThat(both.err()).contains("1 article", "22 reports, 10 incidents, 6 announcements", "0 dead letters");
    }

    @Test
    void badLinesAreDeadLettersWithFileAndLineAndTheRestGoesOn() throws IOException {
        String good = Shell.run("reports", "convert", sample()).out();
        String outOfOrder = good.lines().findFirst().orElseThrow().replace("2019-12-28T00", "2019-12-26T00");
        Path reports = Files.writeString(folder.resolve("reports.jsonl"), "{\n" + outOfOrder + "\n" + good);

        Answer answer = Shell.run("demo", "--exit", "--reports", reports.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.lines()).hasSize(6).first().asString().contains("OPENED", "3 rocket attacks in Baghdad");
        assertThat(answer.err())
                .contains("2 dead letters")
                .contains(reports + ":1: malformed-json: ")
                .contains(reports + ":2: constraint: occurrence.until: ");
    }

    private static List<Alert> of(String rule, List<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.getRule().getId().equals(rule))
                .toList();
    }

    private String sample() throws IOException {
        Path sample = folder.resolve("sample.jsonl");
        try (var resource = DemoIT.class.getResourceAsStream("sample-reports.jsonl")) {
            Files.copy(resource, sample);
        }
        return sample.toString();
    }
}
