package io.tocsin.places.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes polygons that cross 180 degrees of longitude whole, so that no line runs round the earth. */
final class Antimeridian {

    private Antimeridian() {}

    /** The polygon itself; one that crosses, unrolled, and the same a turn to the west and to the east. */
    static List<List<List<double[]>>> whole(List<List<double[]>> rings) {
        List<List<double[]>> unrolled = new ArrayList<>();
        boolean crosses = false;
        for (List<double[]> ring : rings) {
            List<double[]> points = new ArrayList<>();
            double turn = 0;
            for (int i = 0; i < ring.size(); i++) {
                if (i > 0) {
                    double step = ring.get(i)[0] - ring.get(i - 1)[0];
                    turn -= Math.abs(step) > 180 ? Math.copySign(360, step) : 0;
                }
                crosses |= turn != 0;
                points.add(new double[] {ring.get(i)[0] + turn, ring.get(i)[1]});
            }
            unrolled.add(points);
        }
        if (!crosses) {
            return List.of(rings);
        }
        return Stream.of(unrolled, shifted(unrolled, -360), shifted(unrolled, 360))
                .filter(Antimeridian::isOnTheMap)
                .toList();
    }

    private static boolean isOnTheMap(List<List<double[]>> rings) {
        return rings.get(0).stream().anyMatch(point -> Math.abs(point[0]) < 180);
    }

    private static List<List<double[]>> shifted(List<List<double[]>> rings, double by) {
        List<List<double[]>> shifted = new ArrayList<>();
        for (List<double[]> ring : rings) {
            shifted.add(ring.stream()
                    .map(point -> new double[] {point[0] + by, point[1]})
                    .toList());
        }
        return shifted;
    }
}
