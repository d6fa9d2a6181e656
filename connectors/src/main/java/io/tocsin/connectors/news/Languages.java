package io.tocsin.connectors.news;

import java.util.Locale;
import java.util.Optional;

/** Languages as BCP 47 writes them. */
final class Languages {

    private Languages() {}

    /** The tag in its usual spelling; nothing where it names no language. */
    static Optional<String> tag(String given) {
        Locale locale = Locale.forLanguageTag(given.strip().replace('_', '-'));
        return locale.getLanguage().matches("[a-z]{2,3}")
                        && !locale.getLanguage().equals("und")
                ? Optional.of(locale.toLanguageTag())
                : Optional.empty();
    }
}
