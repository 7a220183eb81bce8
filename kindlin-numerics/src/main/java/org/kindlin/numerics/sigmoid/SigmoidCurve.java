package org.kindlin.numerics.sigmoid;

import java.util.OptionalDouble;

/**
 * A sigmoid dose-response curve.
 *
 * <p>With {@code f(x) = (1 + (2^(1/g) - 1) (x/ic50)^h)^-g} the response is {@code bottom + (top - bottom) f} where it
 * falls and {@code top - (top - bottom) f} where it rises, so that percent inhibition and percent activity of the same
 * wells give the same {@code ic50}, slope and asymmetry.
 *
 * @param logIc50 common logarithm of the dose half-way between the plateaus
 * @param hillSlope steepness h, positive
 * @param top upper plateau
 * @param bottom lower plateau
 * @param asymmetry exponent g, positive; 1 is symmetric
 */
public record SigmoidCurve(
        double logIc50, double hillSlope, double top, double bottom, double asymmetry, Direction direction) {

    static SigmoidCurve of(double[] at, PlateauFit plateaus) {
        double zero = plateaus.atZero();
        double infinity = plateaus.atInfinity();
        return new SigmoidCurve(
                at[0] / Replicates.LN10,
                StrictMath.exp(at[1]),
                Math.max(zero, infinity),
                Math.min(zero, infinity),
                at[2] == 0 ? 1 : StrictMath.exp(at[2]),
                zero >= infinity ? Direction.FALLING : Direction.RISING);
    }

    public double get(Parameter parameter) {
        return switch (parameter) {
            case LOG_IC50 -> logIc50;
            case HILL_SLOPE -> hillSlope;
            case TOP -> top;
            case BOTTOM -> bottom;
            case ASYMMETRY -> asymmetry;
        };
    }

    /** The response at zero dose. */
    public double atZeroDose() {
        return direction == Direction.FALLING ? top : bottom;
    }

    /** The response at infinite dose. */
    public double atInfiniteDose() {
        return direction == Direction.FALLING ? bottom : top;
    }

    /** The response at a dose given by its common logarithm; {@code -Infinity} is zero dose. */
    public double value(double logDose) {
        Shape shape = new Shape(new double[] {logDose * Replicates.LN10});
        shape.evaluate(coordinates(), false);
        // From the nearer plateau: the other may be some huge extrapolation.
        double spread = atZeroDose() - atInfiniteDose();
        return shape.complement[0] < shape.fraction[0]
                ? atZeroDose() - spread * shape.complement[0]
                : atInfiniteDose() + spread * shape.fraction[0];
    }

    /** Derivative of the response in each parameter, at its {@link Parameter#place()}. */
    public double[] gradient(double logDose) {
        double[][] columns = jacobian(new double[] {logDose * Replicates.LN10}, true);
        double[] gradient = new double[columns.length];
        for (int p = 0; p < gradient.length; p++) {
            gradient[p] = columns[p][0];
        }
        return gradient;
    }

    /**
     * Derivatives of the responses at doses given by their natural logarithms: [place of the parameter][dose].
     *
     * @param withAsymmetry whether those in the asymmetry are wanted; zero otherwise
     */
    double[][] jacobian(double[] lnDose, boolean withAsymmetry) {
        Shape shape = new Shape(lnDose);
        shape.searchesAsymmetry = withAsymmetry;
        shape.evaluate(coordinates(), true);
        boolean falling = direction == Direction.FALLING;
        double spread = atZeroDose() - atInfiniteDose();
        scale(shape.slope[0], spread * Replicates.LN10);
        scale(shape.slope[1], spread / hillSlope);
        scale(shape.slope[2], spread / asymmetry);
        return new double[][] {
            shape.slope[0],
            shape.slope[1],
            falling ? shape.fraction : shape.complement,
            falling ? shape.complement : shape.fraction,
            shape.slope[2]
        };
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /** The logarithmic dose at which the response is this, or empty where the curve never reaches it. */
    public OptionalDouble logDoseAt(double response) {
        double fraction = (response - atInfiniteDose()) / (atZeroDose() - atInfiniteDose());
        if (!(fraction > 0 && fraction < 1)) {
            return OptionalDouble.empty();
        }
        double odds = asymmetry == 1
                ? (atZeroDose() - response) / (response - atInfiniteDose())
                : StrictMath.expm1(-StrictMath.log(fraction) / asymmetry)
                        / StrictMath.expm1(StrictMath.log(2) / asymmetry);
        double logDose = logIc50 + StrictMath.log10(odds) / hillSlope;
        return Double.isFinite(logDose) ? OptionalDouble.of(logDose) : OptionalDouble.empty();
    }

    /** The search coordinates of {@link Shape}. */
    double[] coordinates() {
        return new double[] {
            logIc50 * Replicates.LN10, StrictMath.log(hillSlope), asymmetry == 1 ? 0 : StrictMath.log(asymmetry)
        };
    }
}
