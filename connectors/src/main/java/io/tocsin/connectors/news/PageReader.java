package io.tocsin.connectors.news;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the page of an article within bounds of length, depth, number and time. */
public final class PageReader {

    private static final int MOST_ELEMENTS = 30_000;

    private final MainText mainText;
    private final int longest;
    private final TimeLimit limit;

    /**
     * @param longest how many bytes of a page are read; what comes after them is not looked at
     * @param time how long reading may take
     */
    PageReader(MainText mainText, int longest, Duration time) {
        this.mainText = mainText;
        this.longest = longest;
        this.limit = new TimeLimit(time);
    }

    /**
     * Reads pages as browsers' reader view shows them.
     *
     * @param longest how many bytes of a page are read; what comes after them is not looked at
     * @param time how long reading may take
     */
    public static PageReader within(int longest, Duration time) {
        return new PageReader(new Readability(), longest, time);
    }

    /**
     * What the page says; nothing where it took too long, or has more elements than any.
     *
     * @param charset what the answer said; else the page tells
     * @param found where the page was found, an address with a host
     */
    public Optional<Page> read(byte[] body, Optional<Charset> charset, URI found) throws InterruptedException {
        return limit.within(() -> page(body, charset, found)).flatMap(page -> page);
    }

    private Optional<Page> page(byte[] body, Optional<Charset> charset, URI found) throws IOException {
        try (InputStream bytes = new ByteArrayInputStream(Arrays.copyOf(body, Math.min(body.length, longest)))) {
            Document page =
                    Jsoup.parse(bytes, charset.map(Charset::name).orElse(null), found.toString(), Html.parser());
            if (page.getAllElements().size() > MOST_ELEMENTS) {
                return Optional.empty();
            }
            URI address = PageFacts.address(page, found);
            Optional<String> title = PageFacts.title(page);
            Optional<String> language = PageFacts.language(page);
            Optional<Instant> published = PageFacts.published(page);
            // last, because it takes the page apart
            String text = mainText.of(page);
            return Optional.of(new Page(address, title, text, language, published));
        }
    }
}
