package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of the labelled articles; whether they are labelled right, only a person can tell. */
class ArticlesTest {

    private static final Path FOLDER = Path.of("reading");
    private static final Duration AHEAD = Duration.ofHours(14);

    @Test
    void areOfTheKindsThatTheReadmeTells() throws IOException {
        assertThat(kinds("tuning"))
                .isEqualTo(Map.of(
                        Kind.PLAIN,
                        150L,
                        Kind.FOLLOW_UP,
                        95L,
                        Kind.TOTALS,
                        95L,
                        Kind.CORRECTION,
                        40L,
                        Kind.NONE,
                        190L));
        assertThat(kinds("held-out"))
                .isEqualTo(Map.of(
                        Kind.PLAIN, 8L, Kind.FOLLOW_UP, 5L, Kind.TOTALS, 5L, Kind.CORRECTION, 2L, Kind.NONE, 10L));
        assertThat(kinds("reserve")).isEqualTo(kinds("held-out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "held-out"})
    void everyCategoryOccurs(String folder) throws IOException {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        must(folder).forEach(label -> categories.addAll(label.categories()));

        assertThat(categories)
                .containsAll(EnumSet.complementOf(EnumSet.of(Category.THREAT, Category.OTHER, Category.UNKNOWN)));
    }

    @Test
    void everyKindOfTargetOccurs() throws IOException {
        Set<TargetKind> kinds = EnumSet.noneOf(TargetKind.class);
        Stream.concat(must("tuning"), must("held-out")).forEach(label -> kinds.addAll(label.targets()));

        assertThat(kinds).containsAll(EnumSet.complementOf(EnumSet.of(TargetKind.OTHER, TargetKind.UNKNOWN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "reserve", "held-out"})
    void namesAreSpelledAsInTheText(String folder) throws IOException {
        for (LabelledArticle article : read(folder)) {
            String text = article.text().toLowerCase(Locale.ROOT);
            for (Label label : article.must()) {
                assertThat(Stream.of(label.sites(), label.districts(), label.provinces(), label.victims())
                                .flatMap(List::stream)
                                .flatMap(name ->
                                        Stream.of(name.toLowerCase(Locale.ROOT).split(" ", -1)))
                                .filter(word -> !text.contains(word)))
                        .as(article.file())
                        .isEmpty();
                assertThat(Stream.of(label.origins(), label.attributions())
                                .flatMap(List::stream)
                                .filter(name -> Words.shared(name, text) < 1))
                        .as(article.file())
                        .isEmpty();
            }
            assertThat(article.never().stream().filter(statement -> Words.shared(statement, text) < 1))
                    .as(article.file())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "reserve", "held-out"})
    void nothingHappensAfterItIsPublished(String folder) throws IOException {
        for (LabelledArticle article : read(folder)) {
            for (Label label : article.must()) {
                assertThat(label.days()).as(article.file()).isPresent();
                assertThat(label.days().get().from())
                        .as(article.file())
                        .isBeforeOrEqualTo(article.publishedAt()
                                .plus(AHEAD)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "reserve", "held-out"})
    void followUpsFollowAnotherArticleOfTheirFolderAndShareAnIncident(String folder) throws IOException {
        List<LabelledArticle> articles = read(folder);
        for (LabelledArticle article : articles) {
            assertThat(article.follows().isPresent())
                    .as(article.file())
                    .isEqualTo(article.kind().filter(Kind.FOLLOW_UP::equals).isPresent());
            article.follows().ifPresent(url -> {
                LabelledArticle first = articles.stream()
                        .filter(other -> other.url().equals(url))
                        .findFirst()
                        .orElseThrow();
                assertThat(first.publishedAt()).isBefore(article.publishedAt());
                assertThat(first.must()).as(article.file()).anyMatch(label -> shares(article, label));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "reserve", "held-out"})
    void articlesWithoutIncidentHaveStatementsThatSoundLikeOne(String folder) throws IOException {
        for (LabelledArticle article : read(folder)) {
            if (article.kind().filter(Kind.NONE::equals).isPresent()) {
                assertThat(article.must()).as(article.file()).isEmpty();
                assertThat(article.never()).as(article.file()).isNotEmpty();
            }
        }
    }

    private static boolean shares(LabelledArticle article, Label label) {
        Days days = label.days().orElseThrow();
        return article.must().stream()
                .anyMatch(other -> other.categories().stream().anyMatch(label.categories()::contains)
                        && other.country().equals(label.country())
                        && !other.days().orElseThrow().from().isAfter(days.until())
                        && !other.days().orElseThrow().until().isBefore(days.from()));
    }

    private static Map<Kind, Long> kinds(String folder) throws IOException {
        return read(folder).stream()
                .collect(Collectors.groupingBy(article -> article.kind().orElseThrow(), Collectors.counting()));
    }

    private static Stream<Label> must(String folder) throws IOException {
        return read(folder).stream().flatMap(article -> article.must().stream());
    }

    private static List<LabelledArticle> read(String folder) throws IOException {
        List<LabelledArticle> articles = ArticleFolder.read(FOLDER.resolve(folder));
        assertThat(new HashSet<>(articles.stream().map(LabelledArticle::url).toList()))
                .hasSize(folder.equals("tuning") ? 570 : 30);
        return new ArrayList<>(articles);
    }
}
