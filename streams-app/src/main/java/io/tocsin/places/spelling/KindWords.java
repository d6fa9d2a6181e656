package io.tocsin.places.spelling;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that say what a name is a name of, as {@link Spelling#plain} spells them. */
final class KindWords {

    private static final Set<String> SETTLEMENT = Set.of(
            "town",
            "city",
            "village",
            "suburb",
            "neighborhood",
            "neighbourhood",
            "township",
            "settlement",
            "hamlet",
            "quarter",
            "nahiyat",
            "nahiya",
            "ناحيه",
            "مدينه",
            "بلده",
            "قريه",
            "شهر",
            "روستاي");

    private static final Set<String> DISTRICT = Set.of(
            "district",
            "subdistrict",
            "raion",
            "rayon",
            "lga",
            "county",
            "municipality",
            "commune",
            "territory",
            "zone",
            "location",
            "qada",
            "qadaa",
            "mintaqat",
            "tehsil",
            "taluk",
            "woreda",
            "cercle",
            "arrondissement",
            "قضاء",
            "قضا",
            "شهرستان",
            "район");

    private static final Set<String> PROVINCE = Set.of(
            "province",
            "republic",
            "governorate",
            "oblast",
            "state",
            "region",
            "prefecture",
            "krai",
            "kray",
            "department",
            "departamento",
            "muhafazah",
            "muhafazat",
            "mohafazat",
            "governate",
            "wilaya",
            "wilayat",
            "provincia",
            "gouvernorat",
            "gobernacion",
            "ostan",
            "محافظه",
            "استان",
            "ولايه",
            "область",
            "мухафаза",
            "провинция");

    /** Each of these alone says that it is a facility. */
    private static final Set<String> FACILITY = Set.of(
            "base",
            "airbase",
            "airport",
            "airfield",
            "airstrip",
            "aerodrome",
            "heliport",
            "fob",
            "cob",
            "cop",
            "afb",
            "camp",
            "barracks",
            "garrison",
            "outpost",
            "قاعده",
            "مطار",
            "معسكر",
            "فرودگاه",
            "аэропорт",
            "аэродром",
            "авиабаза",
            "аеропорт",
            "аеродром",
            "авіабаза");

    /** These go with them and say nothing by themselves. */
    private static final Set<String> ABOUT_FACILITIES = Set.of(
            "air",
            "military",
            "army",
            "force",
            "international",
            "intl",
            "joint",
            "forward",
            "operating",
            "contingency",
            "location",
            "combat",
            "naval",
            "field",
            "station",
            "new",
            "main",
            "civil",
            "raf",
            "al",
            "el",
            "الجويه",
            "العسكريه",
            "الدولي",
            "международный");

    private static final Set<String> VICINITY = Set.of(
            "near",
            "outside",
            "around",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "outskirts",
            "countryside",
            "vicinity");

    /** These come before the name; others only with "of" between. */
    private static final Set<String> LEADING = Set.of(
            "muhafazah",
            "muhafazat",
            "mohafazat",
            "mintaqat",
            "qada",
            "qadaa",
            "nahiyat",
            "nahiya",
            "ostan",
            "wilayat");

    /** Two words for one of those above. */
    private static final Map<String, String> PAIRS = Map.of(
            "air base", "airbase",
            "air field", "airfield",
            "air strip", "airstrip",
            "landing zone", "airstrip",
            "sub district", "subdistrict",
            "autonomous republic", "province",
            "federal district", "province");

    private KindWords() {}

    /** What the word, as the first or last of a name, says; nothing if it is part of the name. */
    static Optional<NameKind> of(String word) {
        if (SETTLEMENT.contains(word)) {
            return Optional.of(NameKind.SETTLEMENT);
        }
        if (DISTRICT.contains(word)) {
            return Optional.of(NameKind.DISTRICT);
        }
        return PROVINCE.contains(word) ? Optional.of(NameKind.PROVINCE) : Optional.empty();
    }

    static boolean leads(String word) {
        return word.charAt(0) >= 128 || LEADING.contains(word);
    }

    static boolean isFacility(String word) {
        return FACILITY.contains(word);
    }

    static boolean isAboutFacilities(String word) {
        return FACILITY.contains(word) || ABOUT_FACILITIES.contains(word);
    }

    static boolean isVicinity(String word) {
        return VICINITY.contains(word);
    }

    /** The one word for two, or null. */
    static String joined(String first, String second) {
        return PAIRS.get(first + ' ' + second);
    }
}
