package io.tocsin.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.incident.Source;
import io.tocsin.news.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFolderTest {

    private static final String GOOD =
            "{\"file\": \"a.txt\", \"url\": \"urn:a\", \"publisher\": \"The Daily\", \"published\": \"2021-05-05\"}";

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void texts() throws IOException {
        folder = Files.createDirectory(parent.resolve("articles"));
        Files.writeString(folder.resolve("a.txt"), "Title\nText.");
        Files.writeString(folder.resolve("b.txt"), "Other\nText.");
        Files.writeString(parent.resolve("outside.txt"), "Secret");
    }

    @Test
    void holdsItsArticlesInTheOrderOfTheIndex() throws IOException {
        index("[" + GOOD.replace("a.txt", "b.txt").replace("urn:a", "urn:b") + "," + GOOD + "]");

        List<Article> articles = ArticleFolder.read(folder);

        assertThat(articles).extracting(Article::url).containsExactly("urn:b", "urn:a");
        Article article = articles.get(1);
        assertThat(article.title()).contains("Title");
        assertThat(article.text()).isEqualTo("Text.");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2021-05-05T12:00:00Z"));
        assertThat(article.source().id()).isEqualTo("The Daily");
        assertThat(article.source().kind()).isEqualTo(Source.Kind.NEWS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.txt;../outside.txt;file;leads out of the folder",
                "a.txt;link.txt;file;leads out of the folder",
                "a.txt;none.txt;file;is no file that can be read",
                "a.txt;.;file;is no file",
                "2021-05-05;yesterday;published;\"yesterday\" is not a date such as",
                "2021-05-05;2021-05-05T10:00:00;published;is not a date such as",
                "The Daily;' ';publisher;is missing, or no text",
                "\"urn:a\";7;url;is missing, or no text"
            })
    void aWrongEntryIsToldWithItsFileAndField(String right, String wrong, String field, String why) throws IOException {
        Files.createSymbolicLink(folder.resolve("link.txt"), parent.resolve("outside.txt"));
        index("[" + GOOD.replace("urn:a", "urn:b") + "," + GOOD.replace(right, wrong) + "]");

        assertThatThrownBy(() -> ArticleFolder.read(folder))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO))
                .hasMessageStartingWith(folder.resolve("articles.json") + ": entry ")
                .hasMessageContaining(": " + field + ": ")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{};is no list of entries", "[;is no JSON: line 1", "[];names no article"})
    void aWrongIndexIsTold(String index, String why) throws IOException {
        index(index);

        assertThatThrownBy(() -> ArticleFolder.read(folder))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith(folder.resolve("articles.json") + " ")
                .hasMessageContaining(why);
    }

    @Test
    void aFolderWithoutAnIndexIsTold() {
        assertThatThrownBy(() -> ArticleFolder.read(folder))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("articles.json is no file that can be read");
        assertThatThrownBy(() -> ArticleFolder.read(parent.resolve("none")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("none is no folder");
    }

    private void index(String content) throws IOException {
        Files.writeString(folder.resolve(ArticleFolder.INDEX), content);
    }
}
