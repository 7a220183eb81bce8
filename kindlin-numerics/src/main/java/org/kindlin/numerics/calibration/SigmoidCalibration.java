package org.kindlin.numerics.calibration;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidFit;

/**
 * A four- or five-parameter logistic standard curve, at the global least-squares optimum.
 *
 * <p>{@link #excess} refits every parameter with the further observation, starting at the optimum: the profile likelihood
 * of a concentration.
 */
public final class SigmoidCalibration implements CalibrationCurve {
    private final SigmoidFit fit;
    private final LocalSigmoid local;
    private final Optional<double[][]> inverse;

    SigmoidCalibration(SigmoidFit fit, LocalSigmoid local) {
        this.fit = fit;
        this.local = local;
        this.inverse = fit.atBound().isEmpty() ? local.inverse() : Optional.empty();
    }

    public SigmoidCurve curve() {
        return fit.curve();
    }

    /** The parameters that ended at a limit of the search. */
    public Set<Parameter> atBound() {
        return fit.atBound();
    }

    /**
     * The variance of a parameter (of the common logarithm of the mid-point) in units of the residual variance; empty where
     * the calibrators do not determine every parameter.
     */
    public OptionalDouble variance(Parameter parameter) {
        if (inverse.isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean falling = curve().direction() == Direction.FALLING;
        int zero = falling == (parameter == Parameter.TOP) ? 0 : 1;
        int place = switch (parameter) {
            case TOP, BOTTOM -> zero;
            case LOG_IC50 -> 2;
            case HILL_SLOPE -> 3;
            case ASYMMETRY -> 4;
        };
        double scale = switch (parameter) {
            case TOP, BOTTOM -> 1;
            case LOG_IC50 -> 1 / StrictMath.log(10);
            case HILL_SLOPE -> curve().hillSlope();
            case ASYMMETRY -> curve().asymmetry();
        };
        double[][] matrix = inverse.get();
        return place < matrix.length ? OptionalDouble.of(matrix[place][place] * scale * scale) : OptionalDouble.empty();
    }

    @Override
    public double response(double x) {
        return curve().value(StrictMath.log10(x));
    }

    @Override
    public double slope(double x) {
        SigmoidCurve curve = curve();
        double k = StrictMath.expm1(StrictMath.log(2) / curve.asymmetry());
        double h = curve.hillSlope();
        double scale = StrictMath.pow(10, curve.logIc50());
        double relative = StrictMath.pow(x / scale, h - 1);
        double inner = 1 + k * StrictMath.pow(x / scale, h);
        double fraction = -curve.asymmetry() * StrictMath.pow(inner, -curve.asymmetry() - 1) * k * h * relative / scale;
        return (curve.atZeroDose() - curve.atInfiniteDose()) * fraction;
    }

    @Override
    public OptionalDouble concentration(double response) {
        if (response == curve().atZeroDose()) {
            return OptionalDouble.of(0);
        }
        OptionalDouble logDose = curve().logDoseAt(response);
        return logDose.isPresent() ? OptionalDouble.of(StrictMath.pow(10, logDose.getAsDouble())) : logDose;
    }

    @Override
    public OptionalDouble leverage(double x) {
        if (inverse.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] g = local.gradient(local.start(), StrictMath.log10(x));
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < g.length; j++) {
                sum += g[i] * g[j] * inverse.get()[i][j];
            }
        }
        return OptionalDouble.of(Math.max(sum, 0));
    }

    @Override
    public double excess(double x, double response, double weight) {
        return local.excess(StrictMath.log10(x), response, weight);
    }

    @Override
    public double lowestReadable() {
        return 0;
    }

    @Override
    public double highestReadable() {
        return Double.POSITIVE_INFINITY;
    }
}
