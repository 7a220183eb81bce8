package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.assays.blot.gel.Band;

/**
 * How far volume follows amount in the dilution series of one picture: from the lowest amounts upward as long as a straight line through
 * the origin holds every amount within {@value #TOLERANCE_PERCENT} %.
 *
 * <p>Transfer differs from membrane to membrane and exposure from picture to picture: a range holds for the picture and the membrane that
 * it was found on.
 *
 * @param image name of the picture
 * @param blot the membrane
 * @param target what was diluted
 * @param series mean volume of each amount, rising
 * @param followed how many of them from the lowest on are proportional; 0 where not even three are
 * @param isOpen whether the highest amount loaded still follows
 */
record LinearRange(String image, String blot, String target, List<Loaded> series, int followed, boolean isOpen) {
    private static final int TOLERANCE_PERCENT = 15;
    private static final double TOLERANCE = TOLERANCE_PERCENT / 100.0;
    private static final int FEWEST = 3;

    LinearRange {
        series = List.copyOf(series);
    }

    /** An amount that was loaded, and the volume it gave. */
    record Loaded(double amount, double volume) {}

    /** Where a band lies beside the range of its own picture and membrane. */
    enum Place {
        WITHIN,
        /** Fainter than the lowest amount of the series. */
        BELOW,
        /** Stronger than the highest amount that was loaded, which still follows. */
        BEYOND_SERIES,
        /** Stronger than the highest amount that follows, where higher ones do not. */
        ABOVE
    }

    /** What a range is of. */
    private record Probing(String image, String blot, String target) {
        static Probing of(TargetBand band) {
            return new Probing(band.picture().picture().name(), band.blot(), band.target());
        }
    }

    /** One for every series, whether it shows a range or not. */
    static List<LinearRange> of(List<TargetBand> bands) {
        Map<Probing, List<TargetBand>> standards = new LinkedHashMap<>();
        for (TargetBand band : bands) {
            if (band.use().role() == LaneRole.STANDARD) {
                standards
                        .computeIfAbsent(Probing.of(band), _ -> new ArrayList<>())
                        .add(band);
            }
        }
        return standards.entrySet().stream()
                .map(series -> of(series.getKey(), series.getValue()))
                .toList();
    }

    private static LinearRange of(Probing probing, List<TargetBand> standards) {
        List<TargetBand> loaded = standards.stream()
                .filter(band -> band.use().amount().orElse(0) > 0)
                .toList();
        double saturated = loaded.stream()
                .filter(band -> band.band().filter(Band::isSaturated).isPresent())
                .mapToDouble(band -> band.use().amount().orElseThrow())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        Map<Double, List<Double>> volumes = new TreeMap<>();
        for (TargetBand band : loaded) {
            double amount = band.use().amount().orElseThrow();
            if (band.isUsable() && amount < saturated) {
                volumes.computeIfAbsent(amount, _ -> new ArrayList<>()).add(band.volume());
            }
        }
        List<Loaded> series = new ArrayList<>();
        volumes.forEach((amount, own) -> series.add(new Loaded(
                amount, own.stream().mapToDouble(Double::doubleValue).average().orElseThrow())));
        int followed = followed(series);
        boolean isOpen = followed == series.size() && saturated == Double.POSITIVE_INFINITY;
        return new LinearRange(probing.image, probing.blot, probing.target, series, followed, isOpen);
    }

    private static int followed(List<Loaded> series) {
        if (series.size() < FEWEST) {
            return 0;
        }
        double slope = slope(series.subList(0, FEWEST));
        if (!series.stream().limit(FEWEST).allMatch(loaded -> isNear(loaded, slope))) {
            return 0;
        }
        int followed = FEWEST;
        while (followed < series.size() && isNear(series.get(followed), slope(series.subList(0, followed)))) {
            followed++;
        }
        return followed;
    }

    private static boolean isNear(Loaded loaded, double slope) {
        return Math.abs(loaded.volume / (loaded.amount * slope) - 1) <= TOLERANCE;
    }

    /** Volume by amount, the geometric mean. */
    private static double slope(List<Loaded> series) {
        return StrictMath.exp(series.stream()
                .mapToDouble(loaded -> StrictMath.log(loaded.volume / loaded.amount))
                .average()
                .orElseThrow());
    }

    boolean isFound() {
        return followed > 0;
    }

    /** Why no range was found. */
    String reason() {
        return series.size() < FEWEST
                ? "a range takes three amounts or more with bands that are not saturated; there "
                        + (series.size() == 1 ? "is 1" : "are " + series.size())
                : "the three lowest amounts are not proportional to their volumes within " + TOLERANCE_PERCENT + " %";
    }

    /** Volume by amount within the range. */
    double slope() {
        return slope(series.subList(0, followed));
    }

    Loaded low() {
        return series.getFirst();
    }

    /** The highest that follows. */
    Loaded high() {
        return series.get(followed - 1);
    }

    /** Where a band lies; empty where the series is not of its picture, membrane and target, or shows no range. */
    Optional<Place> place(TargetBand band) {
        if (!isFound() || !isOf(band) || !band.isUsable()) {
            return Optional.empty();
        }
        // the ends are volumes of bands themselves, and no better known than the line holds them
        if (band.volume() > (1 + TOLERANCE) * high().volume) {
            return Optional.of(isOpen ? Place.BEYOND_SERIES : Place.ABOVE);
        }
        return Optional.of(band.volume() < (1 - TOLERANCE) * low().volume ? Place.BELOW : Place.WITHIN);
    }

    boolean isOf(TargetBand band) {
        return new Probing(image, blot, target).equals(Probing.of(band));
    }

    /** The squared correlation of volume and amount over all amounts; not a number with fewer than three. */
    double r2() {
        if (series.size() < FEWEST) {
            return Double.NaN;
        }
        double n = series.size();
        double x = series.stream().mapToDouble(Loaded::amount).sum() / n;
        double y = series.stream().mapToDouble(Loaded::volume).sum() / n;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Loaded point : series) {
            xx += (point.amount - x) * (point.amount - x);
            xy += (point.amount - x) * (point.volume - y);
            yy += (point.volume - y) * (point.volume - y);
        }
        return xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0;
    }
}
