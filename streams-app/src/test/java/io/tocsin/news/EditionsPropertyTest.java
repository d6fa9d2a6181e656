package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.LineReader;
import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import io.tocsin.news.Editions.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random texts of one article in any order, held against whoever consumes the reports. */
class EditionsPropertyTest {

    private static final int LIVES = Integer.getInteger("tocsin.articles", 2_000);
    private static final String URL = "https://daily.example/a";
    private static final Instant PUBLISHED = Instant.parse("2021-05-05T12:00:00Z");
    private static final List<String> CATEGORIES = List.of("rocket", "drone", "ied");
    private static final List<String> PLACES =
            List.of("IQ/Salah ad Din/Balad Air Base", "IQ/Baghdad/Taji", "IQ/Baghdad", "SY/Raqqa/Raqqa", "XX");

    @Test
    void theReportsOfTheNewestTextStandAndNoOthers() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            List<Article> texts = texts(random);
            Collections.shuffle(texts, random);
            Life life = new Life();

            texts.forEach(life::take);

            Article newest = texts.stream()
                    .filter(text -> !text.text().contains("bonjour"))
                    .max(Comparator.comparing(Article::publishedAt))
                    .orElse(null);
            assertThat(life.standing()).as("seed %d", seed).isEqualTo(newest == null ? List.of() : lines(newest));
        }
    }

    @Test
    void nothingIsPublishedWhenAllIsHeardAgain() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            List<Article> texts = texts(random);
            Life life = new Life();
            texts.forEach(life::take);
            int before = life.published;

            Collections.shuffle(texts, random);
            texts.forEach(life::take);

            assertThat(life.published).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void whatTheNextTextTellsUnchangedKeepsItsIdWhereverItStands() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            Life life = new Life();
            Life shuffled = new Life();
            Map<String, List<String>> idsBefore = Map.of();
            for (Article text : texts(random)) {
                if (!text.text().contains("bonjour")) {
                    life.take(text);
                    shuffled.take(shuffled(text, random));
                    Map<String, List<String>> ids = life.ids();
                    for (String line : idsBefore.keySet()) {
                        int kept = Math.min(
                                idsBefore.get(line).size(),
                                ids.getOrDefault(line, List.of()).size());
                        assertThat(ids.getOrDefault(line, List.of()).stream().filter(idsBefore.get(line)::contains))
                                .as("seed %d: %s", seed, line)
                                .hasSize(kept);
                    }
                    idsBefore = ids;
                }
            }
            assertThat(shuffled.standing()).isEqualTo(life.standing());
            assertThat(shuffled.published)
                    .as("seed %d: the order of paragraphs changes no pair", seed)
                    .isEqualTo(life.published);
        }
    }

    /** Texts of an article, in the order of their publication; each has something of the one before. */
    private static List<Article> texts(Random random) {
        List<Article> texts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int changes = 1 + random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                if (!lines.isEmpty() && random.nextInt(3) == 0) {
                    lines.remove(random.nextInt(lines.size()));
                } else {
                    lines.add(line(random));
                }
            }
            String text = random.nextInt(8) == 0 ? "bonjour" : String.join("\n", lines) + "\nThat is all.";
            texts.add(text(text, PUBLISHED.plus(Duration.ofHours(i))));
        }
        return texts;
    }

    private static String line(Random random) {
        return CATEGORIES.get(random.nextInt(CATEGORIES.size()))
                + " | " + PLACES.get(random.nextInt(PLACES.size()))
                + " | 2021-05-0" + (1 + random.nextInt(4))
                + (random.nextBoolean() ? " | killed " + random.nextInt(3) : "");
    }

    private static Article shuffled(Article article, Random random) {
        List<String> lines = new ArrayList<>(article.text().lines().toList());
        Collections.shuffle(lines, random);
        return text(String.join("\n", lines), article.publishedAt());
    }

    private static Article text(String text, Instant published) {
        return new Article(
                URL,
                new Source("daily", Source.Kind.NEWS, 0.5),
                Optional.empty(),
                text,
                Optional.empty(),
                published,
                Optional.empty());
    }

    private static List<String> lines(Article article) {
        return article.text()
                .lines()
                .filter(line -> line.contains(" | "))
                .sorted()
                .toList();
    }

    /** The consumers of the reports, one a country, who believe the highest revision of each. */
    private static final class Life {
        private final Editions editions =
                new Editions(new LineReader(), report -> report.place().country());
        private final Map<String, Report> reports = new TreeMap<>();
        private final Map<String, String> countries = new HashMap<>();
        private Optional<Edition> known = Optional.empty();
        private int published;

        void take(Article text) {
            Editions.Outcome outcome = editions.take(text, known);
            known = outcome.after();
            outcome.statements().forEach(this::hear);
        }

        private void hear(Statement statement) {
            published++;
            Report report = statement.report();
            String id = report.id().id();
            assertThat(statement.country())
                    .as("country of %s, for ever", id)
                    .isEqualTo(countries.computeIfAbsent(id, first -> statement.country()))
                    .isEqualTo(report.place().country());
            Report before = reports.put(id, report);
            assertThat(report.revision()).isEqualTo(before == null ? 0 : before.revision() + 1);
        }

        List<String> standing() {
            return active().map(report -> report.summary().orElseThrow())
                    .sorted()
                    .toList();
        }

        /** The ids of each line that stands. */
        Map<String, List<String>> ids() {
            return active().collect(Collectors.groupingBy(
                    report -> report.summary().orElseThrow(),
                    Collectors.mapping(report -> report.id().id(), Collectors.toList())));
        }

        private java.util.stream.Stream<Report> active() {
            return reports.values().stream().filter(report -> !report.retracted());
        }
    }
}
