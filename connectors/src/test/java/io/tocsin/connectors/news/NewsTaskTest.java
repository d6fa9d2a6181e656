package io.tocsin.connectors.news;

import static io.tocsin.connectors.news.FakeNews.FEED;
import static io.tocsin.connectors.news.FakeNews.text;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Article;
import io.tocsin.avro.SourceKind;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsTaskTest {

    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private final PollingRig rig = new PollingRig(new NewsConnector(), NewsTask::new);
    private final FakeNews news = new FakeNews();

    NewsTaskTest() {
        news.configure(rig);
    }

    @AfterEach
    void close() {
        news.close();
    }

    private List<SourceRecord> poll() throws InterruptedException {
        rig.clock().advance(Duration.ofHours(1));
        return rig.run();
    }

    private List<Article> articles() throws InterruptedException {
        return articles(poll());
    }

    private List<Article> articles(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record.topic().endsWith(".articles"))
                .map(rig::article)
                .toList();
    }

    private static void at(FakeNews news, String type, String feed) {
        news.source().on(FEED, FakeSource.body(type, feed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void publishesTheTextOfThePageWithoutWhatIsAroundIt() throws InterruptedException {
        news.put("a", YESTERDAY, text("Balad"));

        List<SourceRecord> records = poll();
        Article article = articles(records).get(0);

        assertThat(PollingRig.text(records.get(0).key()))
                .isEqualTo(news.source().url("/a"));
        assertThat(article.getUrl()).isEqualTo(news.source().url("/a"));
        assertThat(article.getTitle()).isEqualTo("Title of a");
        assertThat(article.getText())
                .startsWith("Balad was hit by rockets on Sunday night")
                .contains("\nNobody has claimed the attack")
                .doesNotContain("Sport", "First!", "Copyright", "<p>");
        assertThat(article.getLanguage()).isEqualTo("en-GB");
        assertThat(article.getPublishedAt()).isEqualTo(YESTERDAY);
        assertThat(article.getSource().getId()).isEqualTo("test");
        assertThat(article.getSource().getKind()).isEqualTo(SourceKind.NEWS);
        assertThat(rig.status(records).getLastReport()).isEqualTo(YESTERDAY);
    }

    @Test
    void publishesAgainWhatHasChangedAndNothingElse() throws InterruptedException {
        news.put("a", YESTERDAY, text("Balad"));
        news.put("b", YESTERDAY, text("Taji"));
        assertThat(articles()).hasSize(2);
        assertThat(articles()).isEmpty();

        news.put("a", YESTERDAY, text("Balad air base"));
        assertThat(articles())
                .map(Article::getUrl)
                .containsExactly(news.source().url("/a"));
        assertThat(news.source().asked("/b")).hasSize(1);
    }

    @Test
    void publishesNothingBecauseOnlyTheTeaserHasChanged() throws InterruptedException {
        news.put("a", YESTERDAY, text("Balad"));
        poll();
        news.item("a", YESTERDAY, "Another teaser");

        assertThat(articles()).isEmpty();
        assertThat(news.source().asked("/a")).hasSize(2);
    }

    @Test
    void asksForNoPageWhereTheFeedHasTheWholeText() throws InterruptedException {
        String whole = text("Balad").repeat(2).replace("<", "&lt;");
        news.item("a", YESTERDAY, whole);

        Article article = articles().get(0);

        assertThat(article.getText()).startsWith("Balad was hit").contains("\nNobody has claimed");
        assertThat(news.source().asked("/a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404", "403", "402", "451"})
    void makesDoWithTheTeaserWhereThereIsNoPage(int status) throws InterruptedException {
        news.put("a", YESTERDAY, text("Balad"));
        news.source().on("/a", FakeSource.status(status));

        List<SourceRecord> records = poll();

        assertThat(articles(records))
                .singleElement()
                .satisfies(article -> assertThat(article.getText()).startsWith("Teaser of a"));
        assertThat(rig.status(records).getError()).isNull();
    }

    @Test
    void waitsForAPageAndMakesDoWithTheTeaserInTheEnd() throws InterruptedException {
        news.put("a", YESTERDAY, text("Balad"));
        news.put("b", YESTERDAY, text("Taji"));
        news.source().on("/a", FakeSource.status(500));

        assertThat(articles())
                .map(Article::getUrl)
                .containsExactly(news.source().url("/b"));
        for (int i = 2; i < NewsEntries.MOST_FAILURES; i++) {
            assertThat(articles()).isEmpty();
        }
        assertThat(articles())
                .singleElement()
                .satisfies(article -> assertThat(article.getText()).startsWith("Teaser of a"));
        assertThat(articles()).isEmpty();
        assertThat(news.source().asked("/a")).hasSize(NewsEntries.MOST_FAILURES);
        assertThat(news.source().asked("/b")).hasSize(1);
    }

    @Test
    void publishesAPageThatCouldNotBeHadAtFirst() throws InterruptedException {
        news.put("a", YESTERDAY, text("Balad"));
        news.source().nextAt("/a", FakeSource.status(503), FakeSource.status(503));

        assertThat(articles()).isEmpty();
        assertThat(articles()).isEmpty();
        assertThat(articles())
                .singleElement()
                .satisfies(article -> assertThat(article.getText()).startsWith("Balad was hit"));
    }

    @Test
    void makesADeadLetterOfAnEntryWithoutAddress() throws InterruptedException {
        at(news, FakeNews.RSS, "<rss version=\"2.0\"><channel><item><title>t</title></item></channel></rss>");

        List<SourceRecord> records = poll();

        assertThat(records.stream().filter(PollingRig::isDeadLetter))
                .map(record -> PollingRig.header(record, "tocsin.error.reason"))
                .containsExactly("no-address");
        assertThat(poll()).hasSize(1);
    }

    @Test
    void findsAnEmptyFeedWrongThatHadEntriesBefore() throws InterruptedException {
        news.put("a", YESTERDAY, text("Balad"));
        poll();
        news.removeAll();

        assertThat(rig.status(poll()).getError()).startsWith("empty-answer");
    }

    @Test
    void asksEachFeedInItsOwnTimeForItsOwnSource() throws InterruptedException {
        rig.with(NewsPlugin.FEEDS, """
                - {name: one, url: '%s', source: paper, reliability: 0.8, language: ar, text: feed}
                - {name: two, url: '%s', interval: 2h}
                """.formatted(
                        news.source().url(FEED), news.source().url("/other.rss")));
        news.put("a", YESTERDAY, text("Balad"));
        news.source().on("/other.rss", FakeSource.status(500));

        Article article = articles().get(0);

        assertThat(article.getSource().getId()).isEqualTo("paper");
        assertThat(article.getSource().getReliability()).isEqualTo(0.8);
        assertThat(article.getLanguage()).isEqualTo("ar");
        assertThat(article.getText()).startsWith("Teaser of a");
        assertThat(news.source().asked("/a")).isEmpty();
    }

    @Test
    void keepsItsOffsetSmall() throws InterruptedException {
        for (int day = 0; day < 4; day++) {
            news.removeAll();
            for (int i = 0; i < NewsFeed.MOST_ENTRIES; i++) {
                news.item(
                        "d" + day + "i" + i, YESTERDAY, text("Balad").repeat(2).replace("<", "&lt;") + i);
            }
            rig.with("http.response.max.bytes", "10000000");
            rig.with("http.unpacked.max.bytes", "10000000");
            assertThat(articles()).hasSize(NewsFeed.MOST_ENTRIES);
        }
        List<SourceRecord> records = poll();

        assertThat(records.get(records.size() - 1).sourceOffset().get("known").toString())
                .hasSizeLessThan(50_000)
                .hasLineCount(Known.MOST);
    }

    @Test
    void goesNowhereWithinTheOwnNetwork() throws InterruptedException {
        rig.with("allow.private.addresses", "false");

        assertThat(rig.status(rig.run()).getError()).startsWith("refused-address");
    }
}
