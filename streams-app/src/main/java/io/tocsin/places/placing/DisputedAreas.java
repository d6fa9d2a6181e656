package io.tocsin.places.placing;

import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.Spelling;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * To which country an area belongs here that two claim: the one in which GeoNames has it. A report that names the other
 * one means the same ground, so its country is replaced, and both kinds of reports meet.
 */
final class DisputedAreas {

    /** Claimant and holder, and what the claimant's sources call the area where they name it as a province. */
    private static final String[][] CLAIMS = {
        {
            "RU",
            "UA",
            "Crimea",
            "Republic of Crimea",
            "Autonomous Republic of Crimea",
            "Sevastopol",
            "Donetsk Oblast",
            "Luhansk Oblast",
            "Lugansk Oblast",
            "Donetsk People's Republic",
            "Luhansk People's Republic",
            "Kherson",
            "Kherson Oblast",
            "Zaporizhzhia",
            "Zaporizhzhia Oblast",
            "Zaporozhye Oblast"
        },
        {"RS", "XK", "Kosovo", "Kosovo and Metohija", "Kosovo-Metohija"},
        {"IL", "PS", "Gaza Strip", "Gaza", "West Bank", "Judea and Samaria", "Palestinian territories"},
        {"IL", "SY", "Golan", "Golan Heights"},
        {"MA", "EH", "Western Sahara"},
        {"TR", "CY", "Northern Cyprus"},
        {"RU", "GE", "Abkhazia", "South Ossetia"},
        {"CN", "TW", "Taiwan"},
        {"AM", "AZ", "Nagorno-Karabakh", "Artsakh"},
        {"RU", "MD", "Transnistria"},
    };

    private static final int SAHARA_NORTH = Earth.units(27.6667);
    private static final int SAHARA_EAST = Earth.units(-8.6667);
    private static final int GOLAN_SOUTH = Earth.units(32.69);
    private static final int GOLAN_WEST = Earth.units(35.66);

    private final Gazetteer gazetteer;
    private final int morocco;
    private final int westernSahara;
    private final int israel;
    private final int syria;
    private final Map<String, Integer> holders = new HashMap<>();
    private final Set<Long> claims = new HashSet<>();

    DisputedAreas(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        morocco = gazetteer.country("MA");
        westernSahara = gazetteer.country("EH");
        israel = gazetteer.country("IL");
        syria = gazetteer.country("SY");
        for (String[] claim : CLAIMS) {
            int claimant = gazetteer.country(claim[0]);
            int holder = gazetteer.country(claim[1]);
            claims.add(pair(claimant, holder));
            for (int i = 2; i < claim.length; i++) {
                holders.put(key(claimant, Spelling.plain(claim[i])), holder);
            }
        }
    }

    /** The country to which the area belongs here if the claimant's province is disputed, else the claimant. */
    int holder(int claimant, String province) {
        GivenName given = GivenName.of(province);
        Integer holder = holders.get(key(claimant, given.plain()));
        return holder == null ? claimant : holder;
    }

    /** Whether sources may name the one country for ground that is the other's here. */
    boolean claimed(int claimant, int holder) {
        return claims.contains(pair(claimant, holder));
    }

    /**
     * The country of ground that Natural Earth draws by who controls it: south of 27°40' N Morocco's is Western Sahara's,
     * east of the Jordan and of the lake Israel's is Syria's.
     */
    int outlined(int country, Point point) {
        if (country == morocco && point.lat() < SAHARA_NORTH && point.lon() < SAHARA_EAST) {
            return westernSahara;
        }
        boolean golan = country == israel && point.lat() > GOLAN_SOUTH && point.lon() > GOLAN_WEST;
        return golan ? syria : country;
    }

    private String key(int country, String plain) {
        return gazetteer.countryCode(country) + ' ' + plain;
    }

    private static long pair(int claimant, int holder) {
        return (long) claimant << 32 | holder;
    }
}
