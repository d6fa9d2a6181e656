package io.tocsin.connectors.acled;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Category;
import io.tocsin.connectors.mapping.TableFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What ACLED's event types mean: {@code events.tsv}, which the documentation shows too. */
final class EventTable {

    private static final Map<String, Meaning> MEANINGS = new HashMap<>();

    /** A sub-event type that came after this table. */
    private static final Meaning UNHEARD_OF = new Meaning(Category.UNKNOWN, Optional.empty(), true);

    static {
        for (String[] row : TableFile.rows(EventTable.class, "events.tsv")) {
            MEANINGS.put(
                    key(row[0], row[1]),
                    new Meaning(Category.valueOf(symbol(row[2])), attribution(row[3]), row[4].equals("yes")));
        }
    }

    /**
     * @param category what kind of attack it is
     * @param firstActor how firmly actor1 is named as who did it; nothing where it is not
     * @param violence whether there was any; what had none is no attack
     */
    record Meaning(Category category, Optional<Attribution> firstActor, boolean violence) {}

    private EventTable() {}

    static Meaning of(String eventType, String subEventType) {
        return MEANINGS.getOrDefault(key(eventType, subEventType), UNHEARD_OF);
    }

    private static Optional<Attribution> attribution(String cell) {
        return cell.equals("none") ? Optional.empty() : Optional.of(Attribution.valueOf(symbol(cell)));
    }

    private static String key(String eventType, String subEventType) {
        return (eventType + "\t" + subEventType).toLowerCase(Locale.ROOT);
    }

    private static String symbol(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
