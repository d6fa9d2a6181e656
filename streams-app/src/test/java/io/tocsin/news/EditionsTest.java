package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.fixtures.LineReader;
import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import io.tocsin.news.Editions.Change;
import io.tocsin.news.Editions.Fate;
import io.tocsin.news.Editions.Outcome;
import io.tocsin.news.Editions.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a changed article does to the reports that it made before. */
class EditionsTest {

    private static final String URL = "https://daily.example/a";
    private static final Instant PUBLISHED = Instant.parse("2021-05-05T12:00:00Z");
    private static final String BALAD = "rocket | IQ/Salah ad Din/Balad Air Base | 2021-05-03 | killed 1";
    private static final String TAJI = "shooting | IQ/Baghdad/Taji | 2021-05-04";
    private static final String RAQQA = "ied | SY/Raqqa/Raqqa | 2021-05-01";

    private final LineReader reader = new LineReader();
    private final Editions editions =
            new Editions(reader, report -> report.place().country());
    private Optional<Edition> known = Optional.empty();
    private int hours;

    @Test
    void theFirstTextTellsReportsNumberedInTheirOrder() {
        Outcome outcome = next(BALAD, RAQQA);

        assertThat(outcome.fate()).isEqualTo(Fate.READ);
        assertThat(outcome.statements())
                .extracting(Statement::change, Statement::country, EditionsTest::id, EditionsTest::revision)
                .containsExactly(tuple(Change.TOLD, "IQ", URL + "#1", 0), tuple(Change.TOLD, "SY", URL + "#2", 0));
        Report first = outcome.statements().get(0).report();
        assertThat(first.publishedAt()).isEqualTo(PUBLISHED.plus(Duration.ofHours(1)));
        assertThat(first.receivedAt()).contains(PUBLISHED.plus(Duration.ofHours(2)));
        assertThat(first.source()).isEqualTo(source("daily"));
        assertThat(first.casualties().killed().count()).isEqualTo(1);
    }

    @Test
    void whatIsToldAsBeforeIsNotPublishedAgain() {
        next(BALAD, TAJI);

        assertThat(next("And now the weather.", TAJI, BALAD).statements()).isEmpty();
        assertThat(known.orElseThrow().standing()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rocket | IQ/Salah ad Din/Balad Air Base | 2021-05-03 | killed 2",
                "rocket | IQ/Salah ad Din/Balad Air Base | 2021-05-02 | killed 1",
                "rocket | IQ/Baghdad/Camp Taji | 2021-05-03 | killed 1",
                "rocket | IQ/Salah ad Din | 2021-05-03",
                "drone | IQ/Salah ad Din/Balad Air Base | 2021-05-03 | killed 1"
            })
    void aCorrectionIsTheNextRevisionOfItsReport(String corrected) {
        next(BALAD, TAJI);

        Outcome outcome = next(TAJI, corrected);

        assertThat(outcome.statements())
                .extracting(Statement::change, EditionsTest::id, EditionsTest::revision)
                .containsExactly(tuple(Change.REVISED, URL + "#1", 1));
        assertThat(outcome.statements().get(0).report().summary()).contains(corrected);
    }

    @Test
    void whatIsNoLongerToldIsRetractedUnderItsCountry() {
        next(BALAD, RAQQA);
        next(BALAD.replace("killed 1", "killed 2"), RAQQA);

        Outcome outcome = next("No attack at all.");

        assertThat(outcome.statements())
                .extracting(Statement::change, Statement::country, EditionsTest::id, EditionsTest::revision)
                .containsExactly(
                        tuple(Change.RETRACTED, "IQ", URL + "#1", 2), tuple(Change.RETRACTED, "SY", URL + "#2", 1));
        Report retracted = outcome.statements().get(0).report();
        assertThat(retracted.retracted()).isTrue();
        assertThat(retracted.place().country()).isEqualTo("IQ");
        assertThat(retracted.publishedAt()).isEqualTo(PUBLISHED.plus(Duration.ofHours(3)));
    }

    @Test
    void anotherAttackGetsANumberThatNoOtherEverHad() {
        next(BALAD, TAJI);
        next(BALAD);

        assertThat(next(BALAD, RAQQA).statements())
                .extracting(Statement::change, EditionsTest::id, EditionsTest::revision)
                .containsExactly(tuple(Change.TOLD, URL + "#3", 0));
        assertThat(next(BALAD, RAQQA, TAJI).statements())
                .extracting(Statement::change, EditionsTest::id)
                .containsExactly(tuple(Change.TOLD, URL + "#4"));
    }

    @Test
    void whatHappenedInAnotherCountryAfterAllIsRetractedHereAndToldThere() {
        next("rocket | IQ/Al Anbar/Border post | 2021-05-03");

        assertThat(next("rocket | SY/Deir ez-Zor/Border post | 2021-05-03").statements())
                .extracting(Statement::change, Statement::country, EditionsTest::id, EditionsTest::revision)
                .containsExactly(tuple(Change.RETRACTED, "IQ", URL + "#1", 1), tuple(Change.TOLD, "SY", URL + "#2", 0));
    }

