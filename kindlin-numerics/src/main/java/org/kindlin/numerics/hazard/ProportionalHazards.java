package org.kindlin.numerics.hazard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.QuadraticForm;
import org.kindlin.numerics.survival.SurvivalCurve;

/**
 * Score tests of proportional hazards: whether a term's effect changes with a function of time (Grambsch and Therneau,
 * Biometrika 81:515, 1994, with the information at each event time instead of its average).
 */
public final class ProportionalHazards {

    /** The function of time. */
    public enum Scale {
        /** One less the pooled Kaplan-Meier curve just before: events weigh alike whatever the censoring. */
        KAPLAN_MEIER,
        /** Rank of the time among all times of exit. */
        RANK,
        /** The time itself. */
        IDENTITY
    }

    /** Chi-squared of one question with its degrees of freedom. */
    public record Test(double chiSquared, int df) {
        public double p() {
            return df == 0 ? 1 : Distributions.chiSquaredUpperTail(chiSquared, df);
        }
    }

    private final RiskSets sets;
    private final double[] score;
    private final double[][] information;

    private ProportionalHazards(CoxFit fit, Scale scale) {
        CoxResiduals residuals = CoxResiduals.of(fit);
        sets = residuals.sets();
        score = new double[2 * sets.terms];
        information = new double[2 * sets.terms][2 * sets.terms];
        double[] times = eventTimes(residuals);
        double[] g = function(fit, scale, times);
        double mean = IntStream.range(0, times.length)
                .mapToDouble(i -> g[i])
                .average()
                .orElse(0);
        int at = 0;
        for (EventStep step : residuals.steps()) {
            int deaths = deaths(step);
            add(step, g[at] - mean);
            at += deaths;
        }
    }

    /**
     * Tests groups of terms, each group together, then all terms.
     *
     * @param groups positions of the terms of each question
     * @return one test for each group and one of all terms at the end
     */
    public static List<Test> of(CoxFit fit, List<int[]> groups, Scale scale) {
        ProportionalHazards tests = new ProportionalHazards(fit, scale);
        int[] all = IntStream.range(0, fit.data().terms()).toArray();
        return Stream.concat(groups.stream(), Stream.of(all)).map(tests::test).toList();
    }

    /** One event time for each event, in the order of the steps. */
    private double[] eventTimes(CoxResiduals residuals) {
        return residuals.steps().stream()
                .flatMapToDouble(step ->
                        DoubleStream.generate(() -> sets.exit[step.from]).limit(deaths(step)))
                .toArray();
    }

    private int deaths(EventStep step) {
        return (int)
                IntStream.range(step.from, step.to).filter(i -> sets.event[i]).count();
    }

    private static double[] function(CoxFit fit, Scale scale, double[] times) {
        double[] sorted = fit.data().sample().exit().clone();
        Arrays.sort(sorted);
        SurvivalCurve curve = KaplanMeier.of(fit.data().sample());
        return Arrays.stream(times)
                .map(t -> switch (scale) {
                    case IDENTITY -> t;
                    case RANK -> rank(sorted, t);
                    case KAPLAN_MEIER -> 1 - before(curve, t);
                })
                .toArray();
    }

    private static double before(SurvivalCurve curve, double t) {
        int i = curve.indexAt(t);
        return i <= 0 ? 1 : curve.survival()[i - 1];
    }

    private static double rank(double[] sorted, double t) {
        int from = Arrays.binarySearch(sorted, t);
        int to = from;
        while (from > 0 && sorted[from - 1] == t) {
            from--;
        }
        while (to + 1 < sorted.length && sorted[to + 1] == t) {
            to++;
        }
        return (from + to) / 2.0 + 1;
    }

    private void add(EventStep step, double g) {
        int terms = sets.terms;
        for (int i = step.from; i < step.to; i++) {
            for (int j = 0; sets.event[i] && j < terms; j++) {
                score[terms + j] += g * (sets.column[j][i] - step.mean[j]);
            }
        }
        int packed = 0;
        for (int j = 0; j < terms; j++) {
            for (int k = 0; k <= j; k++) {
                double v = step.information[packed++];
                addSymmetric(j, k, v);
                addSymmetric(terms + j, terms + k, g * g * v);
                information[j][terms + k] += g * v;
                information[terms + k][j] += g * v;
                if (j != k) {
                    information[k][terms + j] += g * v;
                    information[terms + j][k] += g * v;
                }
            }
        }
    }

    private void addSymmetric(int j, int k, double value) {
        information[j][k] += value;
        if (j != k) {
            information[k][j] += value;
        }
    }

    private Test test(int[] group) {
        int terms = sets.terms;
        int[] kept = IntStream.concat(
                        IntStream.range(0, terms), IntStream.of(group).map(j -> terms + j))
                .toArray();
        double[] u =
                IntStream.of(kept).mapToDouble(i -> i < terms ? 0 : score[i]).toArray();
        double[][] v = new double[kept.length][kept.length];
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                v[i][j] = information[kept[i]][kept[j]];
            }
        }
        QuadraticForm form = QuadraticForm.of(v, u);
        return new Test(form.value(), Math.max(0, form.rank() - terms));
    }
}
