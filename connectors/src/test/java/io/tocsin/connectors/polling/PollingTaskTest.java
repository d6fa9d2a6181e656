package io.tocsin.connectors.polling;

import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tocsin.avro.Article;
import io.tocsin.avro.SourceStatus;
import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ArticleRead;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.Validators;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The core, with the smallest source there is: pages that are one article each, asked for again only if they have changed. */
class PollingTaskTest {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final FakeSource source = new FakeSource();
    private final PollingRig rig = new PollingRig(new PagesConnector(), surroundings -> new PagesTask(surroundings))
            .with("pages", source.url("/a"));

    @AfterEach
    void close() {
        source.close();
    }

    record PageCursor(Validators validators) implements Cursor {

        @Override
        public Map<String, Object> toMap() {
            return validators.toMap();
        }
    }

    record PageFeed(String name, Duration interval) implements Feed<PageCursor> {

        @Override
        public String sourceId() {
            return name;
        }

        @Override
        public Optional<Duration> expectedInterval() {
            return Optional.empty();
        }

        @Override
        public PageCursor start() {
            return new PageCursor(Validators.NONE);
        }

        @Override
        public PageCursor resume(OffsetEntries offset) {
            return new PageCursor(Validators.fromMap(offset::text));
        }

        @Override
        public Step<PageCursor> next(PageCursor at, Web web) throws SourceFault {
            Response page = web.ask(Request.get(URI.create(name)).unlessUnchanged(at.validators()));
            PageCursor after = new PageCursor(page.validators());
            return Step.last(page.unchanged() ? List.of() : List.of(article(page)), after);
        }

        private Publication article(Response page) {
            Article article = new Article();
            article.setUrl(name);
            article.setSource(new io.tocsin.avro.Source(name, io.tocsin.avro.SourceKind.NEWS, 0.5));
            article.setTitle("title");
            article.setText(page.text());
            article.setPublishedAt(Instant.parse("2026-05-31T00:00:00Z"));
            article.setFetchedAt(Instant.parse("2026-05-31T00:00:00Z"));
            return new ArticleRead(article, new Original(page.body(), name, 1));
        }
    }

    static final class PagesPlugin implements Plugin {

        @Override
        public String name() {
            return "pages";
        }

        @Override
        public ConfigDef settings() {
            return new ConfigDef()
                    .define("pages", ConfigDef.Type.LIST, ConfigDef.NO_DEFAULT_VALUE, ConfigDef.Importance.HIGH, "");
        }

        @Override
        public Duration usualInterval() {
            return INTERVAL;
        }

        @Override
        public Duration usualSilence() {
            return INTERVAL;
        }

        @Override
        public List<Feed<?>> feeds(PollingConfig config, Clock clock) {
            return config.getList("pages").stream()
                    .<Feed<?>>map(page -> new PageFeed(page, config.interval()))
                    .toList();
        }
    }

    static final class PagesConnector extends PollingConnector {
        PagesConnector() {
            super(new PagesPlugin(), PagesTask.class);
        }
    }

    static final class PagesTask extends PollingTask {
        PagesTask(Surroundings surroundings) {
            super(new PagesPlugin(), surroundings);
        }
    }

