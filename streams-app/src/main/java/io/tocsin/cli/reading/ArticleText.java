package io.tocsin.cli.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.connectors.news.Page;
import io.tocsin.connectors.news.PageReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of some bytes is the article: of a page the main text, of a plain text the first line as its title and the rest.
 *
 * @param address where the page says that it is found; empty for a plain text
 * @param published what the page says
 */
record ArticleText(
        Optional<URI> address,
        Optional<String> title,
        String text,
        Optional<String> language,
        Optional<Instant> published) {

    /** No file, page or standard input may be longer. */
    static final int MOST_BYTES = 4 << 20;

    private static final Duration READING = Duration.ofSeconds(20);
    private static final int LONGEST_TITLE = 300;
    private static final Pattern PAGE_NAME = Pattern.compile(".*\\.x?html?", Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AT = 1_000;
    private static final Pattern PAGE = Pattern.compile("<(!doctype html|html|head|body)[\\s>].*", Pattern.DOTALL);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Whether a file of that name that begins so is a page. */
    static boolean isPage(String name, byte[] content) {
        String begin = new String(content, 0, Math.min(content.length, LOOKED_AT), UTF_8);
        return PAGE_NAME.matcher(name).matches()
                || PAGE.matcher(begin.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT))
                        .matches();
    }

    /**
     * The article on a page.
     *
     * @param found where, an address with a host
     * @param name of the page, for messages
     */
    static ArticleText ofPage(byte[] content, Optional<Charset> charset, URI found, String name) {
        try {
            Page page = PageReader.within(MOST_BYTES, READING)
                    .read(content, charset, found)
                    .filter(read -> !read.text().isBlank())
                    .orElseThrow(() -> CommandFailure.no(name + " has no main text that can be found within "
                            + READING.toSeconds() + " s; save its text to a file and give that"));
            return new ArticleText(
                    Optional.of(page.address()), page.title(), page.text(), page.language(), page.published());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted while " + name + " was read", e);
        }
    }

    /** The article in a plain text, UTF-8; what is none is replaced. */
    static ArticleText ofPlain(byte[] content, String name) {
        String all = new String(content, UTF_8)
                .replace(BYTE_ORDER_MARK, "")
                .replace("\r\n", "\n")
                .strip();
        if (all.isEmpty()) {
            throw CommandFailure.no(name + " is empty; there is nothing to read");
        }
        int end = all.indexOf('\n');
        boolean titled = end > 0 && end <= LONGEST_TITLE;
        return new ArticleText(
                Optional.empty(),
                titled ? Optional.of(all.substring(0, end).strip()) : Optional.empty(),
                titled ? all.substring(end).strip() : all,
                Optional.empty(),
                Optional.empty());
    }
}
