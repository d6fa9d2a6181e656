package io.tocsin.connectors.gdelt;

import io.tocsin.avro.Category;
import io.tocsin.connectors.mapping.TableFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which CAMEO codes are attacks, and of what kind: {@code codes.tsv}, which the documentation shows too. */
final class AttackCodes {

    private static final Set<String> ROOTS = Set.of("18", "19", "20");
    private static final String LEFT_OUT = "left-out";
    private static final Map<String, Optional<Category>> CATEGORIES = new HashMap<>();

    static {
        for (String[] row : TableFile.rows(AttackCodes.class, "codes.tsv")) {
            CATEGORIES.put(row[0], category(row[2]));
        }
    }

    private AttackCodes() {}

    private static Optional<Category> category(String cell) {
        return cell.equals(LEFT_OUT)
                ? Optional.empty()
                : Optional.of(Category.valueOf(cell.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** What kind of attack a row is; nothing where it is none. A code that came after the table means what the one above it means. */
    static Optional<Category> category(EventRow row) {
        if (!ROOTS.contains(row.root())) {
            return Optional.empty();
        }
        for (int length = row.code().length(); length > 2; length--) {
            Optional<Category> known = CATEGORIES.get(row.code().substring(0, length));
            if (known != null) {
                return known;
            }
        }
        return Optional.of(Category.UNKNOWN);
    }

    /** Whether a category says what kind of attack it was. */
    static boolean specific(Category category) {
        return category != Category.UNKNOWN && category != Category.OTHER;
    }
}
