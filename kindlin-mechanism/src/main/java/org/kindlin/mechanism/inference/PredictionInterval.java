package org.kindlin.mechanism.inference;

/**
 * What the data leave open about a prediction: the values that a model can predict whose likelihood is not significantly
 * below the best.
 *
 * @param best at the optimum
 * @param low lower end
 * @param high upper end
 * @param openLow whether the lower end is set by the bound of a parameter, or by where the search gave up, and not by the data
 *     alone
 * @param openHigh likewise
 * @param noise standard deviation, or scale, of a measurement about the prediction, on the observable's scale; not a
 *     number where there is none
 */
public record PredictionInterval(
        double best, double low, double high, boolean openLow, boolean openHigh, double noise) {}
