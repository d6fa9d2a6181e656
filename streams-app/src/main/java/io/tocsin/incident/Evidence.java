package io.tocsin.incident;

import java.util.Optional;

/** What a statement rests on: the quoted sentence, and where it can be read. */
public record Evidence(Optional<String> quote, Optional<String> url) {

    public Evidence {
        quote.ifPresent(q -> Limits.text("evidence.quote", q, Limits.QUOTE));
        url.ifPresent(u -> Limits.text("evidence.url", u, Limits.URL));
    }
}
