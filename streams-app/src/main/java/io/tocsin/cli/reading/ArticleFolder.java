package io.tocsin.cli.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.incident.Source;
import io.tocsin.news.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of texts, with an index {@code articles.json} that says of each where, by whom and when it was published:
 * {@code [{"file": "a.txt", "url": "https://…", "publisher": "The Daily", "published": "2021-05-05"}]}. Entries may hold
 * more; it is not looked at.
 */
public final class ArticleFolder {

    /** The name of the index. */
    public static final String INDEX = "articles.json";

    /** How often what an article says holds, where nobody says so. */
    static final double RELIABILITY = 0.5;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final Path index;

    private ArticleFolder(Path folder) {
        this.folder = folder;
        this.index = folder.resolve(INDEX);
    }

    /** What the index says of a file. */
    record Entry(String url, String publisher, Instant published) {

        Source source() {
            return new Source(publisher, Source.Kind.NEWS, RELIABILITY);
        }
    }

    /**
     * The articles of the index, in its order. The source of each is called as its publisher.
     *
     * @throws CommandFailure naming file and field of the first entry that is wrong
     */
    public static List<Article> read(Path folder) {
        return new ArticleFolder(folder).articles();
    }

    /** What the index beside the file says of it; empty where there is no such index, or it does not name the file. */
    static Optional<Entry> entryOf(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        ArticleFolder of = new ArticleFolder(folder);
        if (!Files.isRegularFile(of.index)) {
            return Optional.empty();
        }
        JsonNode entries = of.entries();
        for (int at = 0; at < entries.size(); at++) {
            if (entries.get(at).path("file").asText().equals(String.valueOf(file.getFileName()))) {
                return Optional.of(of.entry(entries.get(at), at));
            }
        }
        return Optional.empty();
    }

    private List<Article> articles() {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.no(folder + " is no folder; give one that holds texts and their " + INDEX);
        }
        JsonNode entries = entries();
        if (entries.isEmpty()) {
            throw CommandFailure.no(index + " names no article");
        }
        List<Article> articles = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            articles.add(article(entries.get(at), at));
        }
        return articles;
    }

    private JsonNode entries() {
        try {
            JsonNode entries = MAPPER.readTree(Given.bytes(index));
            if (!entries.isArray()) {
                throw CommandFailure.no(index + " is no list of entries with file, url, publisher and published");
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw CommandFailure.no(
                    index + " is no JSON: line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw CommandFailure.no(index + " cannot be read: " + e.getMessage());
        }
    }

    private Article article(JsonNode node, int at) {
        Entry entry = entry(node, at);
        Path file = file(node, at);
        byte[] content = Given.bytes(file);
        ArticleText text = ArticleText.isPage(file.toString(), content)
                ? ArticleText.ofPage(content, Optional.empty(), Given.NOWHERE, file.toString())
                : ArticleText.ofPlain(content, file.toString());
        return new Article(
                entry.url(),
                entry.source(),
                text.title(),
                text.text(),
                text.language(),
                entry.published(),
                Optional.empty());
    }

    private Entry entry(JsonNode entry, int at) {
        String published = text(entry, at, "published");
        return new Entry(
                text(entry, at, "url"),
                text(entry, at, "publisher"),
                PublicationDate.parse(published)
                        .orElseThrow(
                                () -> wrong(at, "published", "\"" + published + "\" is not " + PublicationDate.FORMS)));
    }

    /** The file, which must lie within the folder wherever links lead: an index may come from somebody else. */
    private Path file(JsonNode entry, int at) {
        String name = text(entry, at, "file");
        try {
            Path real = folder.resolve(name).toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw wrong(at, "file", "\"" + name + "\" leads out of the folder; move the text into it");
            }
            if (!Files.isRegularFile(real)) {
                throw wrong(at, "file", "\"" + name + "\" is no file");
            }
            return real;
        } catch (IOException | InvalidPathException e) {
            throw wrong(at, "file", "\"" + name + "\" is no file that can be read; check its name and permissions");
        }
    }

    private String text(JsonNode entry, int at, String field) {
        JsonNode value = entry.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw wrong(at, field, "is missing, or no text");
        }
        return value.asText();
    }

    private CommandFailure wrong(int at, String field, String why) {
        return CommandFailure.no(index + ": entry " + (at + 1) + ": " + field + ": " + why);
    }
}
