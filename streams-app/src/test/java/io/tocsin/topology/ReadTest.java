package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Article;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.Transition;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From articles through the whole topology. */
class ReadTest {

    private static final String URL = "https://daily.example/a";
    private static final String BALAD = "rocket | IQ/Salah ad Din/Balad Air Base | 2023-12-30";
    private static final String TAJI = "shooting | IQ/Baghdad/Taji | 2023-12-31";
    private static final Instant PUBLISHED = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2023-01-01T00:00:00Z");
    private static final Duration KEPT = Duration.ofDays(30);
    private static final History MONTH = new History(Duration.ofDays(10_000), 1_000_000, KEPT);

    @Test
    void anArticleMakesReportsUnderTheirCountriesAndTheseMakeIncidents() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.article(article(URL, BALAD + "\nied | SY/Raqqa/Raqqa | 2023-12-29", PUBLISHED));

            assertThat(harness.reports())
                    .extracting(sent -> sent.key, sent -> sent.value.getId(), sent -> sent.value.getRevision())
                    .containsExactly(tuple("IQ", URL + "#1", 0), tuple("SY", URL + "#2", 0));
            assertThat(harness.incidents()).hasSize(2);
            assertThat(harness.sentRound()).isEmpty();
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void aReportGoesStraightToTheCountryThatThePlacingFindsForIt() {
        try (Harness harness = Harness.asShipped()) {
            harness.article(article(URL, "rocket | XX//Balad Air Base | 2023-12-30", PUBLISHED));

            assertThat(harness.reports()).extracting(sent -> sent.key).containsExactly("IQ");
            assertThat(harness.sentRound()).isEmpty();
        }
    }

