package io.tocsin.connectors.news;

import io.tocsin.connectors.polling.Cursor;
import io.tocsin.connectors.polling.OffsetEntries;
import io.tocsin.connectors.web.Validators;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a feed has been published.
 *
 * @param validators of the feed as it was read to its end
 */
record NewsCursor(Validators validators, Known known) implements Cursor {

    static final NewsCursor START = new NewsCursor(Validators.NONE, Known.NOTHING);

    private static final String KNOWN = "known";

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>(validators.toMap());
        map.put(KNOWN, known.toText());
        return map;
    }

    static NewsCursor fromMap(OffsetEntries entries) {
        return new NewsCursor(
                Validators.fromMap(entries::text),
                Known.parse(entries.text(KNOWN).orElse("")));
    }
}
