package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.Criterion;
import org.kindlin.numerics.mixed.MixedData;
import org.kindlin.numerics.mixed.MixedFit;
import org.kindlin.numerics.mixed.MixedModel;
import org.kindlin.numerics.mixed.RandomStructure;
import org.kindlin.numerics.mixed.SmallSample;
import org.kindlin.numerics.mixed.Subject;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RatioEstimate;
import org.kindlin.numerics.statistics.RatioInterval;

/**
 * Mean volumes of arms on a day as if no animal had left: log volume with a mean of its own for every arm and visit, and start and
 * growth rate of every animal random; where animals were measured on days of their own, a curve of the second degree for every arm. Removal that depends on measured volumes is missing at random given them, so these means are
 * not bent by it, and on common visits no shape of growth is assumed. Arithmetic means are exp(μ + v/2), v the variance between animals.
 */
final class VisitMeans {
    private static final int MOST_CELLS = 120;
    private static final double PERCENT = 100;

    private final MixedFit fit;
    private final Basis basis;
    private final double start;

    private VisitMeans(MixedFit fit, Basis basis, double start) {
        this.fit = fit;
        this.basis = basis;
        this.start = start;
    }

    /** The fixed effects of an arm on a day. */
    private interface Basis {
        int columns();

        double[] row(String arm, double day);
    }

    /** A mean for every arm and visit. */
    private record Cells(Map<String, Integer> places) implements Basis {
        static Cells of(ArmDays visits, List<String> arms, double day) {
            Map<String, Integer> places = new HashMap<>();
            for (String arm : arms) {
                for (double one : upTo(visits, day)) {
                    if (visits.group(arm, one).volumes().length > 0) {
                        places.put(name(arm, one), places.size());
                    }
                }
            }
            return new Cells(Map.copyOf(places));
        }

        private static String name(String arm, double day) {
            return day + "|" + arm;
        }

        @Override
        public int columns() {
            return places.size();
        }

        @Override
        public double[] row(String arm, double day) {
            double[] row = new double[places.size()];
            row[Objects.requireNonNull(places.get(name(arm, day)))] = 1;
            return row;
        }
    }

    /** A curve of the second degree for every arm, in parts of the days measured. */
    private record Curves(List<String> arms, double span) implements Basis {
        @Override
        public int columns() {
            return 3 * arms.size();
        }

        @Override
        public double[] row(String arm, double day) {
            double[] row = new double[columns()];
            int at = 3 * arms.indexOf(arm);
            double part = day / span;
            row[at] = 1;
            row[at + 1] = part;
            row[at + 2] = part * part;
            return row;
        }
    }

    private static List<Double> upTo(ArmDays visits, double day) {
        return visits.days().stream().filter(one -> one <= day).toList();
    }

    /** Whether arms share visits up to a day: at least half of each on the first and on that day, and not too many between. */
    static boolean haveVisits(ArmDays visits, List<String> arms, double day) {
        List<Double> days = upTo(visits, day);
        return !days.isEmpty()
                && arms.size() * days.size() <= MOST_CELLS
                && arms.stream()
                        .allMatch(arm -> visits.group(arm, days.getFirst()).volumes().length > 0
                                && visits.group(arm, day).volumes().length > 0)
                && arms.stream()
                                .mapToInt(arm -> days.stream()
                                        .mapToInt(one -> visits.group(arm, one).volumes().length)
                                        .sum())
                                .sum()
                        > 2
                                * arms.stream()
                                        .mapToInt(arm -> (int) days.stream()
                                                .filter(one ->
                                                        visits.group(arm, one).volumes().length > 0)
                                                .count())
                                        .sum();
    }

    /** The means of two arms up to a day; empty where the model cannot be fitted. */
    static Optional<VisitMeans> of(
            GrowthData study, ArmDays visits, List<String> arms, double day, double detectionLimit) {
        List<Animal> animals = study.animals().stream()
                .filter(animal -> arms.contains(animal.arm()))
                .filter(animal -> animal.course().stream().anyMatch(Reading::isMeasurable))
                .toList();
        boolean haveVisits = haveVisits(visits, arms, day);
        double start = haveVisits
                ? visits.days().getFirst()
                : arms.stream().mapToDouble(arm -> firstDay(animals, arm)).max().orElse(0);
        if (!(day > start)) {
            return Optional.empty();
        }
        Basis basis = haveVisits ? Cells.of(visits, arms, day) : new Curves(arms, day);
        List<Subject> subjects = new ArrayList<>();
        for (Animal animal : animals) {
            List<Reading> rows = animal.course().stream()
                    .filter(reading -> reading.day() <= day)
                    .toList();
            if (!rows.isEmpty()) {
                subjects.add(subject(animal.arm(), rows, basis, detectionLimit));
            }
        }
        try {
            MixedFit fit = MixedModel.fit(new MixedData(subjects), RandomStructure.CORRELATED, Criterion.REML);
            return fit.observations() > basis.columns() + 3
                    ? Optional.of(new VisitMeans(fit, basis, start))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The middle one of the first days of an arm's animals. */
    private static double firstDay(List<Animal> animals, String arm) {
        double[] first = animals.stream()
                .filter(animal -> animal.arm().equals(arm))
                .mapToDouble(animal -> animal.course().getFirst().day())
                .toArray();
        return first.length == 0 ? Double.POSITIVE_INFINITY : Descriptive.median(first);
    }

    private static Subject subject(String arm, List<Reading> rows, Basis basis, double limit) {
        double[] y = new double[rows.size()];
        double[][] x = new double[rows.size()][];
        double[][] z = new double[rows.size()][];
        for (int i = 0; i < y.length; i++) {
            Reading row = rows.get(i);
            y[i] = Math.log(row.isUndetectable() ? limit / 2 : row.volume().orElseThrow());
            x[i] = basis.row(arm, row.day());
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
        double[] row = basis.row(arm, day);
        double log = 0;
        for (int i = 0; i < row.length; i++) {
            log += row[i] * fit.coefficients()[i];
        }
        return Math.exp(log + between(day) / 2 - quadratic(row, row) / 2);
    }

    private double between(double day) {
        double[][] g = fit.randomCovariance();
        return g[0][0] + 2 * day * g[0][1] + day * day * g[1][1];
    }

    /** Derivatives of the gain by the fixed effects; the variances count as known. */
    private double[] gradient(String arm, double day) {
        double now = mean(arm, day);
        double before = mean(arm, start);
        double[] last = basis.row(arm, day);
        double[] first = basis.row(arm, start);
        double[] gradient = new double[basis.columns()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = now * last[i] - before * first[i];
        }
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
