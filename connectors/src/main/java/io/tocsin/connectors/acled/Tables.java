package io.tocsin.connectors.acled;

import io.tocsin.connectors.mapping.TableFile;
import java.util.List;

/** The tables that come with this package. */
final class Tables {

    private Tables() {}

    /** The rows of a table below its header. */
    static List<String[]> rows(String file) {
        return TableFile.rows(Tables.class, file);
    }
}
