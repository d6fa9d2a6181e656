package io.tocsin.connectors.news;

import static io.tocsin.connectors.news.FakeNews.text;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Article;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.RestartTrial;
import io.tocsin.schemas.json.JsonForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the publisher or the worker does, every article is published, and none with a changed content. */
class NewsSurvivalTest {

    private static final String RSS = FakeNews.RSS;

    private final PollingRig rig = new PollingRig(new NewsConnector(), NewsTask::new);
    private final FakeNews news = new FakeNews();

    @BeforeEach
    void fill() {
        news.configure(rig);
        for (int i = 0; i < 45; i++) {
            news.put("n%02d".formatted(i), NOW.minus(Duration.ofHours(60 - i)), text("Place " + i));
        }
    }

    @AfterEach
    void close() {
        news.close();
    }

    /** By the error that the status tells; none where the page has the trouble, which is not the feed's. */
    private Map<String, Answer> troubles(String type) {
        FakeSource source = news.source();
        Map<String, Answer> troubles = new LinkedHashMap<>();
        troubles.put("rate-limited", FakeSource.with("Retry-After", "60", FakeSource.status(429)));
        troubles.put("server-error", FakeSource.status(500));
        troubles.put("timed-out (silent)", source.hang());
        troubles.put("timed-out (endless)", source.drip(type, 100));
        troubles.put("incomplete-body", FakeSource.half(type, FakeNews.html("n07", text("Place"))));
        return troubles;
    }

    private Map<String, Answer> feedTroubles() {
        Map<String, Answer> troubles = troubles(RSS);
        troubles.put("forbidden", FakeSource.status(403));
        troubles.put("wrong-content-type", FakeSource.body("text/html", "<html>maintenance</html>"));
        troubles.put("changed-schema (no feed)", FakeSource.body(RSS, "<html/>"));
        troubles.put("changed-schema (no XML)", FakeSource.body(RSS, "{\"items\": []}"));
        troubles.put("changed-schema (broken)", FakeSource.body(RSS, "<rss version='2.0'><channel><item>"));
        troubles.put(
                "changed-schema (external entity)",
                FakeSource.body(
                        RSS,
                        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version='2.0'><channel><item>"
                                + "<title>&x;</title></item></channel></rss>"));
        troubles.put("changed-schema (nested)", FakeSource.body(RSS, "<a>".repeat(100_000)));
        troubles.put("empty-answer", FakeSource.body(RSS, ""));
        troubles.put("too-large", news.source().endless(RSS));
        troubles.put("too-large (gzip bomb)", FakeSource.gzipBomb(RSS, 50_000_000));
        troubles.put("broken-encoding", FakeSource.with("Content-Encoding", "gzip", FakeSource.body(RSS, "<a/>")));
        troubles.put("refused-redirect", FakeSource.with("Location", "/%%%", FakeSource.status(302)));
        troubles.put("refused-address", FakeSource.redirect("ftp://10.0.0.1/"));
        return troubles;
    }

    @Test
    void publishesEverythingOnceAfterAnyTroubleWithTheFeed() throws InterruptedException {
        survives("feed", FakeNews.FEED, feedTroubles());
    }

    @Test
    void publishesEverythingOnceAfterAnyTroubleWithAPage() throws InterruptedException {
        survives("page", "/n07", troubles(FakeNews.HTML));
    }

    private void survives(String what, String path, Map<String, Answer> troubles) throws InterruptedException {
        List<String> expected = contents(rig.run());
        StringBuilder table = new StringBuilder("\n| news " + what + " met | articles | twice |\n|---|---|---|\n");
        for (Map.Entry<String, Answer> trouble : troubles.entrySet()) {
            rig.goBack();
            news.source().nextAt(path, trouble.getValue(), trouble.getValue());
            PollingTask task = rig.started();
            List<SourceRecord> published = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            for (int poll = 0; poll < 3; poll++) {
                List<SourceRecord> records = rig.run(task);
                errors.add(String.valueOf(rig.status(records).getError()));
                published.addAll(records.subList(0, records.size() - 1));
                rig.clock().advance(Duration.ofMinutes(30));
            }
            task.stop();

            String error = trouble.getKey().replaceAll(" .*", "");
            assertThat(errors.get(0)).startsWith(what.equals("feed") ? error : "null");
            assertThat(errors.get(2)).isEqualTo("null");
            assertThat(contents(published)).as(trouble.getKey()).containsExactlyInAnyOrderElementsOf(expected);
            table.append("| ")
                    .append(trouble.getKey())
                    .append(" | ")
                    .append(published.size())
                    .append(" | ")
                    .append(published.size() - expected.size())
                    .append(" |\n");
        }
        System.out.println(table);
    }

    /** Articles without the time of the fetch, which is not what they say. */
    private List<String> contents(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> !PollingRig.isStatus(record))
                .map(record -> {
                    Article article = rig.article(record);
                    article.setFetchedAt(null);
                    return JsonForm.of(Article.class).write(article);
                })
                .map(String::valueOf)
                .toList();
    }

    @Test
    void goesNowhereWithinTheOwnNetwork() throws InterruptedException {
        rig.with("allow.private.addresses", "false");

        assertThat(rig.status(rig.run()).getError()).startsWith("refused-address");
    }

    @Test
    void losesNothingWhenTheWorkerDiesInTheFirstPoll() throws InterruptedException {
        holds("first poll", new RestartTrial(rig).run());
    }

    @Test
    void losesNothingWhenTheWorkerDiesInALaterPoll() throws InterruptedException {
        rig.run();
        rig.keep();
        rig.clock().advance(Duration.ofHours(1));
        for (int i = 0; i < 25; i++) {
            news.put("n%02d".formatted(i), NOW.minus(Duration.ofHours(60 - i)), text("Another place " + i));
        }
        news.put("new", NOW, text("Taji"));

        holds("later poll", new RestartTrial(rig).run());
    }

    private static void holds(String poll, RestartTrial.Result result) {
        System.out.println("news, " + poll + " of " + result.records() + " records, after batches: "
                + result.afterBatches() + "; after records: " + result.afterRecords());
        for (RestartTrial.Tally tally : List.of(result.afterBatches(), result.afterRecords())) {
            assertThat(tally.cuts()).isGreaterThan(1);
            assertThat(tally.lost()).isZero();
            assertThat(tally.changed()).isZero();
        }
        assertThat(result.afterBatches().repeated()).isZero();
    }
}
