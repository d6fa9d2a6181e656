package io.tocsin.connectors.ucdp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cell {@code source_article}: {@code "AFP,2014-01-25,A headline";"Reuters,2014-01-26,Another"}. Older codings write as they
 * like, such as {@code r 25/2}; those name nobody.
 */
final class SourceArticles {

    private static final Pattern ARTICLE =
            Pattern.compile("(?:^|;)\\s*\"?\\s*([^\";,][^\";]*?),\\s*\\d{4}-\\d{2}-\\d{2}");

    private SourceArticles() {}

    /** The distinct offices that are named, in order. */
    static List<String> offices(String cell) {
        Matcher articles = ARTICLE.matcher(cell);
        return articles.results()
                .map(found -> found.group(1).strip())
                .distinct()
                .toList();
    }
}
