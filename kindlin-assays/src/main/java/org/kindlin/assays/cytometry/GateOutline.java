package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.figures.Point;

/** The outline of a gate of two dimensions, in linear values of its axes. */
final class GateOutline {
    private static final int CORNERS = 72;
    private static final int PER_EDGE = 16;

    private GateOutline() {}

    /** Corners in order, cut at the edges of the axes; none for a gate that is no area. */
    static List<Point> of(Gate gate, ShownAxis x, ShownAxis y, boolean scaledX, boolean scaledY) {
        List<Point> corners = switch (gate) {
            case Gate.Rectangle rectangle -> rectangle(rectangle);
            case Gate.Polygon polygon ->
                polygon.vertices().stream()
                        .map(vertex -> new Point(vertex.x(), vertex.y()))
                        .toList();
            case Gate.Ellipsoid ellipsoid -> ellipse(ellipsoid);
            case Gate.Quadrants _, Gate.SetOperation _ -> List.of();
        };
        boolean bends = gate instanceof Gate.Polygon && !(scaledX && scaledY);
        List<Point> shares = (bends ? denser(corners) : corners)
                .stream()
                        .map(corner -> new Point(x.shareOf(corner.x(), scaledX), y.shareOf(corner.y(), scaledY)))
                        .toList();
        return cut(shares).stream()
                .map(share -> new Point(x.atShare(share.x()), y.atShare(share.y())))
                .toList();
    }

    /** More points on each edge: what is straight for the gate is bent where the axis has a scale of its own. */
    private static List<Point> denser(List<Point> corners) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Point from = corners.get(i);
            Point to = corners.get((i + 1) % corners.size());
            for (int k = 0; k < PER_EDGE; k++) {
                double t = (double) k / PER_EDGE;
                points.add(new Point(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y())));
            }
        }
        return points;
    }

    /** The polygon within the unit square (Sutherland and Hodgman, Commun. ACM 17:32, 1974). */
    private static List<Point> cut(List<Point> polygon) {
        List<Point> rest = polygon;
        for (int side = 0; side < 4; side++) {
            List<Point> kept = new ArrayList<>();
            for (int i = 0; i < rest.size(); i++) {
                Point from = rest.get(i);
                Point to = rest.get((i + 1) % rest.size());
                double a = depth(from, side);
                double b = depth(to, side);
                if (a >= 0) {
                    kept.add(from);
                }
                if ((a < 0) != (b < 0)) {
                    double t = a / (a - b);
                    kept.add(new Point(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y())));
                }
            }
            rest = kept;
        }
        return rest;
    }

    /** How far inside one side of the unit square a point lies. */
    private static double depth(Point point, int side) {
        return switch (side) {
            case 0 -> point.x();
            case 1 -> 1 - point.x();
            case 2 -> point.y();
            default -> 1 - point.y();
        };
    }

    private static List<Point> rectangle(Gate.Rectangle gate) {
        Gate.Range x = gate.ranges().get(0);
        Gate.Range y = gate.ranges().get(1);
        double far = 1e30;
        double left = Math.max(x.min(), -far);
        double right = Math.min(x.max(), far);
        double bottom = Math.max(y.min(), -far);
        double top = Math.min(y.max(), far);
        return List.of(new Point(left, bottom), new Point(right, bottom), new Point(right, top), new Point(left, top));
    }

    /** Points of the covariance's Cholesky factor times the unit circle; none where it is not positive definite. */
    private static List<Point> ellipse(Gate.Ellipsoid gate) {
        double[][] c = gate.covariance();
        double l11 = Math.sqrt(c[0][0]);
        double l21 = c[1][0] / l11;
        double l22 = Math.sqrt(c[1][1] - l21 * l21);
        double radius = Math.sqrt(gate.distanceSquare());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < CORNERS && Double.isFinite(l22) && Double.isFinite(l21); i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            double u = radius * StrictMath.cos(angle);
            double v = radius * StrictMath.sin(angle);
            points.add(new Point(gate.mean()[0] + l11 * u, gate.mean()[1] + l21 * u + l22 * v));
        }
        return points;
    }
}
