package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Transition;
import io.tocsin.cli.reading.ArticleFolder;
import io.tocsin.incident.Report;
import io.tocsin.news.Article;
import io.tocsin.news.ArticleReader;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.RuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The five articles that the project started from, from texts to alerts, in every order. */
class SeedArticlesTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "seeds");
    private static final Instant THE_KILLING = Instant.parse("2020-01-03T00:00:00Z");

    @Test
    void leadToOneAlertAndOneKillingInWhateverOrderTheyCome() throws IOException {
        boolean there = Files.exists(FOLDER);
        if (!there) {
            System.err.println("SKIPPED: the test of the road of the five articles needs " + FOLDER);
        }
        Assumptions.assumeTrue(there, FOLDER + " is not there");
        List<List<Report>> articles = read();

        List<Rule> rules = shippedRules();
        int orders = 0;
        for (List<List<Report>> order : permutations(articles)) {
            try (Harness harness = Harness.inMemoryAsShipped()) {
                rules.forEach(harness::rule);
                order.forEach(reports -> reports.forEach(report -> harness.report(ReportRecords.record(report))));
                assertThat(killing(harness.incidents())).isEqualTo(articles.size());
                assertThat(harness.alerts())
                        .filteredOn(SeedArticlesTest::isOpened)
                        .singleElement()
                        .satisfies(alert -> {
                            assertThat(alert.getScope().getKey()).isEqualTo("IQ");
                            assertThat(alert.getCounts().getIncidents()).isEqualTo(3);
                        });
            }
            orders++;
        }

        assertThat(orders).isEqualTo(120);
    }

    private static List<Rule> shippedRules() throws IOException {
        try (InputStream rules = Rule.class.getResourceAsStream("default-rules.yaml")) {
            return RuleReader.read(new String(rules.readAllBytes(), UTF_8)).rules();
        }
    }

    private static List<List<Report>> read() {
        Gazetteer gazetteer = Gazetteer.load(Optional.empty());
        ArticleReader reader = ArticleReader.with(gazetteer, new GazetteerPlacing(gazetteer));
        List<List<Report>> reports = new ArrayList<>();
        for (Article article : ArticleFolder.read(FOLDER)) {
            reports.add(reader.read(article).reports());
        }
        return reports;
    }

    /** How many reports the one incident of January 2020 in which somebody of name was killed has. */
    private static int killing(List<Incident> changes) {
        Map<String, Incident> standing = new LinkedHashMap<>();
        changes.forEach(incident -> standing.put(incident.getId(), incident));
        List<Incident> killings = standing.values().stream()
                .filter(incident -> incident.getStatus() == IncidentStatus.ACTIVE)
                .filter(incident -> incident.getOccurrence().getFrom().isBefore(THE_KILLING)
                        && incident.getOccurrence().getUntil().isAfter(THE_KILLING))
                .toList();
        assertThat(killings).hasSize(1);
        return killings.get(0).getMembers().size();
    }

    private static boolean isOpened(Alert alert) {
        return alert.getTransition() == Transition.OPENED;
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> permutations = new ArrayList<>();
        for (int first = 0; first < all.size(); first++) {
            List<T> rest = new ArrayList<>(all);
            T head = rest.remove(first);
            for (List<T> tail : permutations(rest)) {
                List<T> permutation = new ArrayList<>(List.of(head));
                permutation.addAll(tail);
                permutations.add(permutation);
            }
        }
        return permutations;
    }
}
