package io.tocsin.news.find.place;

import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;

/**
 * A place that the text names.
 *
 * @param name as it is to be placed, with the words that say what it is: {@code Balad airbase}, {@code near Balad}
 * @param place as the gazetteer knows it
 * @param role what it has to do with what the sentence tells
 * @param facility whether it is a base, an airport, a camp
 * @param at the position of its first token in the sentence
 * @param end the position after its last
 */
public record Where(String name, Place place, Role role, boolean facility, int at, int end) {

    /** What a place has to do with what is told. */
    public enum Role {
        /** Something happens there. */
        AT,
        /** Something comes from there. */
        FROM,
        /** It is named: whose people, whose army. */
        NAMED
    }

    private static final String NEAR = "near ";
    private static final String OUTSIDE = "outside ";

    /** What a place is called that lies near another one: far from it, or just beyond its edge. */
    static String near(String name, boolean far) {
        return (far ? NEAR : OUTSIDE) + name;
    }

    /** Whether it happened at another place, so many miles from this one. */
    public boolean isNear() {
        return name.startsWith(NEAR);
    }

    /** Whether it happened to one side of this place, by which the text names where: {@code south of El Arish}. */
    public boolean isOutside() {
        return name.startsWith(OUTSIDE);
    }

    /** Whether no more than the country is known. */
    public boolean isCountry() {
        return place.province().isEmpty()
                && place.site().isEmpty()
                && place.district().isEmpty();
    }

    /** Whether the gazetteer does not know the name, which is kept as spelled. */
    public boolean isUnknown() {
        boolean named = place.precision() == PlacePrecision.SITE || place.precision() == PlacePrecision.DISTRICT;
        return named && place.province().isEmpty() && place.coordinates().isEmpty();
    }

    /** The same place, told again by a word at the position: {@code a bar there}. */
    Where again(int position) {
        return new Where(name, place, Role.AT, facility, position, position + 1);
    }

    /** The same in another country. */
    Where in(String country) {
        Place there = new Place(
                country, place.province(), place.district(), place.site(), place.coordinates(), place.precision());
        return new Where(name, there, role, facility, at, end);
    }

    /** The same name, of another place. */
    Where of(Place other) {
        return new Where(name, other, role, facility, at, end);
    }

    /** The same at another role. */
    Where as(Role other) {
        return new Where(name, place, other, facility, at, end);
    }
}
