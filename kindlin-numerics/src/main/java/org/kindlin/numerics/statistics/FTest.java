package org.kindlin.numerics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outcome of an F test.
 *
 * @param statistic the F ratio
 * @param df1 degrees of freedom of the numerator
 * @param df2 degrees of freedom of the denominator
 * @param p probability of a ratio at least as large under the null hypothesis
 */
public record FTest(double statistic, int df1, int df2, double p) {

    /**
     * The extra-sum-of-squares test of a model nested in a fuller one: F = ((RSS₀ − RSS₁)/(df₀ − df₁)) / (RSS₁/df₁).
     *
     * <p>D. M. Bates and D. G. Watts, Nonlinear Regression Analysis and Its Applications (1988), section 3.10.
     * Exact for linear models with normal errors, asymptotic otherwise. Empty where it does not exist: the fuller model
     * has no residual degree of freedom, no parameter more, or fits perfectly. A fuller model that fits worse by
     * rounding gives F = 0.
     */
    public static Optional<FTest> extraSumOfSquares(double rssNested, int dfNested, double rssFull, int dfFull) {
        return ratio(rssNested - rssFull, dfNested - dfFull, rssFull, dfFull);
    }

    /**
     * The test of a fitted curve's lack of fit against the pure error of replicates.
     *
     * <p>With m distinct predictor values among n observations and p fitted parameters, the residual sum of squares
     * splits into pure error (n − m degrees of freedom, scatter about each replicate mean) and lack of fit (m − p)
     * (N. R. Draper and H. Smith, Applied Regression Analysis, 3rd ed. 1998, section 2.1). Replicates share their
     * predictor exactly. Empty where there are no replicates, no more predictor values than parameters, or no scatter.
     *
     * @param predictor predictor of each observation
     * @param response response of each observation
     * @param rss the fit's unweighted residual sum of squares
     * @param parameters number of fitted parameters
     */
    public static Optional<FTest> lackOfFit(double[] predictor, double[] response, double rss, int parameters) {
        SortedMap<Double, List<Double>> replicates = new TreeMap<>();
        for (int i = 0; i < predictor.length; i++) {
            // Adding zero makes −0 and 0 one predictor value.
            replicates
                    .computeIfAbsent(predictor[i] + 0.0, x -> new ArrayList<>())
                    .add(response[i]);
        }
        CompensatedSum pureError = new CompensatedSum();
        for (List<Double> group : replicates.values()) {
            pureError.add(Descriptive.sumOfSquaresAboutMean(
                    group.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        int levels = replicates.size();
        return ratio(rss - pureError.value(), levels - parameters, pureError.value(), predictor.length - levels);
    }

    private static Optional<FTest> ratio(double extra, int df1, double residual, int df2) {
        if (df1 <= 0 || df2 <= 0 || !(residual > 0)) {
            return Optional.empty();
        }
        double statistic = Math.max(0, extra) / df1 / (residual / df2);
        return Optional.of(new FTest(statistic, df1, df2, Distributions.fUpperTail(statistic, df1, df2)));
    }
}
