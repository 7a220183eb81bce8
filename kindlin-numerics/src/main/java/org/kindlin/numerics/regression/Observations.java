package org.kindlin.numerics.regression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The data of a regression: predictors, response, weight and group of each observation.
 *
 * <p>A weight is proportional to the reciprocal of the observation's variance. All numbers are finite, weights positive;
 * leave an excluded observation out. Immutable.
 */
public final class Observations {
    private final double[][] predictors;
    private final double[] response;
    private final double[] weights;
    private final int[] groups;

    private Observations(double[][] predictors, double[] response, double[] weights, int[] groups) {
        this.predictors = predictors;
        this.response = response;
        this.weights = weights;
        this.groups = groups;
        requireSize("predictors", predictors.length);
        requireSize("weights", weights.length);
        requireSize("groups", groups.length);
        for (int i = 0; i < response.length; i++) {
            boolean finite =
                    Double.isFinite(response[i]) && Arrays.stream(predictors[i]).allMatch(Double::isFinite);
            if (!finite || !(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY) || groups[i] < 0) {
                throw new IllegalArgumentException("observation " + i + ": predictors " + Arrays.toString(predictors[i])
                        + ", response " + response[i] + ", weight " + weights[i] + ", group " + groups[i]);
            }
        }
    }

    /** Observations of one predictor, of weight one, in one group. */
    public static Observations of(double[] predictor, double[] response) {
        return ofRows(Arrays.stream(predictor).mapToObj(x -> new double[] {x}).toArray(double[][]::new), response);
    }

    /** Observations of several predictors (one row each), of weight one, in one group. */
    public static Observations ofRows(double[][] predictors, double[] response) {
        double[] ones = new double[response.length];
        Arrays.fill(ones, 1);
        double[][] rows = Arrays.stream(predictors).map(double[]::clone).toArray(double[][]::new);
        return new Observations(rows, response.clone(), ones, new int[response.length]);
    }

    /** The same observations with these weights. */
    public Observations withWeights(double[] other) {
        return new Observations(predictors, response, other.clone(), groups);
    }

    /** The same observations in these groups, numbered as in the {@link ParameterLayout}. */
    public Observations withGroups(int[] other) {
        return new Observations(predictors, response, weights, other.clone());
    }

    /** The same observations with another response. */
    public Observations withResponse(double[] other) {
        return new Observations(predictors, other.clone(), weights, groups);
    }

    /** The number of observations. */
    public int size() {
        return response.length;
    }

    /** The response of this observation. */
    public double response(int observation) {
        return response[observation];
    }

    /** The weight of this observation. */
    public double weight(int observation) {
        return weights[observation];
    }

    /** The group of this observation. */
    public int group(int observation) {
        return groups[observation];
    }

    /** The predictors of this observation. */
    public double[] predictors(int observation) {
        return predictors[observation].clone();
    }

    /**
     * The observations' numbers ordered by group, predictors, response and weight: work done in this order does not
     * depend on the order in which the observations came.
     */
    int[] canonicalOrder() {
        Comparator<Integer> byValue = Comparator.comparingInt((Integer i) -> groups[i])
                .thenComparing(i -> predictors[i], Arrays::compare)
                .thenComparingDouble(i -> response[i])
                .thenComparingDouble(i -> weights[i]);
        return IntStream.range(0, size())
                .boxed()
                .sorted(byValue)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void requireSize(String what, int size) {
        if (size != response.length) {
            throw new IllegalArgumentException(size + " " + what + " for " + response.length + " responses");
        }
    }
}
