package io.tocsin.cli.reading;

import io.tocsin.cli.reading.ArticleFolder.Entry;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import io.tocsin.connectors.web.WebSettings;
import io.tocsin.incident.Source;
import io.tocsin.news.Article;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An article that is given as a file, an address of the web or the standard input.
 *
 * @param published when, where the user says so
 * @param source who, where the user says so
 * @param privateAllowed whether an address may lie in the own network
 * @param told is told what had to be assumed
 */
public record Given(
        Optional<Instant> published, Optional<String> source, boolean privateAllowed, Consumer<String> told) {

    /** The name of the standard input. */
    public static final String STANDARD_INPUT = "-";

    /** What stands for the place of a page that was not found on the web. */
    static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    private static final String NAMELESS = "read";
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration READING = Duration.ofSeconds(20);
    private static final Duration TOTAL = Duration.ofSeconds(60);
    private static final int REDIRECTS = 5;

    /**
     * The article.
     *
     * @param input the standard input
     * @throws CommandFailure if there is none, or it is too long; the message says what to do
     */
    public Article read(String what, InputStream input, Clock clock) {
        if (what.startsWith("http://") || what.startsWith("https://")) {
            return ofPage(what, clock);
        }
        if (what.equals(STANDARD_INPUT)) {
            byte[] content = bounded("the standard input", input);
            return article("urn:tocsin:stdin", text("the standard input", content), Optional.empty(), clock);
        }
        Path file = file(what);
        Optional<Entry> entry = ArticleFolder.entryOf(file);
        String url = entry.map(Entry::url).orElseGet(() -> file.toUri().toString());
        return article(url, text(file.toString(), bytes(file)), entry, clock);
    }

    private Article ofPage(String url, Clock clock) {
        Response answer = fetched(url, clock);
        ArticleText text = ArticleText.ofPage(answer.body(), answer.charset(), answer.address(), url);
        String address = text.address().orElse(answer.address()).toString();
        return article(address, text, Optional.empty(), clock);
    }

    private Article article(String url, ArticleText text, Optional<Entry> entry, Clock clock) {
        Optional<String> host = text.address()
                .filter(address -> !address.getHost().equals(NOWHERE.getHost()))
                .map(URI::getHost);
        String name =
                source.or(() -> entry.map(Entry::publisher)).or(() -> host).orElse(NAMELESS);
        return new Article(
                url,
                new Source(name, Source.Kind.NEWS, ArticleFolder.RELIABILITY),
                text.title(),
                text.text(),
                text.language(),
                published
                        .or(text::published)
                        .or(() -> entry.map(Entry::published))
                        .orElseGet(() -> today(clock)),
                Optional.empty());
    }

    private Instant today(Clock clock) {
        Instant today = PublicationDate.midday(clock.instant());
        told.accept("when it was published is not known; days are counted from today, " + today
                + "; give --published if it was another day");
        return today;
    }

    private static ArticleText text(String name, byte[] content) {
        return ArticleText.isPage(name, content)
                ? ArticleText.ofPage(content, Optional.empty(), NOWHERE, name)
                : ArticleText.ofPlain(content, name);
    }

    private static Path file(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw noFile(name);
        }
    }

    /** All of a file, if it is not too long. */
    static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw noFile(file.toString());
        }
        try (InputStream content = Files.newInputStream(file)) {
            return bounded(file.toString(), content);
        } catch (IOException e) {
            throw CommandFailure.no(file + " cannot be read: " + e.getMessage());
        }
    }

    private static CommandFailure noFile(String name) {
        return CommandFailure.no(name + " is no file that can be read; check its name and permissions");
    }

    private static byte[] bounded(String name, InputStream content) {
        try {
            byte[] bytes = content.readNBytes(ArticleText.MOST_BYTES + 1);
            if (bytes.length > ArticleText.MOST_BYTES) {
                throw CommandFailure.no(
                        name + " is longer than " + ArticleText.MOST_BYTES + " bytes, which no article is; cut it");
            }
            return bytes;
        } catch (IOException e) {
            throw CommandFailure.no(name + " cannot be read: " + e.getMessage());
        }
    }

    private Response fetched(String url, Clock clock) {
        try (Web web = new Web(settings(), clock)) {
            return web.ask(Request.get(new URI(url)).accepting("text/html", "application/xhtml+xml"));
        } catch (URISyntaxException e) {
            throw CommandFailure.no(url + " is no address: " + e.getReason());
        } catch (SourceFault e) {
            throw CommandFailure.no(
                    e.kind() == Kind.REFUSED_ADDRESS && !privateAllowed
                            ? url
                                    + " is, or leads to, no public address of the web; give --allow-private if one of your"
                                    + " own network is meant"
                            : e.getMessage());
        }
    }

    private WebSettings settings() {
        return new WebSettings(
                "Tocsin",
                CONNECTING,
                READING,
                TOTAL,
                ArticleText.MOST_BYTES,
                ArticleText.MOST_BYTES,
                REDIRECTS,
                privateAllowed,
                Optional.empty(),
                Optional.empty());
    }
}
