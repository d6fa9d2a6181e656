package io.tocsin.benchmarks;

import io.tocsin.benchmarks.reading.LongArticles;
import io.tocsin.news.Article;
import io.tocsin.news.ArticleReader;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A JVM that starts a reader, reads, and says how long each took and what it keeps. */
final class ReaderProcess {

    static final String GAZETTEER = "gazetteer-ms";
    static final String READER = "reader-ms";
    static final String FIRST = "first-article-ms";
    static final String GAZETTEER_MEMORY = "gazetteer-kib";
    static final String READER_MEMORY = "reader-kib";
    static final String LATER_MEMORY = "after-reading-kib";

    private ReaderProcess() {}

    public static void main(String[] arguments) throws IOException {
        List<Article> articles = LongArticles.of(Path.of(arguments[0]));
        long empty = usedKib();
        long begun = System.nanoTime();
        Gazetteer gazetteer = Gazetteer.load(Optional.empty());
        GazetteerPlacing placing = new GazetteerPlacing(gazetteer);
        long loaded = System.nanoTime();
        long places = usedKib();
        long opened = System.nanoTime();
        ArticleReader reader = ArticleReader.with(gazetteer, placing);
        long ready = System.nanoTime();
        reader.read(articles.get(0));
        long read = System.nanoTime();
        long words = usedKib();
        articles.forEach(reader::read);
        say(GAZETTEER, (loaded - begun) / 1_000_000);
        say(READER, (ready - opened) / 1_000_000);
        say(FIRST, (read - ready) / 1_000_000);
        say(GAZETTEER_MEMORY, places - empty);
        say(READER_MEMORY, words - places);
        say(LATER_MEMORY, usedKib() - words);
        reader.read(articles.get(0));
    }

    private static void say(String what, long value) {
        System.out.println(what + " " + value);
    }

    private static long usedKib() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1024;
    }
}
