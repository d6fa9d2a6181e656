package io.tocsin.cli.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.news.Article;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an article comes from, and how its date is known. */
class GivenTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);
    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Rockets hit a base</title>
            <meta property="article:published_time" content="2021-05-04T06:00:00Z"></head>
            <body><nav><a href="/">Home</a></nav><article><h1>Rockets hit a base</h1>
            <p>Rockets hit a base on Sunday night, said the army, and nobody was hurt in the attack, which came late.</p>
            <p>It was the second attack on that base in a week, and the third one in the province, officials said.</p>
            <script>alert(1)</script></article></body></html>
            """;
    private static final String INDEX = """
            [{"file": "a.txt", "url": "https://daily.example/a", "publisher": "The Daily", "published": "2021-05-05"}]
            """;

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void thePlainTextsFirstLineIsItsTitle() throws IOException {
        Article article = read(file("a.txt", "\uFEFFRockets hit a base\r\n\r\nOn Sunday.\r\nAt night.\n"));

        assertThat(article.title()).contains("Rockets hit a base");
        assertThat(article.text()).isEqualTo("On Sunday.\nAt night.");
        assertThat(article.url()).startsWith("file:").endsWith("/a.txt");
    }

    @Test
    void aTextOfOneLineHasNoTitle() throws IOException {
        Article article = read(file("a.txt", "Rockets hit a base."));

        assertThat(article.title()).isEmpty();
        assertThat(article.text()).isEqualTo("Rockets hit a base.");
    }

    @Test
    void ofAPageTheMainTextItsTitleAndItsDateAreTaken() throws IOException {
        for (String name : List.of("a.html", "a.txt")) {
            Article article = read(file(name, PAGE));

            assertThat(article.title()).contains("Rockets hit a base");
            assertThat(article.text())
                    .contains("on Sunday night")
                    .doesNotContain("Home")
                    .doesNotContain("alert");
            assertThat(article.publishedAt()).isEqualTo(Instant.parse("2021-05-04T06:00:00Z"));
            assertThat(article.language()).contains("en");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void theIndexBesideAFileSaysWhereByWhomAndWhen() throws IOException {
        file(ArticleFolder.INDEX, INDEX);

        Article article = read(file("a.txt", "Nothing."));

        assertThat(article.url()).isEqualTo("https://daily.example/a");
        assertThat(article.source().id()).isEqualTo("The Daily");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2021-05-05T12:00:00Z"));
        assertThat(told).isEmpty();
        assertThat(read(file("b.txt", "Nothing.")).source().id()).isEqualTo("read");
    }

    @Test
    void whatTheUserSaysWins() throws IOException {
        file(ArticleFolder.INDEX, INDEX);
        Given given =
                new Given(PublicationDate.parse("2020-01-01T03:00:00+03:00"), Optional.of("Desk"), false, told::add);

        Article article = given.read(file("a.txt", "Nothing."), InputStream.nullInputStream(), CLOCK);

        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(article.source().id()).isEqualTo("Desk");
    }

    @Test
    void withoutAnyDateItIsTodayAndThatIsSaid() {
        Article article =
                given(false).read(Given.STANDARD_INPUT, new ByteArrayInputStream("Nothing.".getBytes(UTF_8)), CLOCK);

        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(told).singleElement().asString().contains("2026-11-22", "--published");
    }

    @Test
    void whatIsNotThereOrEmptyOrTooLongIsRefused() throws IOException {
        assertThatThrownBy(() -> read(folder.resolve("none").toString()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("none is no file that can be read");
        String empty = file("empty.txt", " \n ");
        assertThatThrownBy(() -> read(empty)).isInstanceOf(CommandFailure.class).hasMessageContaining("is empty");
        String page = file("empty.html", "<html></html>");
        assertThatThrownBy(() -> read(page)).isInstanceOf(CommandFailure.class).hasMessageContaining("no main text");
        assertThatThrownBy(() -> given(false).read(Given.STANDARD_INPUT, new Endless(), CLOCK))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("the standard input is longer than 4194304 bytes");
    }

    @Test
    void aPageOfOnesOwnNetworkIsFetchedOnlyIfThatIsMeant() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/a", exchange -> {
            byte[] page = PAGE.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            String site = "http://127.0.0.1:" + server.getAddress().getPort();
            String url = site + "/a";
            assertThatThrownBy(() -> read(url))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("no public address")
                    .hasMessageContaining("--allow-private");

            Article article = given(true).read(url, InputStream.nullInputStream(), CLOCK);

            assertThat(article.url()).isEqualTo(url);
            assertThat(article.source().id()).isEqualTo("127.0.0.1");
            assertThat(article.publishedAt()).isEqualTo(Instant.parse("2021-05-04T06:00:00Z"));
            assertThatThrownBy(() -> given(true).read(site + "/b", InputStream.nullInputStream(), CLOCK))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("not-found");
        } finally {
            server.stop(0);
        }
    }

    private Article read(String what) {
        return given(false).read(what, InputStream.nullInputStream(), CLOCK);
    }

    private Given given(boolean privateAllowed) {
        return new Given(Optional.empty(), Optional.empty(), privateAllowed, told::add);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    /** A stream that never ends. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'a';
        }
    }
}
