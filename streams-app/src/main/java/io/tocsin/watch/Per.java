package io.tocsin.watch;

import io.tocsin.incident.TargetKind;
import io.tocsin.places.Cells;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import java.math.BigDecimal;
import java.util.Optional;

/** Into which scopes a rule divides the world. */
public sealed interface Per {

    /** The kind of those scopes. */
    Scope.Kind kind();

    /** How it is written in rules: {@code site}, {@code cell(5)}, {@code radius(25km)}. */
    default String text() {
        return kind().label();
    }

    /** The scope that the incident lies in; empty where it lies in none. */
    Optional<Scope> scopeOf(Fact fact);

    /** Whether an incident that lies in a scope certainly does. */
    boolean certain(Fact fact);

    /** Whether an incident lies in some scope at all, and does not just perhaps lie in one. */
    default boolean isIn(Fact fact) {
        return true;
    }

    /** Whether the scope is one of those, and not one of another kind or size. */
    default boolean has(Scope scope) {
        return scope.kind() == kind();
    }

    /** The scopes of a kind that crosses borders. */
    static Per crossing(Scope.Kind kind) {
        return switch (kind) {
            case ACTOR -> new Actors();
            case TARGET -> new Targets();
            case WORLD -> new World();
            case SITE, CELL, RADIUS, DISTRICT, PROVINCE, COUNTRY ->
                throw new IllegalArgumentException(kind.label() + " crosses no border");
        };
    }

    /** The areas of one level of the place hierarchy. */
    record Areas(PlaceLevel level) implements Per {

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.valueOf(level.name());
        }

        @Override
        public Optional<Scope> scopeOf(Fact fact) {
            return fact.place().area(level).map(Scope::of);
        }

        @Override
        public boolean isIn(Fact fact) {
            return fact.place().precision().covers(level);
        }

        @Override
        public boolean certain(Fact fact) {
            return true;
        }
    }

    /**
     * The cells of H3, as far as they lie in one country.
     *
     * @param resolution 0 (about 2,200 km across) to {@link #FINEST} (about 300 m)
     */
    record Grid(int resolution) implements Per {

        /** No place is known more closely. */
        public static final int FINEST = 9;

        public Grid {
            if (resolution < 0 || resolution > FINEST) {
                throw new IllegalArgumentException("resolution " + resolution + " is not within 0 to " + FINEST);
            }
        }

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.CELL;
        }

        @Override
        public String text() {
            return "cell(" + resolution + ")";
        }

        @Override
        public Optional<Scope> scopeOf(Fact fact) {
            return point(fact).map(point -> Scope.cell(fact.place().country(), Cells.of(point, resolution)));
        }

        @Override
        public boolean certain(Fact fact) {
            return fact.place().precision() == PlacePrecision.SITE;
        }

        @Override
        public boolean has(Scope scope) {
            return scope.kind() == Scope.Kind.CELL && Cells.resolution(scope.cell()) == resolution;
        }
    }

    /**
     * Clusters: incidents that lie within a distance of one of them, wherever that is in a country.
     *
     * @param km the distance in kilometres, at most {@link #FARTHEST}
     */
    record Radius(double km) implements Per {

        /** The farthest distance in kilometres. */
        public static final double FARTHEST = 500;

        public Radius {
            if (!(km > 0 && km <= FARTHEST)) {
                throw new IllegalArgumentException("radius " + km + " km is not above 0 and up to " + FARTHEST);
            }
        }

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.RADIUS;
        }

        @Override
        public String text() {
            return "radius(" + BigDecimal.valueOf(km).stripTrailingZeros().toPlainString() + "km)";
        }

        @Override
        public Optional<Scope> scopeOf(Fact fact) {
            return point(fact).map(point -> Scope.clusters(fact.place().country()));
        }

        @Override
        public boolean certain(Fact fact) {
            return fact.place().precision() == PlacePrecision.SITE;
        }
    }

    /** Everybody who is said to have attacked, wherever it was. */
    record Actors() implements Per {

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.ACTOR;
        }

        @Override
        public Optional<Scope> scopeOf(Fact fact) {
            return fact.actor().map(Scope::actor);
        }

        @Override
        public boolean certain(Fact fact) {
            return true;
        }
    }

    /** Groups of targets, by what they are and whose: coalition bases, embassies, aid workers. */
    record Targets() implements Per {

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.TARGET;
        }

        @Override
        public Optional<Scope> scopeOf(Fact fact) {
            return fact.target() == TargetKind.UNKNOWN
                    ? Optional.empty()
                    : Optional.of(Scope.target(
                            fact.affiliation().map(whose -> whose + " ").orElse("")
                                    + fact.target().label()));
        }

        @Override
        public boolean certain(Fact fact) {
            return true;
        }
    }

    /** All the world. */
    record World() implements Per {

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.WORLD;
        }

        @Override
        public Optional<Scope> scopeOf(Fact fact) {
            return Optional.of(Scope.WORLD);
        }

        @Override
        public boolean certain(Fact fact) {
            return true;
        }
    }

    /** The point where it was, of places that are known to a district at least: others have points far from it. */
    static Optional<Coordinates> point(Fact fact) {
        Place place = fact.place();
        return place.precision().covers(PlaceLevel.DISTRICT) ? place.coordinates() : Optional.empty();
    }
}
