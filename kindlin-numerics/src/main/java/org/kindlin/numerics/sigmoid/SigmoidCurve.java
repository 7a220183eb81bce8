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
        Shape shape = shapeAt(logDose, false);
        // From the nearer plateau: the other may be some huge extrapolation.
        double spread = atZeroDose() - atInfiniteDose();
        return shape.complement[0] < shape.fraction[0]
                ? atZeroDose() - spread * shape.complement[0]
                : atInfiniteDose() + spread * shape.fraction[0];
    }

    /** Derivative of the response in each parameter, at its {@link Parameter#place()}. */
    public double[] gradient(double logDose) {
        Shape shape = shapeAt(logDose, true);
        double spread = atZeroDose() - atInfiniteDose();
        double fraction = shape.fraction[0];
        double complement = shape.complement[0];
        boolean falling = direction == Direction.FALLING;
        return new double[] {
            spread * shape.slope[0][0] * Replicates.LN10,
            spread * shape.slope[1][0] / hillSlope,
            falling ? fraction : complement,
            falling ? complement : fraction,
            spread * shape.slope[2][0] / asymmetry
        };
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

    private Shape shapeAt(double logDose, boolean derivatives) {
        Shape shape = new Shape(new double[] {logDose * Replicates.LN10});
        shape.evaluate(coordinates(), derivatives);
        return shape;
    }

    /** The search coordinates of {@link Shape}. */
    double[] coordinates() {
        return new double[] {
            logIc50 * Replicates.LN10, StrictMath.log(hillSlope), asymmetry == 1 ? 0 : StrictMath.log(asymmetry)
        };
    }
}
