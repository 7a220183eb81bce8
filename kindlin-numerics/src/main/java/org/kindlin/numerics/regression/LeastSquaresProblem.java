package org.kindlin.numerics.regression;

/**
 * A regression to be fitted: find the parameters within their bounds that minimise Σ ρ(√w (y − f)/σ).
 *
 * @param model the regression function f
 * @param observations the data
 * @param layout the parameters, and which of them each group's curve uses
 * @param weighting how weights w arise
 * @param loss the loss ρ; for least squares the scale σ plays no part
 */
public record LeastSquaresProblem(
        Model model, Observations observations, ParameterLayout layout, Weighting weighting, Loss loss) {
    public LeastSquaresProblem {
        if (observations.size() == 0) {
            throw new IllegalArgumentException("a regression needs observations");
        }
        for (int i = 0; i < observations.size(); i++) {
            if (observations.group(i) >= layout.groups()) {
                throw new IllegalArgumentException(
                        "observation " + i + " in group " + observations.group(i) + " of " + layout.groups());
            }
        }
    }

    /** Least squares with the weights as given. */
    public LeastSquaresProblem(Model model, Observations observations, ParameterLayout layout) {
        this(model, observations, layout, Weighting.asGiven(), Loss.leastSquares());
    }

    /** The same problem with another loss. */
    public LeastSquaresProblem with(Loss other) {
        return new LeastSquaresProblem(model, observations, layout, weighting, other);
    }

    /** The same problem with another weighting. */
    public LeastSquaresProblem with(Weighting other) {
        return new LeastSquaresProblem(model, observations, layout, other, loss);
    }

    /** The same problem with another layout. */
    public LeastSquaresProblem with(ParameterLayout other) {
        return new LeastSquaresProblem(model, observations, other, weighting, loss);
    }

    /** The same problem with other observations. */
    public LeastSquaresProblem with(Observations other) {
        return new LeastSquaresProblem(model, other, layout, weighting, loss);
    }
}
