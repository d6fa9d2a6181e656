package io.tocsin.watch;

import io.tocsin.places.Area;
import io.tocsin.places.Coordinates;
import io.tocsin.places.PlaceLevel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a rule counts. Two scopes are the same if their kinds and keys are; the names are for people.
 *
 * @param key identity among all scopes of all kinds: that of the area, or a word for the kind and what tells it apart,
 *     such as {@code cell:IQ/852c9043fffffff}
 * @param names what it is called, widest first; of a scope within a country the first is the country's code
 */
public record Scope(Kind kind, String key, List<String> names) {

    /** The kinds of scope, narrowest first. */
    public enum Kind {
        SITE,
        CELL,
        RADIUS,
        DISTRICT,
        PROVINCE,
        COUNTRY,
        TARGET,
        ACTOR,
        WORLD;

        /** Whether incidents of several countries meet in one such scope. */
        public boolean crossesBorders() {
            return this == TARGET || this == ACTOR || this == WORLD;
        }

        /** The word for it in rules. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where all the world is counted together. */
    public static final Scope WORLD = new Scope(Kind.WORLD, "world", List.of("the world"));

    private static final char ANCHOR = '@';

    public Scope {
        names = List.copyOf(names);
    }

    /** An area of the place hierarchy. */
    public static Scope of(Area area) {
        return new Scope(kind(area.level()), area.key(), area.names());
    }

    /** The country of that code. */
    public static Scope country(String code) {
        return new Scope(Kind.COUNTRY, code, List.of(code));
    }

    /** The country that a scope of that key lies in; empty if it crosses borders. */
    public static Optional<String> countryOf(String key) {
        boolean crosses = key.equals(WORLD.key) || key.startsWith("actor:") || key.startsWith("target:");
        int start = key.indexOf(':') + 1;
        return crosses || key.length() < start + 2 ? Optional.empty() : Optional.of(key.substring(start, start + 2));
    }

    /** The book under which alerts of a scope of that key are kept, see {@link #book()}. */
    public static String bookOf(String key) {
        int anchor = key.startsWith("radius:") ? key.indexOf(ANCHOR) : -1;
        return anchor < 0 ? key : key.substring(0, anchor);
    }

    /** The cell of that name, as far as it lies in the country; places are told apart where a country ends. */
    static Scope cell(String country, String cell) {
        return new Scope(Kind.CELL, "cell:" + country + Area.SEPARATOR + cell, List.of(country, "cell " + cell));
    }

    /** All clusters of a country together, none in particular. */
    static Scope clusters(String country) {
        return new Scope(Kind.RADIUS, "radius:" + country, List.of(country));
    }

    /** One cluster, known by where it was when it was first told. */
    static Scope cluster(Scope all, Coordinates anchor, String place) {
        String at = String.format(Locale.ROOT, "%.3f,%.3f", anchor.lat(), anchor.lon());
        return new Scope(
                Kind.RADIUS, all.key() + ANCHOR + at, List.of(all.names().get(0), place));
    }

    static Scope actor(String name) {
        return new Scope(Kind.ACTOR, "actor:" + Area.folded(name), List.of(name));
    }

    static Scope target(String group) {
        return new Scope(Kind.TARGET, "target:" + Area.folded(group), List.of(group));
    }

    /** The name of the cell that it is. */
    public String cell() {
        return key.substring(key.indexOf(Area.SEPARATOR) + 1);
    }

    /** Under what its alerts are kept together: for a cluster that of all clusters, else its key. */
    public String book() {
        return bookOf(key);
    }

    /** That of all clusters together, for one of them. */
    public Scope whole() {
        return clusters(names.get(0));
    }

    /** The name for people: that of the scope itself. */
    public String name() {
        return names.get(names.size() - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope scope && scope.kind == kind && scope.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    private static Kind kind(PlaceLevel level) {
        return switch (level) {
            case SITE -> Kind.SITE;
            case DISTRICT -> Kind.DISTRICT;
            case PROVINCE -> Kind.PROVINCE;
            case COUNTRY -> Kind.COUNTRY;
        };
    }
}
