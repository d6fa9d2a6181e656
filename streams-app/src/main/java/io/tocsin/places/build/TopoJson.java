package io.tocsin.places.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rings out of a quantised TopoJSON topology, version 1 of its specification: an arc is a list of steps from point to
 * point, a ring a list of arcs, a negative arc {@code ~i} the reversed arc {@code i}.
 */
final class TopoJson {

    private final List<?> arcs;
    private final double[] scale;
    private final double[] translate;

    TopoJson(Map<?, ?> topology) {
        arcs = (List<?>) topology.get("arcs");
        Map<?, ?> transform = (Map<?, ?>) topology.get("transform");
        scale = pair((List<?>) transform.get("scale"));
        translate = pair((List<?>) transform.get("translate"));
    }

    /** The polygons of a geometry, each as its rings, each as its points (longitude, latitude), the last as the first. */
    List<List<List<double[]>>> polygons(Map<?, ?> geometry) {
        List<List<List<double[]>>> polygons = new ArrayList<>();
        List<?> arcsOf = (List<?>) geometry.get("arcs");
        if ("Polygon".equals(geometry.get("type"))) {
            polygons.add(rings(arcsOf));
        } else {
            for (Object polygon : arcsOf) {
                polygons.add(rings((List<?>) polygon));
            }
        }
        return polygons;
    }

    private List<List<double[]>> rings(List<?> polygon) {
        List<List<double[]>> rings = new ArrayList<>();
        for (Object ring : polygon) {
            List<double[]> points = new ArrayList<>();
            for (Object arc : (List<?>) ring) {
                List<double[]> next = arc(((Number) arc).intValue());
                points.addAll(points.isEmpty() ? next : next.subList(1, next.size()));
            }
            rings.add(points);
        }
        return rings;
    }

    private List<double[]> arc(int number) {
        boolean reversed = number < 0;
        List<double[]> points = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (Object step : (List<?>) arcs.get(reversed ? ~number : number)) {
            double[] by = pair((List<?>) step);
            x += by[0];
            y += by[1];
            double[] point = {x * scale[0] + translate[0], y * scale[1] + translate[1]};
            points.add(reversed ? 0 : points.size(), point);
        }
        return points;
    }

    private static double[] pair(List<?> numbers) {
        return new double[] {((Number) numbers.get(0)).doubleValue(), ((Number) numbers.get(1)).doubleValue()};
    }
}
