package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines and polygons to a rectangle, in pixels; SVG clip paths would need identifiers. */
final class Clip {
    private Clip() {}

    /** The parts of a polyline inside a rectangle (Liang and Barsky, ACM TOG 1984, segment by segment). */
    static List<List<Point>> polyline(List<Point> points, Rect area) {
        List<List<Point>> parts = new ArrayList<>();
        List<Point> part = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            List<Point> segment = segment(points.get(i - 1), points.get(i), area);
            if (segment.isEmpty()) {
                continue;
            }
            if (!part.isEmpty() && !part.getLast().equals(segment.getFirst())) {
                parts.add(part);
                part = new ArrayList<>();
            }
            if (part.isEmpty()) {
                part.add(segment.getFirst());
            }
            part.add(segment.getLast());
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static List<Point> segment(Point a, Point b, Rect area) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double[] direction = {-dx, dx, -dy, dy};
        double[] room = {a.x() - area.x(), area.right() - a.x(), a.y() - area.y(), area.bottom() - a.y()};
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < 4; side++) {
            if (direction[side] == 0 && room[side] < 0) {
                return List.of();
            }
            double crossing = room[side] / direction[side];
            if (direction[side] < 0) {
                enter = Math.max(enter, crossing);
            } else if (direction[side] > 0) {
                leave = Math.min(leave, crossing);
            }
        }
        if (enter > leave) {
            return List.of();
        }
        Point first = enter == 0 ? a : new Point(a.x() + enter * dx, a.y() + enter * dy);
        Point last = leave == 1 ? b : new Point(a.x() + leave * dx, a.y() + leave * dy);
        return List.of(first, last);
    }

    /** The part of a polygon inside a rectangle (Sutherland and Hodgman, CACM 1974). */
    static List<Point> polygon(List<Point> corners, Rect area) {
        List<Point> left = half(corners, p -> p.x() - area.x());
        List<Point> right = half(left, p -> area.right() - p.x());
        List<Point> top = half(right, p -> p.y() - area.y());
        return half(top, p -> area.bottom() - p.y());
    }

    private interface Inside {
        double depth(Point point);
    }

    private static List<Point> half(List<Point> corners, Inside inside) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Point from = corners.get(Math.floorMod(i - 1, corners.size()));
            Point to = corners.get(i);
            double before = inside.depth(from);
            double after = inside.depth(to);
            if (before < 0 != after < 0) {
                double share = before / (before - after);
                double x = from.x() + share * (to.x() - from.x());
                kept.add(new Point(x, from.y() + share * (to.y() - from.y())));
            }
            if (after >= 0) {
                kept.add(to);
            }
        }
        return kept;
    }
}
