package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Transition;
import io.tocsin.cli.EpisodesOracle.Stretch;
import io.tocsin.cli.Shell.Answer;
import io.tocsin.schemas.json.JsonForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thirty years of Iraq, row by row in the order of the table, through everything: the episodes are the oracle's. */
class UcdpIT {

    private static final Path TABLE = Path.of("..", "..", "shared", "data", "ucdp-ged", "iraq-1989-2018.csv.gz");
    private static final JsonForm<Alert> FORM = JsonForm.of(Alert.class);
    private static final String RULES = """
            - {id: site, per: site, within: 3d, quiet: 3d, levels: [{severity: watch, incidents: 3}]}
            - {id: province, per: province, within: 3d, quiet: 3d, levels: [{severity: watch, incidents: 3}]}
            """;
    private static Csv table;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheTable() throws IOException {
        boolean there = Files.exists(TABLE);
        if (!there) {
            System.err.println("SKIPPED: the test over thirty years of Iraq needs " + TABLE);
        }
        Assumptions.assumeTrue(there, TABLE + " is not there");
        table = Csv.readGzip(TABLE);
        table.rows().removeIf(row -> row.get("date_start").startsWith("#"));
    }

    @Test
    void allRowsLeadToTheOraclesEpisodes() throws IOException {
        playAndCompare(TABLE, table.rows());
    }

    @Test
    void rowsWithAKnownDayAndSiteLeadToTheOraclesEpisodes() throws IOException {
        List<Map<String, String>> sharp = table.rows().stream()
                .filter(row -> row.get("date_prec").equals("1"))
                .filter(row -> Set.of("1", "2").contains(row.get("where_prec")))
                .toList();
        Path file = folder.resolve("sharp.csv");
        new Csv(table.header(), sharp).write(file);

        playAndCompare(file, sharp);
    }

    private void playAndCompare(Path file, List<Map<String, String>> rows) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
        Map<String, Alert> latest = new HashMap<>();

        Answer answer = Shell.run(
                line -> {
                    Alert alert = FORM.read(line);
                    alert.setIncidents(List.of());
                    latest.put(alert.getId(), alert);
                },
                "demo",
                "--exit",
                "--json",
                "--rules",
                rules.toString(),
                "--reports",
                file.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("%,d reports, ".formatted(rows.size()))
                .contains("0 dead letters");
        assertThat(standing(latest, "site")).isNotEmpty().isEqualTo(EpisodesOracle.perSite(rows));
        assertThat(standing(latest, "province")).isNotEmpty().isEqualTo(EpisodesOracle.perProvince(rows));
    }

    private static Set<Stretch> standing(Map<String, Alert> latest, String rule) {
        return latest.values().stream()
                .filter(alert -> alert.getRule().getId().equals(rule))
                .filter(alert -> alert.getTransition() != Transition.WITHDRAWN)
                .map(alert -> new Stretch(
                        alert.getScope().getKey(),
                        alert.getEpisode().getFrom(),
                        alert.getEpisode().getUntil()))
                .collect(Collectors.toSet());
    }
}
