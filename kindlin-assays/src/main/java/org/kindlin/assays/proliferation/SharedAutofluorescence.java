package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.proliferation.PeakLimits.Range;
import org.kindlin.numerics.mixture.BinnedMixture;
import org.kindlin.numerics.mixture.MixtureFit;

/**
 * The autofluorescence of an experiment without unstained cells, from the spacing of the peaks in all its cultures together.
 *
 * <p>The joint likelihood of mean and coefficient of variation, everything else of each culture at its optimum (S. A. Murphy
 * and A. W. van der Vaart, J. Am. Stat. Assoc. 95:449-465, 2000), by Newton's steps on logarithms. The covariance is the
 * inverse of its curvature: what remains unknown enters the intervals of every culture.
 *
 * @param logMean natural logarithm of the mean
 * @param logCv that of the coefficient of variation
 * @param covariance of the two; zero for one at the end of its range
 */
public record SharedAutofluorescence(double logMean, double logCv, double[][] covariance) {
    /** Peaks fewer than this say little about the autofluorescence. */
    private static final int TELLING_DIVISIONS = 3;

    private static final int STEPS = 4;
    private static final double NOTHING_TO_GAIN = 1e-3;
    private static final double LONGEST_STEP = 0.5;
    private static final double DIFFERENCE = 0.02;

    /** The likelihood around a point: gradient and curvature by differences. */
    private record Local(double value, double[] gradient, double[][] curvature) {}

    /** From the fits that each culture gave alone; empty where none tells. */
    static Optional<SharedAutofluorescence> of(Iterable<GenerationFit> fits) {
        List<GenerationFit> telling = new ArrayList<>();
        for (GenerationFit fit : fits) {
            if (fit.divisions() >= TELLING_DIVISIONS && variance(fit) > 0) {
                telling.add(fit);
            }
        }
        return telling.stream()
                .min(Comparator.comparingDouble(SharedAutofluorescence::variance))
                .map(best -> climb(telling, best));
    }

    private static double variance(GenerationFit fit) {
        int index = fit.shapes().components() + GenerationPeaks.AUTO;
        return fit.mixture().covariance()[index][index];
    }

    private static SharedAutofluorescence climb(List<GenerationFit> telling, GenerationFit start) {
        double[] at = {StrictMath.log(start.autofluorescence()), StrictMath.log(start.autofluorescenceCv())};
        Local here = local(telling, at);
        for (int step = 0; step < STEPS; step++) {
            double[] move = product(inverse(here.curvature()), here.gradient());
            double longest = Math.max(Math.abs(move[0]), Math.abs(move[1]));
            double share = Math.min(1, LONGEST_STEP / longest);
            double[] next = within(telling, at[0] + share * move[0], at[1] + share * move[1]);
            Local there = local(telling, next);
            if (!(there.value() > here.value())) {
                break;
            }
            boolean settled = there.value() - here.value() < NOTHING_TO_GAIN;
            at = next;
            here = there;
            if (settled) {
                break;
            }
        }
        return new SharedAutofluorescence(at[0], at[1], inverse(here.curvature()));
    }

    /** Within the ranges of every culture that allow it. */
    private static double[] within(List<GenerationFit> telling, double logMean, double logCv) {
        PeakLimits limits = telling.getFirst().limits();
        double least = telling.stream()
                .mapToDouble(fit -> fit.limits().auto().low())
                .min()
                .orElseThrow();
        double most = telling.stream()
                .mapToDouble(fit -> fit.limits().auto().high())
                .max()
                .orElseThrow();
        return new double[] {
            Math.clamp(logMean, StrictMath.log(least), StrictMath.log(most)),
            Math.clamp(
                    logCv,
                    StrictMath.log(limits.autoCv().low()),
                    StrictMath.log(limits.autoCv().high()))
        };
    }

