package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The free space of a panel: knows where marks and labels are and finds the best of several places for one more. */
final class LabelField {
    private static final double LABEL_WEIGHT = 40;
    private static final double OUTSIDE_WEIGHT = 100;
    private static final double ORDER_WEIGHT = 1;

    private final Rect area;
    private final List<Rect> marks = new ArrayList<>();
    private final List<Rect> labels = new ArrayList<>();

    LabelField(Rect area) {
        this.area = area;
    }

    void addMark(double x, double y, double radius) {
        if (area.contains(x, y)) {
            marks.add(new Rect(x - radius, y - radius, 2 * radius, 2 * radius));
        }
    }

    void addArea(Rect box) {
        marks.add(box);
    }

    /** Notes a drawn line, as boxes along it. */
    void addLine(List<Point> pixels) {
        for (int i = 1; i < pixels.size(); i++) {
            Point a = pixels.get(i - 1);
            Point b = pixels.get(i);
            int pieces = Math.clamp((long) (StrictMath.hypot(b.x() - a.x(), b.y() - a.y()) / 8), 1, 200);
            for (int piece = 0; piece < pieces; piece++) {
                double share = (piece + 0.5) / pieces;
                addMark(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()), 2);
            }
        }
    }

    /** Takes the candidate that covers least of what is drawn; earlier candidates win ties. */
    Rect place(List<Rect> candidates) {
        Rect best = candidates.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            double cost = cost(candidates.get(i)) + i * ORDER_WEIGHT;
            if (cost < least) {
                least = cost;
                best = candidates.get(i);
            }
        }
        labels.add(best);
        return best;
    }

    /** Like {@link #place}, but only among candidates inside the panel that cover no other label. */
    Optional<Rect> placeClear(List<Rect> candidates) {
        List<Rect> clear = candidates.stream()
                .filter(place -> outside(place) < 1e-6 && labels.stream().allMatch(l -> place.overlap(l) == 0))
                .toList();
        return clear.isEmpty() ? Optional.empty() : Optional.of(place(clear));
    }

    private double outside(Rect place) {
        return place.width() * place.height() - place.overlap(area);
    }

    private double cost(Rect place) {
        Rect roomy = place.grown(1.5);
        return OUTSIDE_WEIGHT * outside(place) + LABEL_WEIGHT * covered(labels, roomy) + covered(marks, roomy);
    }

    private static double covered(List<Rect> boxes, Rect place) {
        double area = 0;
        for (Rect box : boxes) {
            area += place.overlap(box);
        }
        return area;
    }
}
