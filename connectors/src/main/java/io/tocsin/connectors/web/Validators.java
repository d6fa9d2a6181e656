package io.tocsin.connectors.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By what a source tells whether a document has changed: its ETag and Last-Modified, as given. Kept in the cursor of whoever asks
 * for the document again.
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

    /** Of a document that was never seen. */
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    private static final String ETAG = "etag";
    private static final String LAST_MODIFIED = "lastModified";

    /** Longer ones are no help: they would swell every offset. */
    private static final int LONGEST = 512;

    public Validators {
        etag = etag.filter(Validators::usable);
        lastModified = lastModified.filter(Validators::usable);
    }

    private static boolean usable(String value) {
        return value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** The entries of an offset that hold them; none where there are none. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>();
        etag.ifPresent(value -> map.put(ETAG, value));
        lastModified.ifPresent(value -> map.put(LAST_MODIFIED, value));
        return map;
    }

    /** Reads what {@link #toMap} writes, given a way to look an entry up. */
    public static Validators fromMap(java.util.function.Function<String, Optional<String>> entries) {
        return new Validators(entries.apply(ETAG), entries.apply(LAST_MODIFIED));
    }

    /** Whether there is anything to ask with. */
    boolean given() {
        return etag.isPresent() || lastModified.isPresent();
    }
}
