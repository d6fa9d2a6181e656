package io.tocsin.connectors.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of the world: its centre and how far it reaches.
 *
 * @param lat of the centre, degrees north, -90 to 90
 * @param lon of the centre, degrees east, -180 to 180
 * @param radiusKm from the centre to its farthest point
 */
record Shape(double lat, double lon, double radiusKm) {

    private static final double KM_PER_DEGREE = 111.195;
    private static final double HALF_EARTH_KM = 20_038;

    /** A point with its coordinates. */
    private record Point(double lat, double lon) {}

    /** Reads {@code lat,lon radius}; nothing where that is not what it says. */
    static Optional<Shape> circle(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        return parts.length == 2
                ? point(parts[0]).flatMap(centre -> radius(parts[1]).map(km -> new Shape(centre.lat, centre.lon, km)))
                : Optional.empty();
    }

    private static Optional<Double> radius(String text) {
        return number(text).filter(km -> km >= 0 && km <= HALF_EARTH_KM);
    }

    /** Reads {@code lat,lon lat,lon ...} with the first point again at the end; nothing where it is less than a triangle or broken. */
    static Optional<Shape> polygon(String text) {
        List<Point> points = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            Optional<Point> next = point(part);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            points.add(near(next.get(), points));
        }
        boolean closed = points.size() >= 4 && points.get(0).equals(points.get(points.size() - 1));
        return closed ? Optional.of(around(centroid(points), points)) : Optional.empty();
    }

    /** On the side of the date line where the polygon began. */
    private static Point near(Point point, List<Point> before) {
        if (before.isEmpty()) {
            return point;
        }
        double turn = Math.rint((before.get(0).lon - point.lon) / 360) * 360;
        return new Point(point.lat, point.lon + turn);
    }

    private static Point centroid(List<Point> ring) {
        double twiceArea = 0;
        double lat = 0;
        double lon = 0;
        Point origin = ring.get(0);
        for (int i = 1; i < ring.size(); i++) {
            double y1 = ring.get(i - 1).lat - origin.lat;
            double x1 = ring.get(i - 1).lon - origin.lon;
            double y2 = ring.get(i).lat - origin.lat;
            double x2 = ring.get(i).lon - origin.lon;
            double cross = x1 * y2 - x2 * y1;
            twiceArea += cross;
            lat += (y1 + y2) * cross;
            lon += (x1 + x2) * cross;
        }
        return Math.abs(twiceArea) < 1e-12
                ? mean(ring)
                : new Point(origin.lat + lat / (3 * twiceArea), origin.lon + lon / (3 * twiceArea));
    }

    private static Point mean(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::lat).average().orElseThrow(),
                points.stream().mapToDouble(Point::lon).average().orElseThrow());
    }

    private static Shape around(Point centre, List<Point> points) {
        double radius = points.stream()
                .mapToDouble(point -> km(centre.lat, centre.lon, point.lat, point.lon))
                .max()
                .orElse(0);
        return new Shape(clamp(centre.lat), turned(centre.lon), radius);
    }

    /** One shape that holds all of these, of which there is at least one. */
    static Shape over(List<Shape> shapes) {
        if (shapes.size() == 1) {
            return shapes.get(0);
        }
        List<Point> centres = new ArrayList<>();
        for (Shape shape : shapes) {
            centres.add(near(new Point(shape.lat, shape.lon), centres));
        }
        Point centre = mean(centres);
        double radius = shapes.stream()
                .mapToDouble(shape -> km(centre.lat, centre.lon, shape.lat, shape.lon) + shape.radiusKm)
                .max()
                .orElse(0);
        return new Shape(clamp(centre.lat), turned(centre.lon), radius);
    }

    private static double km(double lat1, double lon1, double lat2, double lon2) {
        double turn = Math.rint((lon1 - lon2) / 360) * 360;
        double east = (lon1 - lon2 - turn) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
        return Math.hypot(lat1 - lat2, east) * KM_PER_DEGREE;
    }

    private static double clamp(double lat) {
        return Math.max(-90, Math.min(90, lat));
    }

    private static double turned(double lon) {
        return lon - Math.rint(lon / 360) * 360;
    }

    private static Optional<Point> point(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        Optional<Double> lat = number(parts[0]).filter(degrees -> Math.abs(degrees) <= 90);
        Optional<Double> lon = number(parts[1]).filter(degrees -> Math.abs(degrees) <= 180);
        return lat.flatMap(north -> lon.map(east -> new Point(north, east)));
    }

    private static Optional<Double> number(String text) {
        boolean decimal = text.matches("[+-]?\\d{1,9}(\\.\\d{0,15})?|[+-]?\\.\\d{1,15}");
        return decimal ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
