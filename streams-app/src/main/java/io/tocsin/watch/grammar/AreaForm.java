package io.tocsin.watch.grammar;

import static java.util.stream.Collectors.joining;

import io.tocsin.places.Area;
import io.tocsin.places.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code areas}: the country's code and the names below it, such as {@code IQ/Al Anbar/Hit}. */
final class AreaForm {

    private static final String SEPARATOR = String.valueOf(Area.SEPARATOR);
    private static final int LEVELS = 4;
    private static final int LONGEST = LEVELS * (Place.LONGEST_NAME + 1);

    private AreaForm() {}

    /** The key of the area. */
    static Optional<String> read(Value value) {
        return value.words(LONGEST).flatMap(text -> key(text, value));
    }

    /** The key of the area of that text, which is a part of the value. */
    static Optional<String> key(String text, Value value) {
        List<String> names = List.of(text.split(SEPARATOR, LEVELS + 1));
        boolean wellFormed = names.size() >= 2
                && names.size() <= LEVELS
                && !Area.folded(names.get(names.size() - 1)).isEmpty();
        if (!wellFormed) {
            value.refuse(Wording.quoted(text) + " is not an area; write the country, the province and, if you like,"
                    + " the district and the site, such as IQ/Al Anbar/Hit");
            return Optional.empty();
        }
        return Countries.known(names.get(0), value) ? Optional.of(key(names)) : Optional.empty();
    }

    private static String key(List<String> names) {
        return Stream.concat(Stream.of(names.get(0)), names.stream().skip(1).map(Area::folded))
                .collect(joining(SEPARATOR));
    }
}
