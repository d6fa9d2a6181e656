package io.tocsin.benchmarks.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Articles whose labels are written as in files. */
final class Labels {

    private Labels() {}

    /** An article of 5 May 2021 with these fields of {@code expected.json}, single quotes for double ones. */
    static LabelledArticle article(String fields) {
        try {
            Path folder = Files.createTempDirectory("labels");
            write(folder, fields);
            LabelledArticle article = ArticleFolder.read(folder).get(0);
            for (String name : new String[] {"a.txt", "articles.json", "expected.json"}) {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
            return article;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a folder of one such article. */
    static void write(Path folder, String fields) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "A text.\n");
        Files.writeString(
                folder.resolve("articles.json"),
                json("[{'file': 'a.txt', 'url': 'urn:a', 'publisher': 'press', 'published': '2021-05-05'}]"));
        Files.writeString(
                folder.resolve("expected.json"),
                json("[{'file': 'a.txt', 'publisher': 'press', 'published': '2021-05-05', " + fields + "}]"));
    }

    /** An incident with these fields. */
    static Label incident(String fields) {
        return article("'must': [{" + fields + "}]").must().get(0);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
