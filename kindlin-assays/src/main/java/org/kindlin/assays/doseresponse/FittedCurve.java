package org.kindlin.assays.doseresponse;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.statistics.FTest;

/**
 * A curve together with what it was fitted to.
 *
 * @param range the doses tested
 * @param fit the global least-squares optimum
 */
public record FittedCurve(CurveData data, CurveProtocol protocol, TestedRange range, SigmoidFit fit) {
    private static final double SHARE_IN_SIGHT = 0.01;

    public SigmoidCurve curve() {
        return fit.curve();
    }

    public double logIc50() {
        return fit.curve().logIc50();
    }

    public boolean isFalling() {
        return fit.curve().direction() == Direction.FALLING;
    }

    /** The standard deviation of an observation of weight one; empty without degrees of freedom. */
    public OptionalDouble residualStandardDeviation() {
        OptionalDouble variance = fit.residualVariance();
        return variance.isPresent() ? OptionalDouble.of(Math.sqrt(variance.getAsDouble())) : variance;
    }

    /** The curve against the best horizontal line, by extra sum of squares; empty where neither is nested in the other. */
    public Optional<FTest> flatTest() {
        if (isFixed(Parameter.TOP) && isFixed(Parameter.BOTTOM)) {
            return Optional.empty();
        }
        return FTest.extraSumOfSquares(fit.constantRss(), fit.observations() - 1, fit.rss(), fit.degreesOfFreedom());
    }

    /** The curve against replicate means, by extra sum of squares; empty without replicates or spare doses. */
    public Optional<FTest> lackOfFitTest() {
        return FTest.extraSumOfSquares(
                fit.rss(), fit.degreesOfFreedom(), fit.pureErrorRss(), fit.observations() - fit.doses());
    }

    /** How much of its whole way, from zero to infinite dose, the curve has gone at a dose. */
    public double progressAt(double logDose) {
        SigmoidCurve curve = fit.curve();
        return (curve.value(logDose) - curve.atZeroDose()) / (curve.atInfiniteDose() - curve.atZeroDose());
    }

    /**
     * Whether the tested doses show so little of the way to a plateau that its height is a guess: less than 1 % of the
     * span. The least-squares height then follows from the limits of the search, and may be of any size.
     */
    boolean isOutOfSight(Parameter plateau) {
        Parameter atZero = isFalling() ? Parameter.TOP : Parameter.BOTTOM;
        if (isFixed(plateau)) {
            return false;
        }
        return plateau == atZero
                ? data.zeroDoseMean().isEmpty() && progressAt(range.lowest()) > 1 - SHARE_IN_SIGHT
                : progressAt(range.highest()) < SHARE_IN_SIGHT;
    }

    boolean isFixed(Parameter parameter) {
        return protocol.spec().constraint(parameter) instanceof Constraint.Fixed;
    }
}
