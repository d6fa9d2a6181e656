package io.tocsin.watch;

import io.tocsin.places.Area;
import io.tocsin.places.Place;
import java.util.List;
import java.util.Optional;

/** Whether what is only known to lie in a wider area may lie in a narrower one. */
final class Possible {

    private Possible() {}

    /** Whether no name that the place is said to have, though it is not certain, tells of another area. */
    static boolean mayLieIn(Scope area, Fact fact) {
        Place place = fact.place();
        List<Optional<String>> said = List.of(place.province(), place.district(), place.site());
        String[] names = area.key().split(String.valueOf(Area.SEPARATOR), -1);
        for (int level = 1; level < names.length; level++) {
            Optional<String> name = said.get(level - 1);
            if (name.isPresent() && !names[level].isEmpty() && !Area.folded(name.get()).equals(names[level])) {
                return false;
            }
        }
        return true;
    }
}
