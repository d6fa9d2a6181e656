package io.tocsin.connectors.news;

import static io.tocsin.connectors.news.FakeNews.FEED;
import static io.tocsin.connectors.news.FakeNews.text;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Article;
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

/** What an article says, and which of feed and page is believed. */
class NewsArticlesTest {

    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private final PollingRig rig = new PollingRig(new NewsConnector(), NewsTask::new);
    private final FakeNews news = new FakeNews();

    NewsArticlesTest() {
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
    void takesTheAddressThatThePageHasAmongItsPeers() throws InterruptedException {
        news.put("a", YESTERDAY, "");
        news.page(
                "a",
                FakeNews.html("a", text("Balad"))
                        .replace("<head>", "<head><link rel=canonical href='/news/balad?utm_source=x&id=7#top'>"));

        assertThat(articles().get(0).getUrl()).isEqualTo(news.source().url("/news/balad?id=7"));
    }

    @Test
    void takesNoAddressOfAnotherSite() throws InterruptedException {
        news.put("a", YESTERDAY, "");
        news.page(
                "a",
                FakeNews.html("a", text("Balad"))
                        .replace("<head>", "<head><link rel=canonical href='https://evil.example/balad'>"));

        assertThat(articles().get(0).getUrl()).isEqualTo(news.source().url("/a"));
    }

    @ParameterizedTest
    @CsvSource({
        "<meta property='article:published_time' content='2026-05-20T08:00:00+03:00'>, 2026-05-20T05:00:00Z",
        "'<script type=''application/ld+json''>{\"@graph\":[{\"datePublished\":\"2026-05-20T08:00:00+0300\"}]}</script>', "
                + "2026-05-20T05:00:00Z",
        "<script type='application/ld+json'>{broken</script>, 2026-05-19T00:00:00Z",
        "<meta property='article:published_time' content='2026-05-20 08:00'>, 2026-05-19T00:00:00Z",
        "<meta property='article:published_time' content='2036-05-20T08:00:00Z'>, 2026-05-19T00:00:00Z",
    })
    void believesThePageWhereTheFeedHasNoDate(String head, Instant expected) throws InterruptedException {
        at(
                news,
                FakeNews.RSS,
                "<rss version=\"2.0\"><channel><item><title>t</title><link>/a</link></item></channel></rss>");
        String page = FakeNews.html("a", text("Balad")).replace("<head>", "<head>" + head);
        news.source()
                .on(
                        "/a",
                        FakeSource.at(
                                NOW,
                                FakeSource.with(
                                        "Last-Modified",
                                        "Tue, 19 May 2026 00:00:00 GMT",
                                        FakeSource.body(FakeNews.HTML, page))));

        assertThat(articles().get(0).getPublishedAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rss 0.91 | <!DOCTYPE rss PUBLIC '-//N//DTD RSS 0.91//EN' 'http://x.example/rss.dtd' [<!ENTITY a \"b>\">]>"
                        + "<rss version='0.91'><channel><title>t</title><link>http://x.example</link><description>d</description>"
                        + "<language>en</language><item><title>T</title><link>/a</link><description>D</description></item>"
                        + "</channel></rss>",
                "rss 0.92 | <rss version='0.92'><channel><title>t</title><link>http://x.example</link>"
                        + "<description>d</description><item><title>T</title><link>/a</link></item></channel></rss>",
                "rss 1.0 | <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel rdf:about='x'><title>t</title><link>http://x.example</link><description>d</description>"
                        + "</channel><item rdf:about='/a'><title>T</title><link>/a</link></item></rdf:RDF>",
                "rss 2.0 with control characters | <rss version='2.0'><channel><title>t\u0001</title><item><title>T\u0008"
                        + "</title><link>/a</link><description>a&nbsp;b</description></item></channel></rss>",
                "atom | <feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><id>urn:x</id><entry><id>urn:y</id>"
                        + "<title>T</title><link rel='alternate' href='/a'/><updated>2026-05-01T00:00:00Z</updated></entry></feed>",
            })
    void readsFeedsOfAllKinds(String kind, String feed) throws InterruptedException {
        at(news, "text/xml", feed);
        news.page("a", FakeNews.html("a", text("Balad")));

        List<SourceRecord> records = poll();

        assertThat(rig.status(records).getError()).as(kind).isNull();
        assertThat(articles(records)).as(kind).singleElement().satisfies(article -> {
            assertThat(article.getTitle()).isEqualTo("T");
            assertThat(article.getUrl()).isEqualTo(news.source().url("/a"));
            assertThat(article.getText()).startsWith("Balad was hit");
        });
    }

    @Test
    void leavesTheLanguageOpenWhereNobodyTells() throws InterruptedException {
        at(
                news,
                FakeNews.RSS,
                "<rss version=\"2.0\"><channel><item><title>t</title><link>/a</link></item></channel></rss>");
        news.page("a", FakeNews.html("a", text("Balad")));

        assertThat(articles().get(0).getLanguage()).isNull();
    }

    @Test
    void prefersTheLanguageOfThePage() throws InterruptedException {
        news.put("a", YESTERDAY, "");
        news.page("a", FakeNews.html("a", text("Balad")).replace("<html>", "<html lang='ar_IQ'>"));

        assertThat(articles().get(0).getLanguage()).isEqualTo("ar-IQ");
    }
}
