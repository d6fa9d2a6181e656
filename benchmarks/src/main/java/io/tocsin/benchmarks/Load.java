package io.tocsin.benchmarks;

import io.tocsin.avro.Report;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** What a contestant is given to do: rules and reports. */
enum Load {
    /** One rule per site, and one database that never reports an incident twice: nothing to match. */
    ONE_DATABASE {
        @Override
        String rules() {
            return """
                    - id: three-in-three-days
                      title: Three attacks in three days
                      per: site
                      within: 3d
                      levels: [{severity: watch, incidents: 3}]
                      quiet: 3d
                    """;
        }

        @Override
        Iterator<Report> reports(int number, long seed) {
            return new History(number, seed);
        }
    },
    /** Twenty rules over five kinds of scope, and three sources that tell of the same incidents, and repeat themselves. */
    THREE_SOURCES {
        @Override
        String rules() {
            StringBuilder rules = new StringBuilder();
            for (Watched watched : WATCHED) {
                for (String match : MATCHES) {
                    rules.append(String.format(
                            Locale.ROOT,
                            "- {id: rule-%d, match: %s, per: %s, within: %s, levels: [{severity: watch, incidents: %d},"
                                    + " {severity: warning, incidents: %d}]}%n",
                            rules.length(),
                            match,
                            watched.per(),
                            watched.within(),
                            watched.incidents(),
                            2 * watched.incidents()));
                }
            }
            return rules.toString();
        }

        @Override
        Iterator<Report> reports(int number, long seed) {
            return new ThreeSources(number, seed);
        }
    };

    private static final List<String> MATCHES = List.of(
            "{}",
            "{categories: [rocket, mortar-or-artillery, drone, air-strike]}",
            "{categories: [ied, shooting, armed-clash]}",
            "{min-killed: 1}");

    /**
     * Levels that are rarely reached: at a site three in three days; in wider areas half as much again as is usual there,
     * or more.
     */
    private static final List<Watched> WATCHED = List.of(
            new Watched("site", "3d", 3),
            new Watched("cell(5)", "3d", 8),
            new Watched("district", "3d", 8),
            new Watched("province", "2d", 40),
            new Watched("country", "1d", 160));

    private record Watched(String per, String within, int incidents) {}

    /** In the grammar of rules. */
    abstract String rules();

    /** So many, in order of publication or nearly so. The same seed gives the same. */
    abstract Iterator<Report> reports(int number, long seed);
}
