package io.tocsin.places;

/** The finest level of the hierarchy that is certain, finest first. */
public enum PlacePrecision {
    SITE(PlaceLevel.SITE),
    DISTRICT(PlaceLevel.DISTRICT),
    PROVINCE(PlaceLevel.PROVINCE),
    COUNTRY(PlaceLevel.COUNTRY),
    UNKNOWN(PlaceLevel.COUNTRY);

    private final PlaceLevel finest;

    PlacePrecision(PlaceLevel finest) {
        this.finest = finest;
    }

    /** Whether a place this precise is certain at the level. A country that is named is always certain. */
    public boolean covers(PlaceLevel level) {
        return level.compareTo(finest) <= 0;
    }

    /** Whether this is finer than the other. */
    public boolean finerThan(PlacePrecision other) {
        return compareTo(other) < 0;
    }
}