    @Test
    void ofTwoAlikeEachContinuesTheOneThatItIsMostLikeWhateverTheOrder() {
        String monday = "rocket | IQ/Salah ad Din/Balad Air Base | 2021-05-03";
        String tuesday = "rocket | IQ/Salah ad Din/Balad Air Base | 2021-05-04";
        next(monday, tuesday);

        Outcome outcome = next(tuesday + " | killed 3", monday + " | killed 5");

        assertThat(outcome.statements())
                .extracting(
                        EditionsTest::id,
                        each -> each.report().casualties().killed().count())
                .containsExactlyInAnyOrder(tuple(URL + "#2", 3), tuple(URL + "#1", 5));
    }

    @Test
    void aTextThatIsOlderThanTheOneReadChangesNothingAndIsNotRead() {
        Article first = article(BALAD);
        next(BALAD, TAJI);

        assertThat(take(first).fate()).isEqualTo(Fate.LATE);
        assertThat(reader.read()).hasSize(1);
        assertThat(known.orElseThrow().standing()).hasSize(2);
    }

    @Test
    void ofTwoTextsOfOneTimeTheOneFetchedLaterIsTheNewer() {
        Article early = fetched(article(BALAD), PUBLISHED.plusSeconds(1));
        Article late = fetched(article(TAJI), PUBLISHED.plusSeconds(2));
        Article unknown = new Article(
                URL, early.source(), Optional.empty(), RAQQA, Optional.empty(), early.publishedAt(), Optional.empty());

        take(late);
        assertThat(take(early).fate()).isEqualTo(Fate.LATE);
        assertThat(take(unknown).fate()).isEqualTo(Fate.READ);
    }

    @Test
    void theSameAgainIsNotReadAgain() {
        Article article = article(BALAD);
        take(article);

        assertThat(take(article).fate()).isEqualTo(Fate.UNCHANGED);
        assertThat(take(fetched(article, PUBLISHED.plusSeconds(99_999))).statements())
                .isEmpty();
        assertThat(reader.read()).hasSize(1);
    }

    @Test
    void whatCouldNotBeReadTakesNothingBack() {
        next(BALAD);

        Outcome outcome = next("bonjour");

        assertThat(outcome.fate()).isEqualTo(Fate.UNREAD);
        assertThat(outcome.statements()).isEmpty();
        assertThat(next("Nothing.").statements()).extracting(Statement::change).containsExactly(Change.RETRACTED);
    }

    @Test
    void anotherFeedThatListsTheSameArticleIsNoOtherSource() {
        next(BALAD);
        Article listed = article(BALAD + "0");
        Article elsewhere = new Article(
                URL,
                source("aggregator"),
                Optional.empty(),
                listed.text(),
                Optional.empty(),
                listed.publishedAt(),
                Optional.empty());

        assertThat(take(elsewhere).statements()).singleElement().satisfies(statement -> {
            assertThat(statement.change()).isEqualTo(Change.REVISED);
            assertThat(statement.report().source()).isEqualTo(source("daily"));
        });
    }

    @Test
    void idsOfLongUrlsAreBoundedAndTellThemApart() {
        String url = "https://daily.example/" + "a".repeat(3_000);

        assertThat(TellingId.of(url, 1)).hasSize(TellingId.LONGEST).startsWith("https://daily.example/aaa");
        assertThat(TellingId.of(url, 1)).endsWith("#1").isNotEqualTo(TellingId.of(url + "a", 1));
        assertThat(TellingId.of(url, Integer.MAX_VALUE)).hasSize(TellingId.LONGEST);
        assertThat(TellingId.of("x".repeat(253), 12)).isEqualTo("x".repeat(253) + "#12");
        assertThat(TellingId.of("x".repeat(188) + "\uD83D\uDD25".repeat(200), 1))
                .doesNotContain("\uD83D~");
    }

    private Outcome next(String... lines) {
        return take(article(lines));
    }

    private Outcome take(Article article) {
        Outcome outcome = editions.take(article, known);
        known = outcome.after();
        return outcome;
    }

    /** Published an hour after the one before. */
    private Article article(String... lines) {
        hours++;
        Instant published = PUBLISHED.plus(Duration.ofHours(hours));
        return new Article(
                URL,
                source("daily"),
                Optional.of("Title"),
                String.join("\n", List.of(lines)),
                Optional.empty(),
                published,
                Optional.of(published.plus(Duration.ofHours(1))));
    }

    private static Article fetched(Article article, Instant at) {
        return new Article(
                article.url(),
                article.source(),
                article.title(),
                article.text(),
                article.language(),
                PUBLISHED,
                Optional.of(at));
    }

    private static Source source(String id) {
        return new Source(id, Source.Kind.NEWS, 0.5);
    }

    private static String id(Statement statement) {
        return statement.report().id().id();
    }

    private static int revision(Statement statement) {
        return statement.report().revision();
    }
}