    @Test
    void aChangedTextChangesTheIncidentsAndTakesAlertsBack() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rules("""
                    - {id: two, per: country, within: 3d, quiet: 3d, levels: [{severity: watch, incidents: 2}]}
                    """);
            harness.article(article(URL, BALAD + "\n" + TAJI, PUBLISHED));
            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.OPENED);
            harness.incidents();
            harness.reports();

            harness.article(article(URL, TAJI, PUBLISHED.plusSeconds(60)));

            assertThat(harness.reports())
                    .extracting(sent -> sent.key, sent -> sent.value.getId(), sent -> sent.value.getStatus())
                    .containsExactly(tuple("IQ", URL + "#1", ReportStatus.RETRACTED));
            assertThat(harness.incidents()).extracting(Incident::getStatus).containsExactly(IncidentStatus.RETRACTED);
            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.WITHDRAWN);
        }
    }

    @Test
    void theSameTextAgainPublishesNothingAlsoAfterARestart() {
        Harness first = Harness.onStreamTime();
        first.article(article(URL, BALAD, PUBLISHED));
        try (Harness harness = first.restarted(Duration.ofHours(1))) {
            Article again = article(URL, BALAD, PUBLISHED);
            again.setFetchedAt(PUBLISHED.plusSeconds(7_200));
            harness.article(again);
            assertThat(harness.reports()).isEmpty();

            harness.article(article(URL, BALAD + " | killed 1", PUBLISHED.plusSeconds(1)));
            assertThat(harness.reports())
                    .extracting(sent -> sent.value.getId(), sent -> sent.value.getRevision())
                    .containsExactly(tuple(URL + "#1", 1));
        }
    }

    @Test
    void sendsWhatIsNoArticleToTheDeadLettersAndGoesOn() {
        try (Harness harness = Harness.onWallTime()) {
            harness.rawArticle("x".getBytes(UTF_8), new byte[] {1, 2, 3});
            harness.rawArticle("x".getBytes(UTF_8), null);
            harness.article(article(" ", BALAD, PUBLISHED));
            harness.article(article("u" + "x".repeat(5_000), BALAD, PUBLISHED));
            harness.article(article(URL, " \n ", PUBLISHED));
            harness.article(article(URL, BALAD, PUBLISHED.plus(Harness.AHEAD).plusSeconds(1)));
            harness.article(article(URL, BALAD, Instant.parse("1066-10-14T00:00:00Z")));
            harness.article(article(URL, "crash", PUBLISHED));
            harness.article(article(URL, BALAD, PUBLISHED));

            assertThat(harness.deadLetters())
                    .extracting(letter -> DeadLetterHeaders.read(letter.headers()))
                    .allMatch(why ->
                            why.get(DeadLetterHeaders.STAGE).orElseThrow().equals("read"))
                    .extracting(
                            why -> why.get(DeadLetterHeaders.REASON).orElseThrow(),
                            why -> why.get(DeadLetterHeaders.FIELD).orElse(""))
                    .containsExactly(
                            tuple("wrong-magic", ""),
                            tuple("empty", ""),
                            tuple("constraint", "url"),
                            tuple("constraint", "url"),
                            tuple("constraint", "text"),
                            tuple("future", "publishedAt"),
                            tuple("constraint", "publishedAt"),
                            tuple("reader-failed", ""));
            assertThat(harness.incidents()).hasSize(1);
        }
    }

    @Test
    void countsWhatItReads() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.article(article(
                    URL,
                    BALAD + "\n" + TAJI + "\nclaim 30 attacks\nclaim 7 attacks\nleft out THREAT they say",
                    PUBLISHED));
            harness.article(article(URL, BALAD, PUBLISHED.minusSeconds(1)));
            harness.article(article(URL, BALAD + " | killed 1", PUBLISHED.plusSeconds(1)));
            harness.article(article(URL, "bonjour", PUBLISHED.plusSeconds(2)));

            assertThat(count(harness, Meters.Meter.ARTICLES, "fate", "read")).isEqualTo(2);
            assertThat(count(harness, Meters.Meter.ARTICLES, "fate", "late")).isEqualTo(1);
            assertThat(count(harness, Meters.Meter.ARTICLES_UNREAD, "reason", "language"))
                    .isEqualTo(1);
            assertThat(count(harness, Meters.Meter.ARTICLES_REPORTS, "change", "told"))
                    .isEqualTo(2);
            assertThat(count(harness, Meters.Meter.ARTICLES_REPORTS, "change", "revised"))
                    .isEqualTo(1);
            assertThat(count(harness, Meters.Meter.ARTICLES_REPORTS, "change", "retracted"))
                    .isEqualTo(1);
            assertThat(count(harness, Meters.Meter.ARTICLES_LEFT_OUT, "reason", "threat"))
                    .isEqualTo(1);
            assertThat(harness.meters()
                            .counter(Meters.Meter.ARTICLES_CLAIMS.meterName())
                            .count())
                    .isEqualTo(2);
            assertThat(harness.meters()
                            .timer(Meters.Meter.ARTICLES_READING.meterName())
                            .count())
                    .isEqualTo(3);
        }
    }

    @Test
    void forgetsArticlesThatWereReadLongAgoSoManyATick() {
        try (Harness harness = Harness.remembering(MONTH)) {
            for (int i = 0; i < 1_200; i++) {
                harness.article(article(URL + i, "Nothing.", LONG_AGO));
            }
            harness.article(article("urn:last", "Nothing.", LONG_AGO.plus(KEPT)));
            harness.pass(Duration.ofSeconds(3));
            assertThat(harness.size(Stores.ARTICLES)).isEqualTo(1_201);

            harness.article(
                    article("urn:last", "Nothing new.", LONG_AGO.plus(KEPT).plusSeconds(1)));
            harness.pass(Duration.ofSeconds(1));
            assertThat(harness.size(Stores.ARTICLES)).isEqualTo(701);
            harness.pass(Duration.ofSeconds(1));
            assertThat(harness.size(Stores.ARTICLES)).isEqualTo(201);
            harness.pass(Duration.ofSeconds(1));
            assertThat(harness.size(Stores.ARTICLES)).isEqualTo(1);
        }
    }

    @Test
    void anOldArticleThatWasReadLatelyIsRemembered() {
        try (Harness harness = Harness.remembering(MONTH)) {
            harness.article(article(URL, "Nothing.", PUBLISHED));
            harness.article(article(URL + "/archive", BALAD, PUBLISHED.minus(Duration.ofDays(900))));
            harness.pass(Duration.ofSeconds(2));

            assertThat(harness.size(Stores.ARTICLES)).isEqualTo(2);
        }
    }

    @Test
    void forgetsNothingBecauseTheSystemsClockIsSetForward() {
        try (Harness harness = Harness.onWallTime(MONTH)) {
            harness.article(article(URL, BALAD, PUBLISHED));
            harness.setClock(Harness.START.plus(Duration.ofDays(4_000)));
            harness.pass(Duration.ofSeconds(2));

            assertThat(harness.size(Stores.ARTICLES)).isEqualTo(1);
        }
    }

    private static double count(Harness harness, Meters.Meter meter, String tag, String value) {
        return harness.meters().counter(meter.meterName(), tag, value).count();
    }

    private static Article article(String url, String text, Instant published) {
        return new Article(
                url,
                new Source("daily", SourceKind.NEWS, 0.5),
                "Title",
                text,
                "en",
                published,
                published.plusSeconds(60));
    }
}
