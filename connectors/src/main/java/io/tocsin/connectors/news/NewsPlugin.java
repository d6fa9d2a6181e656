package io.tocsin.connectors.news;

import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.connectors.polling.Feed;
import io.tocsin.connectors.polling.Plugin;
import io.tocsin.connectors.polling.PollingConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings of news feeds, one list, and the feeds. */
final class NewsPlugin implements Plugin {

    static final String FEEDS = "news.feeds";
    static final String RELIABILITY = "news.reliability";
    static final String WHOLE_FROM = "news.text.whole.chars";
    static final String LONGEST_PAGE = "news.page.max.bytes";
    static final String PAGE_TIME = "news.page.timeout.ms";

    private static final String GROUP = "News";
    private static final double USUAL_RELIABILITY = 0.5;

    @Override
    public String name() {
        return "news";
    }

    @Override
    public Duration usualInterval() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration usualSilence() {
        return Duration.ofDays(2);
    }

    @Override
    public List<Feed<?>> feeds(PollingConfig config, Clock clock) {
        PageReader reader = new PageReader(
                new Readability(), config.getInt(LONGEST_PAGE), Duration.ofMillis(config.getLong(PAGE_TIME)));
        List<Feed<?>> feeds = new ArrayList<>();
        for (SourceEntry entry : SourceList.parse(FEEDS, config.getString(FEEDS), config.getDouble(RELIABILITY))) {
            Source source = new Source(entry.source(), SourceKind.NEWS, entry.reliability());
            Articles articles = new Articles(source, entry.language(), clock);
            NewsEntries entries = new NewsEntries(entry, config.getInt(WHOLE_FROM), new Pages(reader), articles);
            feeds.add(new NewsFeed(entry, config.interval(), config.expectedInterval(), entries));
        }
        return feeds;
    }

    @Override
    public ConfigDef settings() {
        return new ConfigDef()
                .define(
                        FEEDS,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                NewsPlugin::requireFeeds, () -> "a list of feeds in JSON or YAML"),
                        Importance.HIGH,
                        "The feeds, a list in JSON or YAML. Each has a name, unique in the connector, and a url; if wanted source "
                                + "(the publisher's id; the name), reliability, language, interval and expected-interval (such as "
                                + "90s, 10m, 6h, 2d), and text (auto, feed or page).",
                        GROUP,
                        1,
                        Width.LONG,
                        "Feeds")
                .define(
                        RELIABILITY,
                        ConfigDef.Type.DOUBLE,
                        USUAL_RELIABILITY,
                        ConfigDef.Range.between(0, 1),
                        Importance.MEDIUM,
                        "How often what a feed says holds, 0 to 1, where the list does not say so.",
                        GROUP,
                        2,
                        Width.SHORT,
                        "Reliability")
                .define(
                        WHOLE_FROM,
                        ConfigDef.Type.INT,
                        1_000,
                        ConfigDef.Range.between(1, Articles.LONGEST_TEXT),
                        Importance.MEDIUM,
                        "From how many characters on a feed's own text is taken for the whole article, and no page is asked for.",
                        GROUP,
                        3,
                        Width.SHORT,
                        "Whole from")
                .define(
                        LONGEST_PAGE,
                        ConfigDef.Type.INT,
                        1 << 20,
                        ConfigDef.Range.between(1_000, 16 << 20),
                        Importance.LOW,
                        "How much of a page is read; what comes after that is not looked at.",
                        GROUP,
                        4,
                        Width.SHORT,
                        "Longest page")
                .define(
                        PAGE_TIME,
                        ConfigDef.Type.LONG,
                        5_000L,
                        ConfigDef.Range.between(1, Duration.ofMinutes(5).toMillis()),
                        Importance.LOW,
                        "How long finding the main text of a page may take, in ms; after that the feed's own text has to do.",
                        GROUP,
                        5,
                        Width.SHORT,
                        "Page time-out");
    }

    private static void requireFeeds(String name, Object value) {
        SourceList.parse(name, (String) value, USUAL_RELIABILITY);
    }
}
