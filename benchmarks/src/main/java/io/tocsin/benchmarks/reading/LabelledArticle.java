package io.tocsin.benchmarks.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text, and what a person takes from it.
 *
 * @param publishedAt noon UTC where only the day is known, which is that day nearly everywhere
 * @param follows url of the article whose attack this one tells again
 * @param credits authorities behind the whole text
 * @param must incidents that it reports
 * @param may what it is no mistake to read, and none to leave out
 * @param never statements that look like incidents and are not
 */
record LabelledArticle(
        String file,
        String url,
        String publisher,
        Instant publishedAt,
        String text,
        Optional<Kind> kind,
        Optional<String> follows,
        List<String> credits,
        List<Label> must,
        List<Label> may,
        List<String> never) {}
