package org.kindlin.numerics.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.random.RandomStream;

/**
 * Departures of a dose matrix from the null models, with intervals by a parametric bootstrap of the whole analysis.
 *
 * <p>Every round draws a variance from its scaled inverse chi-squared distribution, untreated and single-agent cells
 * about their fitted curves, combinations about their observed means, and refits everything: so the intervals hold the
 * uncertainty of the curves as well as that of the cells. Intervals are basic (Davison and Hinkley 1997, section 5.2);
 * the largest departure is judged by the bootstrap distribution of the largest studentised error (as in Van der Borght
 * 2017, maxR).
 *
 * @param variance of one well, pooled
 * @param degreesOfFreedom of the variance
 * @param rounds of the bootstrap
 * @param level of the intervals
 */
public record SynergyAnalysis(double variance, int degreesOfFreedom, int rounds, double level) {
    private static final double SIMULTANEOUS = 0.95;

    public SynergyAnalysis {
        if (!(variance >= 0) || degreesOfFreedom < 1 || rounds < 19 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a variance with degrees of freedom, at least 19 rounds, and a level");
        }
    }

    /** One result for each null model. */
    public List<Synergy> of(DoseMatrix matrix, RandomStream random) {
        return of(matrix, List.of(NullModel.values()), random);
    }

    /** One result for each of these null models; that of a model does not depend on which others are asked for. */
    public List<Synergy> of(DoseMatrix matrix, List<NullModel> models, RandomStream random) {
        NullSurface surface = SingleAgents.fit(matrix);
        Departures observed = Departures.of(matrix, surface, models);
        DoseMatrix truth = truth(matrix, surface);
        Departures centre = Departures.of(truth, surface, models);
        List<Departures> drawn = IntStream.range(0, rounds)
                .parallel()
                .mapToObj(round -> Departures.of(draw(truth, random.child(round)), models))
                .toList();
        List<Synergy> results = new ArrayList<>();
        for (NullModel model : models) {
            double[][] errors = drawn.stream()
                    .map(departures -> minus(departures.from(model), centre.from(model)))
                    .toArray(double[][]::new);
            results.add(synergy(model, matrix, surface, observed.from(model), errors));
        }
        return results;
    }

    /** The single agents alone, fitted to a matrix. */
    public static NullSurface singleAgents(DoseMatrix matrix) {
        return SingleAgents.fit(matrix);
    }

    private static DoseMatrix truth(DoseMatrix matrix, NullSurface surface) {
        return new DoseMatrix(matrix.cells().stream()
                .map(cell -> cell.isCombination()
                        ? cell
                        : cell.withMean(
                                cell.firstDose() > 0
                                        ? surface.first().effect(cell.firstDose())
                                        : surface.second().effect(cell.secondDose())))
                .toList());
    }

    private DoseMatrix draw(DoseMatrix truth, RandomStream random) {
        double chiSquared = 0;
        for (int i = 0; i < degreesOfFreedom; i++) {
            double normal = random.nextGaussian();
            chiSquared += normal * normal;
        }
        double sd = Math.sqrt(variance * degreesOfFreedom / chiSquared);
        return new DoseMatrix(truth.cells().stream()
                .map(cell -> cell.withMean(cell.mean() + sd / Math.sqrt(cell.replicates()) * random.nextGaussian()))
                .toList());
    }

    private Synergy synergy(
            NullModel model, DoseMatrix matrix, NullSurface surface, double[] departures, double[][] errors) {
        List<Cell> cells = matrix.combinations();
        List<Synergy.Departure> results = new ArrayList<>();
        double[] standardErrors = new double[cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            int at = i;
            double[] ofCell =
                    Arrays.stream(errors).mapToDouble(round -> round[at]).toArray();
            Synergy.Interval interval = interval(departures[i], ofCell);
            standardErrors[i] = interval.standardError();
            Cell cell = cells.get(i);
            results.add(new Synergy.Departure(
                    cell, surface.expected(model, cell.firstDose(), cell.secondDose()), interval));
        }
        double[] means =
                Arrays.stream(errors).mapToDouble(SynergyAnalysis::mean).toArray();
        return new Synergy(model, results, interval(mean(departures), means), criticalValue(errors, standardErrors));
    }

    private Synergy.Interval interval(double value, double[] errors) {
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        double tail = 0.5 * (1 - level);
        double mean = mean(errors);
        double squares = Arrays.stream(errors)
                .map(error -> (error - mean) * (error - mean))
                .sum();
        long below = Arrays.stream(errors)
                .filter(error -> error <= -Math.abs(value) || error >= Math.abs(value))
                .count();
        return new Synergy.Interval(
                value,
                value - quantile(sorted, 1 - tail),
                value - quantile(sorted, tail),
                Math.sqrt(squares / (errors.length - 1)),
                (1.0 + below) / (errors.length + 1.0));
    }

    private static double criticalValue(double[][] errors, double[] standardErrors) {
        double[] largest = Arrays.stream(errors)
                .mapToDouble(round -> IntStream.range(0, round.length)
                        .filter(i -> standardErrors[i] > 0)
                        .mapToDouble(i -> Math.abs(round[i]) / standardErrors[i])
                        .max()
                        .orElse(0))
                .sorted()
                .toArray();
        return quantile(largest, SIMULTANEOUS);
    }

    /** Hyndman and Fan's definition 6, that of the expected order statistic's place {@code p (n + 1)}. */
    private static double quantile(double[] sorted, double p) {
        double place = Math.clamp(p * (sorted.length + 1) - 1, 0, sorted.length - 1.0);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
