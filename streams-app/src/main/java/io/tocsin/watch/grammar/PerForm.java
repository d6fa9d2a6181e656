package io.tocsin.watch.grammar;

import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Per;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code per}: a word for a kind of scope, or {@code cell(5)}, {@code radius(25km)}. */
final class PerForm {

    private static final Pattern SIZED = Pattern.compile("(cell|radius)(?:\\((.*)\\))?");
    private static final Pattern RESOLUTION = Pattern.compile("\\d");
    private static final Pattern DISTANCE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,20})?) ?(k?m)");
    private static final BigDecimal NEAREST_KM = new BigDecimal("0.01");
    private static final BigDecimal FARTHEST_KM = BigDecimal.valueOf(Per.Radius.FARTHEST);

    private static final Choice<Per> SCOPES = Choice.of("a scope", scopes(), Per::text);

    private PerForm() {}

    static Optional<Per> read(Value value) {
        return value.text().flatMap(text -> {
            Matcher sized = SIZED.matcher(text);
            if (!sized.matches()) {
                return SCOPES.read(value);
            }
            String size = Optional.ofNullable(sized.group(2)).orElse("").strip();
            return sized.group(1).equals("cell") ? grid(size, value) : radius(size, value);
        });
    }

    private static Optional<Per> grid(String size, Value value) {
        boolean fits = RESOLUTION.matcher(size).matches() && Integer.parseInt(size) <= Per.Grid.FINEST;
        if (!fits) {
            value.refuse(Wording.quoted(size) + " is not a resolution; write one from 0 (about 2200 km across) to "
                    + Per.Grid.FINEST + " (about 300 m) such as cell(5)");
        }
        return fits ? Optional.of(new Per.Grid(Integer.parseInt(size))) : Optional.empty();
    }

    private static Optional<Per> radius(String size, Value value) {
        Optional<BigDecimal> km = Optional.of(DISTANCE.matcher(size))
                .filter(Matcher::matches)
                .map(distance -> new BigDecimal(distance.group(1))
                        .movePointLeft(distance.group(2).equals("m") ? 3 : 0))
                .filter(distance -> distance.compareTo(NEAREST_KM) >= 0 && distance.compareTo(FARTHEST_KM) <= 0);
        if (km.isEmpty()) {
            value.refuse(Wording.quoted(size) + " is not a distance; write one from 10m to "
                    + FARTHEST_KM.toBigInteger() + "km such as radius(25km)");
        }
        return km.map(distance -> new Per.Radius(distance.doubleValue()));
    }

    /** Those with sizes stand here for all of their kind. */
    private static List<Per> scopes() {
        return Stream.<Per>concat(
                        Stream.of(PlaceLevel.values()).map(Per.Areas::new),
                        Stream.of(
                                new Per.Grid(5),
                                new Per.Radius(25),
                                new Per.Actors(),
                                new Per.Targets(),
                                new Per.World()))
                .toList();
    }
}
