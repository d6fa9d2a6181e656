package io.tocsin.places;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hexagonal cells of H3 that points fall into, at resolution 5: about 17 km across. Two points within
 * {@link #REACH_KM} of each other always lie in one cell or in two that touch. Thread-safe.
 */
public final class Cells {

    /** Points that are at most so far apart, in kilometres, lie in the same or in touching cells. */
    public static final double REACH_KM = 5;

    private static final int RESOLUTION = 5;
    private static final H3Core H3 = load();

    private Cells() {}

    /** The cell that the point falls into. */
    public static String of(Coordinates point) {
        return Long.toHexString(cell(point));
    }

    /** The cell of that resolution, 0 to 15, that the point falls into. */
    public static String of(Coordinates point, int resolution) {
        return Long.toHexString(H3.latLngToCell(point.lat(), point.lon(), resolution));
    }

    /** The resolution of the cell of that name. */
    public static int resolution(String cell) {
        return H3.getResolution(Long.parseUnsignedLong(cell, 16));
    }

    /** That cell first, and those that touch it: seven, or six around the twelve pentagons. */
    public static List<String> around(Coordinates point) {
        List<String> names = new ArrayList<>(7);
        for (long cell : H3.gridDisk(cell(point), 1)) {
            names.add(Long.toHexString(cell));
        }
        return names;
    }

    private static long cell(Coordinates point) {
        return H3.latLngToCell(point.lat(), point.lon(), RESOLUTION);
    }

    private static H3Core load() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "H3 cannot unpack its native library; is java.io.tmpdir writable and executable?", e);
        }
    }
}
