package org.kindlin.numerics.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Departures of a dose matrix from the null models, with intervals by a parametric bootstrap of the whole analysis.
 *
 * <p>Every round draws a variance from its scaled inverse chi-squared distribution, untreated and single-agent cells
 * about their fitted curves, combinations about their observed means, and refits everything: so the intervals hold the
 * uncertainty of the curves as well as that of the cells. Limits are quantiles of what the rounds found (percentile
 * intervals, Davison and Hinkley 1997, section 5.3.1): the error of an estimate under Loewe additivity grows with it, and
 * intervals that mirror the errors, studentised or not, reach to the wrong side. The largest departure is judged by the bootstrap distribution of the
 * largest error over its standard error (as in Van der Borght 2017, maxR).
 *
 * @param noise of the wells
 * @param rounds of the bootstrap
 * @param level of the intervals
 */
public record SynergyAnalysis(WellNoise noise, int rounds, double level) {
    private static final double SIMULTANEOUS = 0.95;

    public SynergyAnalysis {
        if (rounds < 19 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("at least 19 rounds, and a level");
        }
    }

    /** One result for each null model. */
    public List<Synergy> of(DoseMatrix matrix, RandomStream random) {
        return of(matrix, List.of(NullModel.values()), random);
    }

    /** One result for each of these null models; that of a model does not depend on which others are asked for. */
    public List<Synergy> of(DoseMatrix matrix, List<NullModel> models, RandomStream random) {
        MatrixFit fit = MatrixFit.of(matrix);
        double[] effects = fit.effects();
        double[] errors = noise.standardErrors(matrix.cells(), effects);
        double degreesOfFreedom = noise.degreesOfFreedom(matrix.cells(), effects);
        double[][] observed = fit.departures(models);
        List<double[][]> rows = IntStream.range(0, rounds)
                .parallel()
                .mapToObj(round -> fit.with(draw(effects, errors, degreesOfFreedom, random.child(round)))
                        .departures(models))
                .toList();
        List<Synergy> results = new ArrayList<>();
        for (int m = 0; m < observed.length; m++) {
            int model = m;
            double[][] drawn = rows.stream().map(row -> row[model]).toArray(double[][]::new);
            results.add(synergy(models.get(m), fit, observed[m], drawn));
        }
        return results;
    }

    /** Departures without intervals, in the order of the combinations. */
    public static double[] departures(DoseMatrix matrix, NullModel model) {
        return MatrixFit.of(matrix).departures(List.of(model))[0];
    }

    private static double[] draw(double[] effects, double[] errors, double degreesOfFreedom, RandomStream random) {
        double chiSquared = Distributions.chiSquaredQuantile(random.nextOpenDouble(), degreesOfFreedom);
        double inflation = Math.sqrt(degreesOfFreedom / chiSquared);
        double[] drawn = effects.clone();
        for (int c = 0; c < drawn.length; c++) {
            drawn[c] += inflation * errors[c] * random.nextGaussian();
        }
        return drawn;
    }

    private Synergy synergy(NullModel model, MatrixFit fit, double[] observed, double[][] drawn) {
        List<Synergy.Departure> results = new ArrayList<>();
        double[][] ratios = new double[observed.length][];
        for (int i = 0; i < observed.length; i++) {
            int at = i;
            double[] ofCell =
                    Arrays.stream(drawn).mapToDouble(round -> round[at]).toArray();
            Synergy.Interval interval = interval(observed[i], ofCell);
            ratios[i] = ratios(observed[i], interval.standardError(), ofCell);
            Cell cell = fit.design().pair(i);
            results.add(new Synergy.Departure(
                    cell, fit.surface().expected(model, cell.firstDose(), cell.secondDose()), interval));
        }
        double[] means = Arrays.stream(drawn).mapToDouble(SynergyAnalysis::mean).toArray();
        return new Synergy(model, results, interval(mean(observed), means), criticalValue(ratios));
    }

    private Synergy.Interval interval(double value, double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double tail = 0.5 * (1 - level);
        return new Synergy.Interval(
                value, quantile(sorted, tail), quantile(sorted, 1 - tail), standardDeviation(drawn), p(drawn));
    }

    /** Twice the share of rounds on the smaller side of zero. */
    private static double p(double[] drawn) {
        long above = Arrays.stream(drawn).filter(one -> one >= 0).count();
        long below = Arrays.stream(drawn).filter(one -> one <= 0).count();
        return Math.min(1, 2 * (1.0 + Math.min(above, below)) / (drawn.length + 1.0));
    }

    private static double[] ratios(double value, double standardError, double[] drawn) {
        return Arrays.stream(drawn)
                .map(one -> standardError > 0 ? Math.abs(one - value) / standardError : 0)
                .toArray();
    }

    /** @param ratios of errors to standard errors: [combination][round] */
    private double criticalValue(double[][] ratios) {
        double[] largest = IntStream.range(0, rounds)
                .mapToDouble(round -> Arrays.stream(ratios)
                        .mapToDouble(ofCell -> ofCell[round])
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

    private static double standardDeviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
