package org.kindlin.assays.uncertainty;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.result.Estimate;
import org.kindlin.numerics.statistics.Distributions;

/**
 * A quantity that was read off standard curves, with its uncertainty in two parts: what is this specimen's own, and what
 * comes from a plate's curve and moves every specimen of that plate together.
 *
 * @param low lower confidence limit, minus infinity where not bounded
 * @param high upper confidence limit, infinite where not bounded
 * @param own standard error from the specimen's own readings, or from cultures among each other
 * @param ownDf its degrees of freedom
 * @param shared standard error from the curve of each plate, and from a blank subtracted from many, by name; signed, since
 *     a difference may turn it round
 * @param sharedDf degrees of freedom of the curves
 */
public record Measured(
        double value,
        double low,
        double high,
        double own,
        double ownDf,
        SortedMap<String, Double> shared,
        double sharedDf) {

    public Measured {
        shared = Collections.unmodifiableSortedMap(new TreeMap<>(shared));
    }

    /**
     * With limits from both parts, {@code u} own and {@code v} shared. Their quantile lies midway between that of Student's t
     * with Welch and Satterthwaite's degrees of freedom, too short where few degrees of freedom meet a small second part
     * (93.7 % for 3), and {@code sqrt(t_u^2 u^2 + t_v^2 v^2)} (Zou and Donner 2008), too wide where both are of one size
     * (97.0 %); midway 94.6 to 96.0 %.
     */
    public static Measured of(
            double value, double own, double ownDf, Map<String, Double> shared, double sharedDf, double level) {
        Measured open = new Measured(value, value, value, own, ownDf, new TreeMap<>(shared), sharedDf);
        double half = open.halfWidth(level);
        return new Measured(value, value - half, value + half, own, ownDf, open.shared, sharedDf);
    }

    private double halfWidth(double level) {
        double ownVariance = own * own;
        double sharedVariance = sharedVariance();
        double variance = ownVariance + sharedVariance;
        if (variance == 0) {
            return 0;
        }
        if (!Double.isFinite(variance)) {
            return Double.POSITIVE_INFINITY;
        }
        double ownShare = ownVariance / variance; // shares, so that neither square leaves the range of numbers
        double sharedShare = sharedVariance / variance;
        double df = 1 / (ownShare * ownShare / ownDf + sharedShare * sharedShare / sharedDf);
        double pooled = Math.sqrt(variance) * Distributions.studentQuantile(0.5 + level / 2, df);
        double apart = Math.hypot(half(own, ownDf, level), half(Math.sqrt(sharedVariance), sharedDf, level));
        return 0.5 * (pooled + apart);
    }

    private static double half(double error, double df, double level) {
        return error == 0 ? 0 : error * Distributions.studentQuantile(0.5 + level / 2, df);
    }

    /** The variance that comes from the curves. */
    public double sharedVariance() {
        return shared.values().stream().mapToDouble(error -> error * error).sum();
    }

    /** What two quantities owe to the same curves. */
    public double covariance(Measured other) {
        return shared.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * other.shared.getOrDefault(entry.getKey(), 0.0))
                .sum();
    }

    public double standardError() {
        return Math.sqrt(own * own + sharedVariance());
    }

    /** The quantity times a positive number known exactly. */
    public Measured times(double factor) {
        return new Measured(value * factor, low * factor, high * factor, own * factor, ownDf, scaled(factor), sharedDf);
    }

    private SortedMap<String, Double> scaled(double factor) {
        SortedMap<String, Double> scaled = new TreeMap<>();
        shared.forEach((plate, error) -> scaled.put(plate, error * factor));
        return scaled;
    }

    /** The sum of quantities: own errors add in square, those of one curve in full. A single summand keeps its limits. */
    public static Measured sum(List<Measured> parts, double level) {
        return parts.size() == 1 ? parts.getFirst() : combined(parts, Collections.nCopies(parts.size(), 1.0), level);
    }

    /** The same quantity as one that many others have in common: its own error moves them together. */
    public Measured asShared(String name) {
        SortedMap<String, Double> all = new TreeMap<>(shared);
        all.put(name, own);
        return new Measured(value, low, high, 0, ownDf, all, Math.min(ownDf, sharedDf));
    }

    /** This less another. */
    public Measured minus(Measured other, double level) {
        return combined(List.of(this, other), List.of(1.0, -1.0), level);
    }

    /** The sum of quantities times factors. */
    public static Measured weightedSum(List<Measured> parts, List<Double> factors, double level) {
        return parts.size() == 1 ? parts.getFirst().times(factors.getFirst()) : combined(parts, factors, level);
    }

    /** A linear combination of quantities whose own errors are independent. */
    public static Measured combined(List<Measured> parts, List<Double> factors, double level) {
        double value = 0;
        double[] variances = new double[parts.size()];
        double sharedDf = Double.POSITIVE_INFINITY;
        SortedMap<String, Double> shared = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Measured part = parts.get(i);
            double factor = factors.get(i);
            value += factor * part.value;
            variances[i] = factor * part.own * factor * part.own;
            part.shared.forEach((plate, error) -> shared.merge(plate, factor * error, Double::sum));
            sharedDf = Math.min(sharedDf, part.sharedDf);
        }
        double variance = Arrays.stream(variances).sum();
        return of(value, Math.sqrt(variance), degrees(variances, variance, parts), shared, sharedDf, level);
    }

    /** Satterthwaite's degrees of freedom of a sum of own variances. */
    private static double degrees(double[] variances, double sum, List<Measured> parts) {
        double inverse = 0;
        for (int i = 0; i < variances.length; i++) {
            double share = variances[i] / sum;
            inverse += share * share / parts.get(i).ownDf;
        }
        return inverse > 0 ? 1 / inverse : parts.getFirst().ownDf;
    }

    /**
     * The lower limit of something that cannot be negative: zero where it is below. That of an interval wholly below zero is
     * left as it is, for all to see.
     */
    public double lowFromZero() {
        return high < 0 ? low : Math.max(0, low);
    }

    /** As an estimate of something that cannot be negative, with {@link #lowFromZero}. */
    public Estimate estimate(String name, String unit, double level, String method) {
        return Estimate.of(name, value, unit, lowFromZero(), high, level, standardError(), method);
    }
}
