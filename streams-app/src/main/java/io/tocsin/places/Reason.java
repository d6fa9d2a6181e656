package io.tocsin.places;

/** Why a place was placed as it was. */
public enum Reason {
    NAME_KNOWN("the gazetteer knows the name"),
    NAME_KNOWN_LOOSELY("the gazetteer knows the name in another spelling"),
    NAME_UNKNOWN("the gazetteer does not know the name; it is kept"),
    NAME_OF_A_DIVISION("the name is that of a province or a district"),
    SOMEWHERE_ABOUT("the source says near or a part of"),
    ONLY_ONE_OF_THE_NAME("there is one place of the name in the country"),
    BEST_KNOWN_OF_THE_NAME("it is by far the best known of the name"),
    SEVERAL_OF_THE_NAME("several places of the name could be meant"),
    IN_THE_PROVINCE_NAMED("it lies in the province that is named"),
    BESIDE_THE_PROVINCE_NAMED("it is a large town beside the province that is named"),
    NEAR_THE_COORDINATES("it lies at the coordinates"),
    NEAR_OTHER_NAMES("it lies in the province of the other names"),
    COUNTRY_FROM_COORDINATES("the coordinates lie in the country"),
    COUNTRY_FROM_NAMES("the names are those of the country"),
    PROVINCE_FROM_COORDINATES("the places about the coordinates lie in the province"),
    PROVINCE_FROM_NAMES("the names are those of the province"),
    NAMES_OUTVOTE_COORDINATES("country and names agree; the coordinates lie far from both and are dropped"),
    COORDINATES_OUTVOTE_COUNTRY("the coordinates lie far from the country that is named, and no name confirms it"),
    DISPUTED_AREA("the area is disputed; the policy of the gazetteer decides");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason for people. */
    public String sentence() {
        return sentence;
    }
}
