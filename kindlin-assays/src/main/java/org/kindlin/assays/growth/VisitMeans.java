package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.Criterion;
import org.kindlin.numerics.mixed.MixedData;
import org.kindlin.numerics.mixed.MixedFit;
import org.kindlin.numerics.mixed.MixedModel;
import org.kindlin.numerics.mixed.RandomStructure;
import org.kindlin.numerics.mixed.SmallSample;
import org.kindlin.numerics.mixed.Subject;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RatioEstimate;
import org.kindlin.numerics.statistics.RatioInterval;

/**
 * Mean volumes of arms on a day as if no animal had left: log volume with a mean of its own for every arm and visit, and start and
 * growth rate of every animal random. Removal that depends on measured volumes is missing at random given them, so these means are
 * not bent by it, and no shape of growth is assumed. Arithmetic means are exp(μ + v/2), v the variance between animals.
 */
final class VisitMeans {
    private static final int MOST_CELLS = 120;
    private static final double PERCENT = 100;

    private final MixedFit fit;
    private final Map<String, Integer> columns;
    private final double start;

    private VisitMeans(MixedFit fit, Map<String, Integer> columns, double start) {
        this.fit = fit;
        this.columns = columns;
        this.start = start;
    }

    private static String cell(String arm, double day) {
        return day + "|" + arm;
    }

    /** The means of two arms up to a day; empty where visits are too many or too uneven, or the model cannot be fitted. */
    static Optional<VisitMeans> of(GrowthData study, List<String> arms, double day, double detectionLimit) {
        List<Animal> animals = study.animals().stream()
                .filter(animal -> arms.contains(animal.arm()))
                .filter(animal -> animal.course().stream().anyMatch(Reading::isMeasurable))
                .toList();
        TreeSet<Double> days = animals.stream()
                .flatMap(animal -> animal.course().stream())
                .map(Reading::day)
                .filter(one -> one <= day)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Integer> columns = new HashMap<>();
        for (Animal animal : animals) {
            animal.course().stream()
                    .filter(reading -> reading.day() <= day)
                    .forEach(
                            reading -> columns.computeIfAbsent(cell(animal.arm(), reading.day()), _ -> columns.size()));
        }
        if (days.isEmpty() || columns.size() > MOST_CELLS || columns.size() > arms.size() * days.size()) {
            return Optional.empty();
        }
        double start = days.first();
        boolean complete = arms.stream()
                .allMatch(arm -> columns.containsKey(cell(arm, start)) && columns.containsKey(cell(arm, day)));
        if (!complete || day <= start) {
            return Optional.empty();
        }
        List<Subject> subjects = new ArrayList<>();
        for (Animal animal : animals) {
            List<Reading> rows = animal.course().stream()
                    .filter(reading -> reading.day() <= day)
                    .toList();
            if (!rows.isEmpty()) {
                subjects.add(subject(animal.arm(), rows, columns, detectionLimit));
            }
        }
        try {
            MixedFit fit = MixedModel.fit(new MixedData(subjects), RandomStructure.CORRELATED, Criterion.REML);
            return fit.observations() > columns.size() + 3
                    ? Optional.of(new VisitMeans(fit, Map.copyOf(columns), start))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Subject subject(String arm, List<Reading> rows, Map<String, Integer> columns, double limit) {
        double[] y = new double[rows.size()];
        double[][] x = new double[rows.size()][columns.size()];
        double[][] z = new double[rows.size()][];
        for (int i = 0; i < y.length; i++) {
            Reading row = rows.get(i);
            y[i] = Math.log(row.isUndetectable() ? limit / 2 : row.volume().orElseThrow());
            Integer column = columns.get(cell(arm, row.day()));
            if (column == null) {
                throw new IllegalStateException("a visit without a column");
            }
            x[i][column] = 1;
            z[i] = new double[] {1, row.day()};
        }
        return new Subject(y, x, z);
    }

    /**
     * Inhibition in percent with its interval.
     *
     * @param corrected less the bias of a ratio, by Beale's estimate
     * @param interval empty where the control's growth is not told from none
     */
    record Inhibition(
            double percent,
            OptionalDouble corrected,
            Optional<RatioInterval.Bounded> interval,
            double treatedToControl) {}

    Inhibition inhibition(String arm, String control, double day, double level) {
        double[] treated = gain(arm, day);
        double[] untreated = gain(control, day);
        double[] treatedSlopes = gradient(arm, day);
        double[] controlSlopes = gradient(control, day);
        double vt = quadratic(treatedSlopes, treatedSlopes);
        double vc = quadratic(controlSlopes, controlSlopes);
        double covariance = quadratic(treatedSlopes, controlSlopes);
        double[] difference = new double[treatedSlopes.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = treatedSlopes[i] / treated[1] - controlSlopes[i] / untreated[1];
        }
        Contrast log = fit.contrast(difference, SmallSample.SATTERTHWAITE);
        double df = Double.isFinite(log.df()) ? Math.max(1, log.df()) : 1;
        RatioInterval set = RatioInterval.fieller(
                treated[0], untreated[0], vt, vc, covariance, Distributions.studentQuantile((1 + level) / 2, df));
        Optional<RatioInterval.Bounded> interval = set instanceof RatioInterval.Bounded bounded && untreated[0] > 0
                ? Optional.of(new RatioInterval.Bounded(PERCENT * (1 - bounded.high()), PERCENT * (1 - bounded.low())))
                : Optional.empty();
        OptionalDouble corrected = untreated[0] > 0
                ? OptionalDouble.of(PERCENT * (1 - RatioEstimate.beale(treated[0], untreated[0], vc, covariance)))
                : OptionalDouble.empty();
        return new Inhibition(
                PERCENT * (1 - treated[0] / untreated[0]), corrected, interval, PERCENT * treated[1] / untreated[1]);
    }

    /** Gain in mean volume since the start, and mean volume on the day. */
    private double[] gain(String arm, double day) {
        double now = mean(arm, day);
        return new double[] {now - mean(arm, start), now};
    }

    /** Less half the variance of the estimated mean log, by which exponentiation would carry the mean too high. */
    private double mean(String arm, double day) {
        int column = column(arm, day);
        return Math.exp(fit.coefficients()[column] + between(day) / 2 - fit.covariance()[column][column] / 2);
    }

    private int column(String arm, double day) {
        return java.util.Objects.requireNonNull(columns.get(cell(arm, day)));
    }

    private double between(double day) {
        double[][] g = fit.randomCovariance();
        return g[0][0] + 2 * day * g[0][1] + day * day * g[1][1];
    }

    /** Derivatives of the gain by the means of log volume; the variances count as known. */
    private double[] gradient(String arm, double day) {
        double[] gradient = new double[columns.size()];
        gradient[column(arm, day)] += mean(arm, day);
        gradient[column(arm, start)] -= mean(arm, start);
        return gradient;
    }

    private double quadratic(double[] left, double[] right) {
        double[][] covariance = fit.covariance();
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; left[i] != 0 && j < right.length; j++) {
                sum += left[i] * covariance[i][j] * right[j];
            }
        }
        return sum;
    }
}
