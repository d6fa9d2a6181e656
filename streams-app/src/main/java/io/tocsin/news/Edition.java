package io.tocsin.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest text of an article that was read, as far as it is remembered.
 *
 * @param digest of the text, to know it again
 * @param numbers how many numbers have been given to reports of the article
 * @param standing the reports that stand, by their numbers
 */
public record Edition(
        Instant publishedAt, Optional<Instant> fetchedAt, String digest, int numbers, List<Standing> standing) {

    public Edition {
        standing = List.copyOf(standing);
    }

    /** Whether the article was published before; of two of one time, whether it was fetched before. */
    boolean isNewerThan(Article article) {
        if (!publishedAt.equals(article.publishedAt())) {
            return publishedAt.isAfter(article.publishedAt());
        }
        return fetchedAt.isPresent()
                && article.fetchedAt().filter(fetchedAt.get()::isAfter).isPresent();
    }

    Edition fetched(Optional<Instant> again) {
        return new Edition(publishedAt, again.or(() -> fetchedAt), digest, numbers, standing);
    }
}
