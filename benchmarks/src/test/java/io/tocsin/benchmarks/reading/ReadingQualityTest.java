package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Casualties;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Evidence;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.Source;
import io.tocsin.incident.Target;
import io.tocsin.incident.TimePrecision;
import io.tocsin.news.tell.Zones;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placing;
import io.tocsin.places.placing.GazetteerPlacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingQualityTest {

    private static final Placing PLACING = GazetteerPlacing.load(Optional.empty());
    private static final Zones ZONES = Zones.load();

    /** The project's own articles, and where they are there the five that it started from. */
    private static Stream<Path> folders() {
        return Stream.of(
                        Path.of("reading", "tuning"),
                        Path.of("reading", "reserve"),
                        Path.of("reading", "held-out"),
                        Path.of("..", "..", "shared", "seeds"))
                .filter(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void whoReadsAsTheLabelsSayReadsEverythingRight(Path folder) throws IOException {
        Map<String, LabelledArticle> labels = new HashMap<>();
        ArticleFolder.read(folder).forEach(article -> labels.put(article.url(), article));
        ReadingScore score = ReadingQuality.measure(folder, PLACING, article -> {
            LabelledArticle labelled = labels.get(article.url());
            return labelled.must().stream()
                    .map(label -> report(labelled, label))
                    .toList();
        });

        assertThat(score.mistakes()).isEmpty();
        assertThat(score.f1()).isEqualTo(1);
        assertThat(score.incidents()).isGreaterThan(10);
        assertThat(score.fields().values()).allMatch(field -> field.right() == field.named());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void whoReadsNothingFindsNothing(Path folder) throws IOException {
        ReadingScore score = ReadingQuality.measure(folder, PLACING, article -> List.of());

        assertThat(score.f1()).isZero();
        assertThat(score.falseIncidents()).isZero();
        assertThat(score.mistakes())
                .hasSize(score.incidents())
                .allMatch(mistake -> mistake.what().equals(Mistake.MISSED));
    }

    private static Report report(LabelledArticle article, Label label) {
        Place place = place(label);
        Source source = new Source("oracle", Source.Kind.NEWS, 1);
        return new Report(
                new ReportId("oracle", article.url() + "#" + article.must().indexOf(label)),
                0,
                false,
                source,
                Stream.concat(label.origins().stream().limit(1), article.credits().stream())
                        .toList(),
                article.publishedAt(),
                Optional.empty(),
                occurrence(label, ZONES.of(PLACING.place(place))),
                label.categories().iterator().next(),
                place,
                label.targets().stream()
                        .findFirst()
                        .map(kind -> new Target(
                                kind,
                                label.victims().stream().findFirst(),
                                label.affiliations().stream().findFirst())),
                label.attributions().stream()
                        .findFirst()
                        .map(name ->
                                new Perpetrator(name, label.attributionKind().orElse(Perpetrator.Attribution.UNKNOWN))),
                new Casualties(estimate(label.killed()), estimate(label.injured())),
                label.quantity(),
                Optional.empty(),
                Optional.of(new Evidence(Optional.of(label.inWords()), Optional.empty())),
                List.of(),
                label.victims().isEmpty()
                        ? Map.of()
                        : Map.of("victim", label.victims().get(0)));
    }

    private static Place place(Label label) {
        return new Place(
                label.country().orElse("PS"),
                label.provinces().stream().findFirst(),
                label.districts().stream().findFirst(),
                label.sites().stream().findFirst(),
                Optional.empty(),
                !label.sites().isEmpty()
                        ? PlacePrecision.SITE
                        : !label.districts().isEmpty()
                                ? PlacePrecision.DISTRICT
                                : label.provinces().isEmpty() ? PlacePrecision.COUNTRY : PlacePrecision.PROVINCE);
    }

    private static Occurrence occurrence(Label label, ZoneId zone) {
        Days days = label.days().orElseThrow();
        if (label.part().isEmpty()) {
            return new Occurrence(
                    days.start(zone), days.end(zone), label.precision().orElse(TimePrecision.DAY));
        }
        int hour = switch (label.part().get()) {
            case NIGHT -> 22;
            case MORNING -> 8;
            case AFTERNOON -> 14;
            case EVENING -> 19;
        };
        Instant instant = days.from().atTime(hour, 0).atZone(zone).toInstant();
        return new Occurrence(instant, instant, label.precision().orElse(TimePrecision.PART_OF_DAY));
    }

    private static Estimate estimate(OptionalInt number) {
        return number.isPresent() ? Estimate.of(number.getAsInt()) : Estimate.NONE;
    }
}