    @Test
    void asksAgainOnlyForWhatHasChanged() throws InterruptedException {
        source.on("/a", FakeSource.unlessKnown("\"1\"", FakeSource.body("text/plain", "first")));
        assertThat(rig.run()).hasSize(2).first().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("tocsin.articles");
            assertThat(rig.article(record).getText()).isEqualTo("first");
        });

        List<SourceRecord> unchanged = rig.run();
        source.on("/a", FakeSource.unlessKnown("\"2\"", FakeSource.body("text/plain", "second")));
        List<SourceRecord> changed = rig.run();

        assertThat(unchanged).hasSize(1);
        assertThat(rig.status(unchanged).getLastReport()).isEqualTo(Instant.parse("2026-05-31T00:00:00Z"));
        assertThat(changed).hasSize(2);
        assertThat(source.asked("/a").get(1).header("if-none-match")).contains("\"1\"");
    }

    @Test
    void asksAllFeedsEachInItsTurn() throws InterruptedException {
        rig.with("pages", source.url("/a") + "," + source.url("/b"));
        source.on("/a", FakeSource.body("text/plain", "a"));
        source.on("/b", FakeSource.status(500));
        PollingTask task = rig.started();

        SourceStatus good = rig.status(rig.run(task));
        SourceStatus bad = rig.status(rig.run(task));
        assertThat(task.poll()).isNull();
        source.on("/b", FakeSource.body("text/plain", "b"));
        rig.clock().advance(Duration.ofSeconds(5));
        SourceStatus better = rig.status(rig.run(task));

        assertThat(good.getError()).isNull();
        assertThat(bad.getError()).startsWith("server-error");
        assertThat(better)
                .isEqualTo(new SourceStatus(
                        source.url("/b"),
                        NOW.plusSeconds(5),
                        NOW.plusSeconds(5),
                        Instant.parse("2026-05-31T00:00:00Z"),
                        null,
                        null));
        assertThat(source.asked("/a")).hasSize(1);
        task.stop();
    }

    @Test
    void dealsFeedsOut() {
        PagesConnector connector = new PagesConnector();
        Map<String, String> properties = new HashMap<>(rig.properties());
        properties.put("pages", "http://a/,http://b/,http://c/");
        connector.start(properties);

        Set<String> dealt = connector.taskConfigs(2).stream()
                .map(config -> config.get("task.feeds"))
                .collect(Collectors.toSet());

        assertThat(dealt).containsExactlyInAnyOrder("http://a/\nhttp://c/", "http://b/");
    }

    @Test
    void waitsLongerAfterEachFailureAndTellsEachTime() throws InterruptedException {
        source.on("/a", FakeSource.status(500));
        PollingTask task = rig.started();
        for (int failure = 1; failure <= 4; failure++) {
            assertThat(rig.status(rig.run(task)).getError()).startsWith("server-error");
            Duration half = Duration.ofMillis(5000L << (failure - 1)).dividedBy(2);
            rig.clock().advance(half.minusMillis(1));
            assertThat(task.poll()).isNull();
            rig.clock().advance(half.plusMillis(1));
        }
        assertThat(source.asked("/a")).hasSize(4);
        task.stop();
    }

    @Test
    void keepsWhatAStepFoundWhileTheRegistryIsAway() throws InterruptedException {
        source.on("/a", FakeSource.body("text/plain", "a"));
        rig.with("schema.registry.url", "http://127.0.0.1:1");
        PollingTask task = rig.started();

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(RetriableException.class).isThrownBy(() -> {
                while (true) {
                    assertThat(task.poll()).isNull();
                }
            });
        }

        assertThat(source.asked("/a")).hasSize(1);
        task.stop();
    }

    @Test
    void refusesAnOffsetThatMakesNoSense() {
        rig.store(new SourceRecord(
                Map.of("feed", source.url("/a")), Map.of("version", 1L, "etag", 7L), "t", null, null, null, null));

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(rig::started)
                .withMessageContaining(source.url("/a"))
                .withStackTraceContaining("'etag' is 7");
    }

    @Test
    void refusesToLeaveTheOutsideWorldBehindAProxyToo() throws InterruptedException {
        rig.with("pages", "http://feed.invalid/a")
                .with("http.proxy.url", source.url(""))
                .with("allow.private.addresses", "false");
        source.on("/a", FakeSource.body("text/plain", "through the proxy"));
        assertThat(rig.article(rig.run().get(0)).getText()).isEqualTo("through the proxy");

        source.on("/a", FakeSource.redirect("http://10.0.0.1/secrets"));

        assertThat(rig.status(rig.run()).getError())
                .startsWith("refused-address")
                .contains("10.0.0.1");
        assertThat(source.asked("/secrets")).isEmpty();
    }
}
