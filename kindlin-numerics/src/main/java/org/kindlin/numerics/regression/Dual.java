package org.kindlin.numerics.regression;

/**
 * A number that carries its gradient: value and partial derivatives with respect to n independent variables, by
 * forward-mode automatic differentiation (A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed. 2008, chapter 3).
 *
 * <p>A model written with these operations yields its exact Jacobian to rounding. A constant carries an empty gradient
 * and costs what a double costs. Immutable; elementary functions are those of {@link StrictMath}, so values and
 * derivatives are the same bits on every machine. Values outside a function's domain give NaN or infinity, as with
 * doubles; the regression treats them as points that cannot be visited.
 */
public final class Dual {
    private static final double[] NONE = {};

    private final double value;
    private final double[] gradient;

    private Dual(double value, double[] gradient) {
        this.value = value;
        this.gradient = gradient;
    }

    /** The constant of this value. */
    public static Dual constant(double value) {
        return new Dual(value, NONE);
    }

    /** The independent variable of this index among {@code count}, at this value. */
    public static Dual variable(double value, int index, int count) {
        double[] gradient = new double[count];
        gradient[index] = 1;
        return new Dual(value, gradient);
    }

    /** The value. */
    public double value() {
        return value;
    }

    /** The partial derivative by the independent variable of this index; 0 for a constant. */
    public double derivative(int index) {
        return gradient.length == 0 ? 0 : gradient[index];
    }

    /** this + other. */
    public Dual plus(Dual other) {
        return combine(value + other.value, 1, other, 1);
    }

    /** this + constant. */
    public Dual plus(double constant) {
        return new Dual(value + constant, gradient);
    }

    /** this − other. */
    public Dual minus(Dual other) {
        return combine(value - other.value, 1, other, -1);
    }

    /** this − constant. */
    public Dual minus(double constant) {
        return new Dual(value - constant, gradient);
    }

    /** this × other. */
    public Dual times(Dual other) {
        return combine(value * other.value, other.value, other, value);
    }

    /** this × constant. */
    public Dual times(double constant) {
        return chain(value * constant, constant);
    }

    /** this / other. */
    public Dual dividedBy(Dual other) {
        double quotient = value / other.value;
        return combine(quotient, 1 / other.value, other, -quotient / other.value);
    }

    /** this / constant. */
    public Dual dividedBy(double constant) {
        return chain(value / constant, 1 / constant);
    }

    /** −this. */
    public Dual negate() {
        return chain(-value, -1);
    }

    /** 1 / this. */
    public Dual reciprocal() {
        double inverse = 1 / value;
        return chain(inverse, -inverse * inverse);
    }

    /** this², with both factors one number. */
    public Dual square() {
        return chain(value * value, 2 * value);
    }

    /** √this. */
    public Dual sqrt() {
        double root = Math.sqrt(value);
        return chain(root, 0.5 / root);
    }

    /** e to this power. */
    public Dual exp() {
        double power = StrictMath.exp(value);
        return chain(power, power);
    }

    /** e to this power, less 1, exact for small values. */
    public Dual expm1() {
        return chain(StrictMath.expm1(value), StrictMath.exp(value));
    }

    /** The natural logarithm. */
    public Dual log() {
        return chain(StrictMath.log(value), 1 / value);
    }

    /** The natural logarithm of 1 + this, exact for small values. */
    public Dual log1p() {
        return chain(StrictMath.log1p(value), 1 / (1 + value));
    }

    /** This to a constant power. */
    public Dual pow(double exponent) {
        return chain(StrictMath.pow(value, exponent), exponent * StrictMath.pow(value, exponent - 1));
    }

    /** This to a power that varies; this must be positive. */
    public Dual pow(Dual exponent) {
        double power = StrictMath.pow(value, exponent.value);
        double byBase = exponent.value * StrictMath.pow(value, exponent.value - 1);
        return combine(power, byBase, exponent, power * StrictMath.log(value));
    }

    /** The sine. */
    public Dual sin() {
        return chain(StrictMath.sin(value), StrictMath.cos(value));
    }

    /** The cosine. */
    public Dual cos() {
        return chain(StrictMath.cos(value), -StrictMath.sin(value));
    }

    /** The arc tangent. */
    public Dual atan() {
        return chain(StrictMath.atan(value), 1 / (1 + value * value));
    }

    /** The hyperbolic tangent. */
    public Dual tanh() {
        double t = StrictMath.tanh(value);
        return chain(t, 1 - t * t);
    }

    /** A function of this number whose value and derivative are known. */
    public Dual chain(double functionValue, double slope) {
        if (gradient.length == 0) {
            return new Dual(functionValue, NONE);
        }
        double[] result = new double[gradient.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = slope * gradient[i];
        }
        return new Dual(functionValue, result);
    }

    /** A function of two numbers whose value and partial derivatives are known. */
    public Dual combine(double functionValue, double slope, Dual other, double otherSlope) {
        if (other.gradient.length == 0) {
            return chain(functionValue, slope);
        }
        if (gradient.length == 0) {
            return other.chain(functionValue, otherSlope);
        }
        double[] result = new double[gradient.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = slope * gradient[i] + otherSlope * other.gradient[i];
        }
        return new Dual(functionValue, result);
    }

    @Override
    public String toString() {
        return value + " (" + gradient.length + " derivatives)";
    }
}