    private static Local local(List<GenerationFit> telling, double[] at) {
        double h = DIFFERENCE;
        double centre = logLikelihood(telling, at[0], at[1]);
        double right = logLikelihood(telling, at[0] + h, at[1]);
        double left = logLikelihood(telling, at[0] - h, at[1]);
        double up = logLikelihood(telling, at[0], at[1] + h);
        double down = logLikelihood(telling, at[0], at[1] - h);
        double both = logLikelihood(telling, at[0] + h, at[1] + h);
        double neither = logLikelihood(telling, at[0] - h, at[1] - h);
        double cross = -(both - right - up + 2 * centre - left - down + neither) / (2 * h * h);
        return new Local(centre, new double[] {(right - left) / (2 * h), (up - down) / (2 * h)}, new double[][] {
            {-(right - 2 * centre + left) / (h * h), cross}, {cross, -(up - 2 * centre + down) / (h * h)}
        });
    }

    private static double logLikelihood(List<GenerationFit> telling, double logMean, double logCv) {
        double sum = 0;
        for (GenerationFit fit : telling) {
            sum += held(fit, logMean, logCv).logLikelihood() / fit.overdispersion();
        }
        return sum;
    }

    /** A culture's fit again, with the autofluorescence held elsewhere. */
    private static MixtureFit held(GenerationFit fit, double logMean, double logCv) {
        PeakLimits limits = new PeakLimits(
                fit.limits().undivided(), Range.known(StrictMath.exp(logMean)), Range.known(StrictMath.exp(logCv)));
        return BinnedMixture.fit(
                fit.bins().counts(), fit.shapes(), limits.shape(), fit.mixture().shape());
    }

    /** The inverse of a curvature; of what does not curve downwards, zero. */
    private static double[][] inverse(double[][] c) {
        double determinant = c[0][0] * c[1][1] - c[0][1] * c[1][0];
        if (c[0][0] > 0 && c[1][1] > 0 && determinant > 1e-6 * c[0][0] * c[1][1]) {
            return new double[][] {
                {c[1][1] / determinant, -c[0][1] / determinant}, {-c[1][0] / determinant, c[0][0] / determinant}
            };
        }
        return new double[][] {{c[0][0] > 0 ? 1 / c[0][0] : 0, 0}, {0, 0}};
    }

    private static double[] product(double[][] matrix, double[] vector) {
        return new double[] {
            matrix[0][0] * vector[0] + matrix[0][1] * vector[1], matrix[1][0] * vector[0] + matrix[1][1] * vector[1]
        };
    }

    /** As what is known of the autofluorescence before a culture is fitted. */
    Controls.Autofluorescence known() {
        return new Controls.Autofluorescence(StrictMath.exp(logMean), Range.known(StrictMath.exp(logCv)));
    }

    /** A fit of a culture again, with an autofluorescence so many standard deviations away along the two axes. */
    MixtureFit refit(GenerationFit fit, double[] counts, double first, double second) {
        double sd = Math.sqrt(covariance[0][0]);
        double slope = sd > 0 ? covariance[0][1] / sd : 0;
        double rest = Math.sqrt(Math.max(0, covariance[1][1] - slope * slope));
        PeakLimits limits = new PeakLimits(
                fit.limits().undivided(),
                Range.known(StrictMath.exp(logMean + sd * first)),
                Range.known(StrictMath.exp(logCv + slope * first + rest * second)));
        return BinnedMixture.fit(
                counts, fit.shapes(), limits.shape(), fit.mixture().shape());
    }

    /** The covariance of a culture's cells that comes from not knowing the autofluorescence. */
    double[][] ofCells(GenerationFit fit) {
        int generations = fit.divisions() + 1;
        double[] first = change(fit, generations, 1, 0);
        double[] second = change(fit, generations, 0, 1);
        double[][] sum = new double[generations][generations];
        for (int i = 0; i < generations; i++) {
            for (int j = 0; j < generations; j++) {
                sum[i][j] = first[i] * first[j] + second[i] * second[j];
            }
        }
        return sum;
    }

    private double[] change(GenerationFit fit, int generations, double first, double second) {
        double[] above = refit(fit, fit.bins().counts(), first, second).expected();
        double[] below = refit(fit, fit.bins().counts(), -first, -second).expected();
        double[] change = new double[generations];
        Arrays.setAll(change, g -> 0.5 * (above[g] - below[g]));
        return change;
    }
}
