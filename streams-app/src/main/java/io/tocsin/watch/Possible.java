package io.tocsin.watch;

import io.tocsin.places.Area;
import io.tocsin.places.Place;
import java.util.Optional;

/** Tells whether what is only known to lie in a wider area may lie in a narrower one. */
final class Possible {

    private final String[] names;

    /** @param area the narrower one */
    Possible(Scope area) {
        names = area.key().split(String.valueOf(Area.SEPARATOR), -1);
    }

    /** Whether what may lie in a wider area may lie in this one. */
    static boolean mayLieIn(Scope area, Fact fact) {
        return new Possible(area).mayHold(fact);
    }

    /** Whether no name that the place is said to have, though it is not certain, tells of another area. */
    boolean mayHold(Fact fact) {
        Place place = fact.place();
        return mayBe(1, place.province()) && mayBe(2, place.district()) && mayBe(3, place.site());
    }

    private boolean mayBe(int level, Optional<String> said) {
        return said.isEmpty()
                || level >= names.length
                || names[level].isEmpty()
                || Area.folded(said.get()).equals(names[level]);
    }
}
