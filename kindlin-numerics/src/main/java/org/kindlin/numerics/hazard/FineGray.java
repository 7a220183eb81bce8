package org.kindlin.numerics.hazard;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.numerics.survival.CompetingSample;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.SurvivalCurve;
import org.kindlin.numerics.survival.SurvivalSample;
import org.kindlin.numerics.survival.TimeOrder;

/**
 * Proportional hazards of the subdistribution of one cause (Fine and Gray, J Am Stat Assoc 94:496, 1999): who had another cause
 * first stays in the risk set with the weight G(t-) / G(T-), G being the Kaplan-Meier curve of censoring. Ties are Breslow's;
 * the covariance is the sandwich that counts G as estimated.
 *
 * <p>Where subjects enter late the weight is G(t-) H(t-) / (G(T-) H(T-)), H being the product-limit estimate of the distribution of
 * entry times in reversed time (R. B. Geskus, Biometrics 67:39, 2011). The covariance is then the sandwich with the weights as known.
 */
public final class FineGray {
    private static final int MOST_ITERATIONS = 60;
    private static final double SETTLED = 1e-18;

    private final int n;
    private final int terms;
    /** Rows by ascending time, covariates centred. */
    private final double[] design;

    private final double[] time;
    private final int[] cause;
    /** Censoring curve, times that of entry, just before each row's time. */
    private final double[] stay;
    /** Rows by ascending time of entry, and these times; of length zero where all enter at the origin. */
    private final int[] entering;

    private final double[] entry;

    /**
     * A fit.
     *
     * @param coefficients log subdistribution hazard ratio for each unit of each covariate
     */
    public record Fit(double[] coefficients, double[][] covariance, double logLikelihoodNull, double logLikelihood) {}

    /** Sums at one value of the coefficients. */
    private static final class Sums {
        double logLikelihood;
        double[] score = new double[0];
        double[] information = new double[0];
        /** For each row: its weight; for each failure, hazard increment and mean covariates, at the first row of its time. */
        double[] weight = new double[0];

        double[] hazard = new double[0];
        double[][] mean = new double[0][];
    }

    private FineGray(CompetingSample sample, double[][] covariates) {
        n = sample.size();
        terms = covariates.length;
        int[] order = TimeOrder.ascending(sample.time());
        design = new double[n * terms];
        time = new double[n];
        cause = new int[n];
        stay = new double[n];
        boolean[] censored = new boolean[n];
        for (int i = 0; i < n; i++) {
            censored[i] = sample.cause()[i] == 0;
        }
        SurvivalCurve censoring = KaplanMeier.of(new SurvivalSample(sample.entry(), sample.time(), censored));
        entry = new double[sample.isTruncated() ? n : 0];
        for (int i = 0; i < n; i++) {
            time[i] = sample.time()[order[i]];
            cause[i] = sample.cause()[order[i]];
            int at = censoring.indexAt(time[i]) - 1;
            stay[i] = at < 0 ? 1 : censoring.survival()[at];
            if (entry.length > 0) {
                entry[i] = sample.entry()[order[i]];
            }
        }
        entering = TimeOrder.ascending(entry);
        if (entry.length > 0) {
            double[] entered = EntryCurve.before(sample, time);
            for (int i = 0; i < n; i++) {
                stay[i] *= entered[i];
            }
        }
        for (int j = 0; j < terms; j++) {
            double mean = Arrays.stream(covariates[j]).sum() / n;
            for (int i = 0; i < n; i++) {
                design[i * terms + j] = covariates[j][order[i]] - mean;
            }
        }
    }

    /**
     * The fit; empty where there is no event of the cause, or no maximum, and where all that were at risk had entered at one time while
     * others had the other cause before it: then no weight can be given to those.
     */
    public static Optional<Fit> fit(CompetingSample sample, int cause, double[]... covariates) {
        FineGray model = new FineGray(sample, covariates);
        return model.hasWeights(cause) ? model.fit(cause) : Optional.empty();
    }

