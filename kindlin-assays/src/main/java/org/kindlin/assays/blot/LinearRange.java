package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far volume follows amount in a dilution series: from the lowest amounts upward as long as a straight line through the
 * origin holds every point within {@value #TOLERANCE_PERCENT} %.
 *
 * @param target what was diluted
 * @param r2 squared correlation of volume and amount over all points
 * @param low lowest amount within the range
 * @param high highest amount within the range
 * @param volume at the upper end: bands above it are beyond what was shown to be linear
 * @param isOpen whether the highest amount still follows
 */
record LinearRange(String target, double r2, double low, double high, double volume, boolean isOpen) {
    private static final int TOLERANCE_PERCENT = 15;
    private static final int FEWEST = 3;

    private record Loaded(double amount, double volume) {}

    /** The range of a target; empty with fewer than three amounts. */
    static Optional<LinearRange> of(String target, List<TargetBand> bands) {
        List<Loaded> points = new ArrayList<>(bands.stream()
                .filter(band -> band.target().equals(target)
                        && band.use().role() == LaneRole.STANDARD
                        && band.use().amount().isPresent()
                        && band.isUsable())
                .map(band -> new Loaded(band.use().amount().getAsDouble(), band.volume()))
                .sorted(Comparator.comparingDouble(Loaded::amount))
                .toList());
        if (points.stream().map(Loaded::amount).distinct().count() < FEWEST) {
            return Optional.empty();
        }
        int last = FEWEST - 1;
        for (int i = FEWEST; i < points.size() && follows(points.subList(0, i + 1)); i++) {
            last = i;
        }
        return Optional.of(new LinearRange(
                target,
                r2(points),
                points.getFirst().amount(),
                points.get(last).amount(),
                points.get(last).volume(),
                last == points.size() - 1));
    }

    private static boolean follows(List<Loaded> points) {
        double slope = points.stream()
                .limit(points.size() - 1L)
                .mapToDouble(point -> StrictMath.log(point.volume() / point.amount()))
                .average()
                .orElseThrow();
        Loaded last = points.getLast();
        return Math.abs(last.volume() / (last.amount() * StrictMath.exp(slope)) - 1) <= TOLERANCE_PERCENT / 100.0;
    }

    private static double r2(List<Loaded> points) {
        double n = points.size();
        double x = points.stream().mapToDouble(Loaded::amount).sum() / n;
        double y = points.stream().mapToDouble(Loaded::volume).sum() / n;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Loaded point : points) {
            xx += (point.amount() - x) * (point.amount() - x);
            xy += (point.amount() - x) * (point.volume() - y);
            yy += (point.volume() - y) * (point.volume() - y);
        }
        return xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0;
    }
}
