package io.tocsin.connectors.news;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A publisher with an RSS feed of teasers and a page for each article, changed by the test. */
final class FakeNews implements AutoCloseable {

    static final String FEED = "/feed.rss";
    static final String HTML = "text/html; charset=utf-8";
    static final String RSS = "application/rss+xml";

    private final FakeSource source = new FakeSource();
    private final Map<String, String> items = new LinkedHashMap<>();

    FakeNews() {
        source.on(FEED, (asked, exchange) -> {
            String feed = feed();
            FakeSource.unlessKnown("\"" + Objects.hash(feed) + "\"", FakeSource.body(RSS, feed))
                    .to(asked, exchange);
        });
    }

    void configure(PollingRig rig) {
        rig.with(NewsPlugin.FEEDS, "[{name: test, url: '%s'}]".formatted(source.url(FEED)));
    }

    FakeSource source() {
        return source;
    }

    /** An article with a teaser in the feed and its text on a page. */
    void put(String name, Instant published, String text) {
        item(name, published, "Teaser of " + name + " " + text.hashCode());
        page(name, html(name, text));
    }

    void item(String name, Instant published, String description) {
        items.put(name, """
                <item><title>Title of %s</title><link>%s</link><guid isPermaLink="false">%s</guid><pubDate>%s</pubDate>\
                <description>%s</description></item>
                """.formatted(
                        name,
                        source.url("/" + name),
                        name,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC)),
                        description));
    }

    void page(String name, String html) {
        source.on("/" + name, FakeSource.body(HTML, html));
    }

    void removeAll() {
        items.clear();
    }

    private String feed() {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title><link>http://x.example/</link>"
                + "<description>d</description><language>en-gb</language>" + String.join("", items.values())
                + "</channel></rss>";
    }

    /** A page with the text among menus and comments. */
    static String html(String name, String text) {
        return """
               <!DOCTYPE html><html><head><title>Title of %s - The Paper</title></head><body>
               <nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Sport</a></li></ul></nav>
               <article><h1>Title of %s</h1>%s</article>
               <div class="comments"><p>First!</p></div><footer>Copyright</footer></body></html>
               """.formatted(name, name, text);
    }

    /** A text in three paragraphs, long enough to be taken for one. */
    static String text(String subject) {
        return ("<p>" + subject + " was hit by rockets on Sunday night, officials said, as residents ran for cover. "
                        + "Two soldiers were wounded, and a warehouse burned until the morning, the army said.</p>"
                        + "<p>Nobody has claimed the attack so far, which was the third within three days in the province. "
                        + "The governor asked for help, and said that the road to the base would be closed for now.</p>"
                        + "<p>Witnesses counted six rockets, of which two fell short of the base and hit empty fields.</p>")
                .repeat(2);
    }

    @Override
    public void close() {
        source.close();
    }
}