    private boolean hasWeights(int wanted) {
        for (int i = 0; i < n; i++) {
            if (cause[i] != 0 && cause[i] != wanted && !(stay[i] > 0)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Fit> fit(int wanted) {
        double[] beta = new double[terms];
        Sums now = sums(beta, wanted);
        double nullValue = now.logLikelihood;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            PackedCholesky curvature = PackedCholesky.of(now.information, terms);
            if (!curvature.isPositiveDefinite()) {
                return Optional.empty();
            }
            double[] step = curvature.solve(now.score);
            double decrement = 0;
            for (int j = 0; j < terms; j++) {
                decrement += step[j] * now.score[j];
            }
            if (decrement < SETTLED) {
                return Optional.of(
                        new Fit(beta, sandwich(now, curvature.inverse(), wanted), nullValue, now.logLikelihood));
            }
            now = advance(beta, step, now, wanted);
        }
        return Optional.empty();
    }

    private Sums advance(double[] beta, double[] step, Sums now, int wanted) {
        double[] from = beta.clone();
        double size = 1;
        Sums next = now;
        for (int halving = 0; halving < 30; halving++) {
            for (int j = 0; j < terms; j++) {
                beta[j] = from[j] + size * step[j];
            }
            next = sums(beta, wanted);
            if (next.logLikelihood >= now.logLikelihood - 1e-12 * Math.abs(now.logLikelihood)) {
                break;
            }
            size /= 2;
        }
        return next;
    }

    private Sums sums(double[] beta, int wanted) {
        Sums sums = new Sums();
        sums.weight = new double[n];
        sums.score = new double[terms];
        sums.information = new double[terms * (terms + 1) / 2];
        sums.hazard = new double[n];
        sums.mean = new double[n][];
        double[] eta = new double[n];
        RiskSums risk = new RiskSums(terms, false);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < terms; j++) {
                eta[i] += design[i * terms + j] * beta[j];
            }
            sums.weight[i] = StrictMath.exp(eta[i]);
            if (entry.length == 0) {
                risk.add(sums.weight[i], design, i);
            }
        }
        int entered = 0;
        RiskSums gone = new RiskSums(terms, false); // had another cause first, each over G at its time
        int from = 0;
        while (from < n) {
            int to = from;
            int deaths = 0;
            while (to < n && time[to] == time[from]) {
                deaths += cause[to] == wanted ? 1 : 0;
                to++;
            }
            while (entered < entry.length && entry[entering[entered]] < time[from]) {
                risk.add(sums.weight[entering[entered]], design, entering[entered]);
                entered++;
            }
            if (deaths > 0) {
                addTime(sums, eta, from, to, deaths, risk, gone, wanted);
            }
            for (int i = from; i < to; i++) {
                risk.add(-sums.weight[i], design, i);
                if (cause[i] != 0 && cause[i] != wanted) {
                    gone.add(sums.weight[i] / stay[i], design, i);
                }
            }
            from = to;
        }
        return sums;
    }

    private void addTime(
            Sums sums, double[] eta, int from, int to, int deaths, RiskSums risk, RiskSums gone, int wanted) {
        double g = stay[from];
        double total = risk.weight + g * gone.weight;
        double[] mean = new double[terms];
        int packed = 0;
        for (int j = 0; j < terms; j++) {
            mean[j] = (risk.first[j] + g * gone.first[j]) / total;
            for (int k = 0; k <= j; k++) {
                double second = (risk.second[packed] + g * gone.second[packed]) / total;
                sums.information[packed++] += deaths * (second - mean[j] * mean[k]);
            }
        }
        for (int i = from; i < to; i++) {
            if (cause[i] == wanted) {
                sums.logLikelihood += eta[i] - StrictMath.log(total);
                for (int j = 0; j < terms; j++) {
                    sums.score[j] += design[i * terms + j] - mean[j];
                }
            }
        }
        sums.hazard[from] = deaths / total;
        sums.mean[from] = mean;
    }

    /** Inverse information, then the squares of each row's influence, then inverse information again. */
    private double[][] sandwich(Sums sums, double[][] inverse, int wanted) {
        double[][] influence = influence(sums, wanted);
        if (entry.length == 0) {
            addCensoring(influence, sums, wanted);
        }
        double[][] middle = new double[terms][terms];
        for (double[] row : influence) {
            for (int j = 0; j < terms; j++) {
                for (int k = 0; k < terms; k++) {
                    middle[j][k] += row[j] * row[k];
                }
            }
        }
        return product(product(inverse, middle), inverse);
    }

