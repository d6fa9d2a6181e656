package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.CapMessage.Info;
import io.tocsin.connectors.cap.IndexEntry.Hints;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which alerts speak of security: those of certain CAP categories, and those whose event or headline has certain words in it. */
final class CapFilter {

    private final Set<String> categories;
    private final Words words;

    CapFilter(List<String> categories, List<String> words) {
        this.categories = categories.stream()
                .map(category -> category.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.words = new Words(words);
    }

    boolean passes(Info info) {
        return passes(info.categories(), info.title());
    }

    /** Whether what the index says of an alert rules it out. */
    boolean rulesOut(Hints hints) {
        return !hints.categories().isEmpty() && !passes(hints.categories(), hints.title());
    }

    private boolean passes(List<String> given, String title) {
        boolean categorized =
                given.stream().anyMatch(category -> categories.contains(category.toLowerCase(Locale.ROOT)));
        return categorized || words.anyIn(title);
    }
}
