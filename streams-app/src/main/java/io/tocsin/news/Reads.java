package io.tocsin.news;

/** Reads articles. Must answer the same for the same article, whatever was read before, and be safe for many threads. */
@FunctionalInterface
public interface Reads {

    /** What the article says. */
    Reading read(Article article);
}
