package io.tocsin.topology;

import com.carrotsearch.hppc.LongLongHashMap;
import io.tocsin.places.Coordinates;
import java.util.Optional;

/** Points by number, in some tens of bytes each: to a millionth of a degree, a tenth of a metre. */
final class Spots {

    private static final double PARTS_OF_A_DEGREE = 1e6;

    private final LongLongHashMap packed = new LongLongHashMap();

    Optional<Coordinates> get(long number) {
        int index = packed.indexOf(number);
        if (index < 0) {
            return Optional.empty();
        }
        long both = packed.indexGet(index);
        return Optional.of(new Coordinates((both >> Integer.SIZE) / PARTS_OF_A_DEGREE, (int) both / PARTS_OF_A_DEGREE));
    }

    /** Whether there was none, or another. */
    boolean put(long number, Coordinates spot) {
        long both = parts(spot.lat()) << Integer.SIZE | Integer.toUnsignedLong((int) parts(spot.lon()));
        int index = packed.indexOf(number);
        if (index < 0) {
            packed.indexInsert(index, number, both);
            return true;
        }
        return packed.indexReplace(index, both) != both;
    }

    /** Whether there was one. */
    boolean remove(long number) {
        int index = packed.indexOf(number);
        if (index >= 0) {
            packed.indexRemove(index);
        }
        return index >= 0;
    }

    private static long parts(double degrees) {
        return Math.round(degrees * PARTS_OF_A_DEGREE);
    }
}
