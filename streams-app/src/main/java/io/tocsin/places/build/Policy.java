package io.tocsin.places.build;

import java.util.Map;

/** Towns on disputed ground that GeoNames has under two countries, put under the one that docs/gazetteer.md names. */
final class Policy {

    private static final Map<String, String> WEST_BANK =
            Map.of("country", "PS", "admin1", "WE", "admin1_name", "West Bank", "admin2", "", "admin2_name", "");
    private static final Map<String, String> GOLAN =
            Map.of("country", "SY", "admin1", "03", "admin1_name", "Quneitra", "admin2", "", "admin2_name", "");

    private Policy() {}

    static Table.Row applied(Table.Row town) {
        if (!town.get("country").equals("IL")) {
            return town;
        }
        if (town.get("admin1_name").equals("Judea and Samaria Area")) {
            return with(WEST_BANK, town);
        }
        boolean onTheGolan = Double.parseDouble(town.get("lat")) > 32.69 && Double.parseDouble(town.get("lon")) > 35.66;
        return onTheGolan ? with(GOLAN, town) : town;
    }

    private static Table.Row with(Map<String, String> cells, Table.Row town) {
        return column -> cells.getOrDefault(column, town.get(column));
    }
}
