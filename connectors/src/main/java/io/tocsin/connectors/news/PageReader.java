package io.tocsin.connectors.news;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the page of an article within bounds of length, depth, number and time. */
final class PageReader {

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

    /** What the page says; nothing where it took too long, or has more elements than any. */
    Optional<Page> read(byte[] body, Optional<Charset> charset, URI found) {
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
            Page known =
                    new Page(address, PageFacts.title(page), "", PageFacts.language(page), PageFacts.published(page));
            return Optional.of(
                    new Page(address, known.title(), mainText.of(page), known.language(), known.published()));
        }
    }
}