    private double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[terms][terms];
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < terms; j++) {
                for (int k = 0; k < terms; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    /** Score residuals of the weighted model: at risk until the own time, and on with weight after another cause. */
    private double[][] influence(Sums sums, int wanted) {
        double[][] influence = new double[n][terms];
        double[] tail = new double[terms + 1]; // of the hazard weighted by G, after the time looked at
        double[][] after = new double[n][];
        for (int i = n - 1; i >= 0; i--) {
            after[i] = tail.clone();
            if (sums.hazard[i] > 0) {
                int same = i;
                while (same < n && time[same] == time[i]) {
                    after[same++] = tail.clone();
                }
                tail[terms] += stay[i] * sums.hazard[i];
                for (int j = 0; j < terms; j++) {
                    tail[j] += stay[i] * sums.hazard[i] * sums.mean[i][j];
                }
            }
        }
        double[][] missed = missed(sums);
        double[] until = new double[terms + 1];
        for (int i = 0; i < n; i++) {
            int first = firstOf(i);
            if (first == i && sums.hazard[i] > 0) {
                until[terms] += sums.hazard[i];
                for (int j = 0; j < terms; j++) {
                    until[j] += sums.hazard[i] * sums.mean[i][j];
                }
            }
            boolean goesOn = cause[i] != 0 && cause[i] != wanted;
            for (int j = 0; j < terms; j++) {
                double x = design[i * terms + j];
                double own = cause[i] == wanted ? x - sums.mean[first][j] : 0;
                double before = sums.weight[i] * (x * (until[terms] - missed[i][terms]) - (until[j] - missed[i][j]));
                double later = goesOn ? sums.weight[i] / stay[i] * (x * after[i][terms] - after[i][j]) : 0;
                influence[i][j] = own - before - later;
            }
        }
        return influence;
    }

    /** Hazards, and with them mean covariates, up to each row's entry. */
    private double[][] missed(Sums sums) {
        double[][] missed = new double[n][terms + 1];
        double[] until = new double[terms + 1];
        int row = 0;
        for (int late : entering) {
            while (row < n && time[row] <= entry[late]) {
                if (sums.hazard[row] > 0) {
                    until[terms] += sums.hazard[row];
                    for (int j = 0; j < terms; j++) {
                        until[j] += sums.hazard[row] * sums.mean[row][j];
                    }
                }
                row++;
            }
            missed[late] = until.clone();
        }
        return missed;
    }

    private int firstOf(int row) {
        int first = row;
        while (first > 0 && time[first - 1] == time[row]) {
            first--;
        }
        return first;
    }

    /** What the estimation of G adds: each censoring moves the weights of all that had another cause before. */
    private void addCensoring(double[][] influence, Sums sums, int wanted) {
        double[] tail = new double[terms + 1];
        double[][] from = new double[n][]; // hazards weighted by G from the time of the row on
        for (int i = n - 1; i >= 0; i--) {
            if (sums.hazard[i] > 0) {
                tail[terms] += stay[i] * sums.hazard[i];
                for (int j = 0; j < terms; j++) {
                    tail[j] += stay[i] * sums.hazard[i] * sums.mean[i][j];
                }
            }
            from[i] = tail.clone();
        }
        double[] gone = new double[terms + 1];
        double[] compensator = new double[terms];
        int begin = 0;
        while (begin < n) {
            int end = begin;
            int censored = 0;
            while (end < n && time[end] == time[begin]) {
                censored += cause[end] == 0 ? 1 : 0;
                end++;
            }
            double atRisk = n - begin;
            double[] q = new double[terms];
            for (int j = 0; j < terms; j++) {
                q[j] = gone[j] * from[begin][terms] - gone[terms] * from[begin][j];
                compensator[j] += q[j] / atRisk * censored / atRisk;
            }
            for (int i = begin; i < end; i++) {
                for (int j = 0; j < terms; j++) {
                    influence[i][j] += (cause[i] == 0 ? q[j] / atRisk : 0) - compensator[j];
                }
            }
            for (int i = begin; i < end; i++) {
                if (cause[i] != 0 && cause[i] != wanted) {
                    double w = sums.weight[i] / stay[i];
                    gone[terms] += w;
                    for (int j = 0; j < terms; j++) {
                        gone[j] += w * design[i * terms + j];
                    }
                }
            }
            begin = end;
        }
    }
}
