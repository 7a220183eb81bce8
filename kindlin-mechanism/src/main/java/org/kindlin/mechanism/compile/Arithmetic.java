package org.kindlin.mechanism.compile;

/** The functions that compiled equations call. Truth values are 1 and 0; what is not 0 is true. */
public final class Arithmetic {
    private static final double[] FACTORIALS = factorials();

    private Arithmetic() {}

    private static double[] factorials() {
        double[] all = new double[171];
        all[0] = 1;
        for (int i = 1; i < all.length; i++) {
            all[i] = all[i - 1] * i;
        }
        return all;
    }

    /** The value of an operator of constants, as the compiled code would find it. */
    public static double value(Op op, double a, double b, double c) {
        return switch (op) {
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED ->
                throw new IllegalArgumentException(op + " is no operator");
            case ADD -> a + b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case NEGATE -> -a;
            case POWER -> pow(a, b);
            case SQRT -> sqrt(a);
            case ROOT -> root(a, b);
            case ABS -> abs(a);
            case EXP -> exp(a);
            case LN -> log(a);
            case LOG10 -> log10(a);
            case FLOOR -> floor(a);
            case CEILING -> ceil(a);
            case FACTORIAL -> factorial(a);
            case QUOTIENT -> quotient(a, b);
            case REM -> rem(a, b);
            case MAX -> max(a, b);
            case MIN -> min(a, b);
            case SIN -> sin(a);
            case COS -> cos(a);
            case TAN -> tan(a);
            case ARCSIN -> asin(a);
            case ARCCOS -> acos(a);
            case ARCTAN -> atan(a);
            case SINH -> sinh(a);
            case COSH -> cosh(a);
            case TANH -> tanh(a);
            case ARCSINH -> arcsinh(a);
            case ARCCOSH -> arccosh(a);
            case ARCTANH -> arctanh(a);
            case LESS -> less(a, b);
            case LESS_OR_EQUAL -> lessOrEqual(a, b);
            case EQUAL -> equal(a, b);
            case AND -> and(a, b);
            case OR -> or(a, b);
            case XOR -> xor(a, b);
            case NOT -> not(a);
            case SELECT -> select(a, b, c);
        };
    }

    public static double pow(double base, double exponent) {
        return Math.pow(base, exponent);
    }

    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    /** The root of this degree; of a negative number where the degree is odd. */
    public static double root(double degree, double x) {
        if (degree == 3) {
            return Math.cbrt(x);
        }
        return x < 0 && Math.IEEEremainder(degree, 2) != 0 && degree == Math.rint(degree)
                ? -Math.pow(-x, 1 / degree)
                : Math.pow(x, 1 / degree);
    }

    public static double abs(double x) {
        return Math.abs(x);
    }

    public static double exp(double x) {
        return Math.exp(x);
    }

    public static double log(double x) {
        return Math.log(x);
    }

    public static double log10(double x) {
        return Math.log10(x);
    }

    public static double floor(double x) {
        return Math.floor(x);
    }

    public static double ceil(double x) {
        return Math.ceil(x);
    }

    /** n!, for whole numbers from 0; infinite past 170; not a number elsewhere. */
    public static double factorial(double x) {
        if (!(x >= 0) || x != Math.rint(x)) {
            return Double.NaN;
        }
        return x < FACTORIALS.length ? FACTORIALS[(int) x] : Double.POSITIVE_INFINITY;
    }

    public static double quotient(double dividend, double divisor) {
        double ratio = dividend / divisor;
        return ratio < 0 ? Math.ceil(ratio) : Math.floor(ratio);
    }

    public static double rem(double dividend, double divisor) {
        return dividend % divisor;
    }

    public static double max(double a, double b) {
        return Math.max(a, b);
    }

    public static double min(double a, double b) {
        return Math.min(a, b);
    }

    public static double sin(double x) {
        return Math.sin(x);
    }

    public static double cos(double x) {
        return Math.cos(x);
    }

    public static double tan(double x) {
        return Math.tan(x);
    }

    public static double asin(double x) {
        return Math.asin(x);
    }

    public static double acos(double x) {
        return Math.acos(x);
    }

    public static double atan(double x) {
        return Math.atan(x);
    }

    public static double sinh(double x) {
        return Math.sinh(x);
    }

    public static double cosh(double x) {
        return Math.cosh(x);
    }

    public static double tanh(double x) {
        return Math.tanh(x);
    }

    /** ln(x + sqrt(x² + 1)), without loss of digits near 0. */
    public static double arcsinh(double x) {
        double size = Math.abs(x);
        double value = size > 1e8
                ? Math.log(size) + Math.log(2)
                : Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
        return Math.copySign(value, x);
    }

    /** ln(x + sqrt(x² - 1)). */
    public static double arccosh(double x) {
        double above = x - 1;
        return x > 1e8 ? Math.log(x) + Math.log(2) : Math.log1p(above + Math.sqrt(above * (x + 1)));
    }

    /** ln((1 + x) / (1 - x)) / 2. */
    public static double arctanh(double x) {
        return 0.5 * Math.log1p(2 * x / (1 - x));
    }

    public static double less(double a, double b) {
        return a < b ? 1 : 0;
    }

    public static double lessOrEqual(double a, double b) {
        return a <= b ? 1 : 0;
    }

    public static double equal(double a, double b) {
        return a == b ? 1 : 0;
    }

    public static double and(double a, double b) {
        return a != 0 && b != 0 ? 1 : 0;
    }

    public static double or(double a, double b) {
        return a != 0 || b != 0 ? 1 : 0;
    }

    public static double xor(double a, double b) {
        return (a != 0) != (b != 0) ? 1 : 0;
    }

    public static double not(double a) {
        return a != 0 ? 0 : 1;
    }

    public static double select(double condition, double then, double otherwise) {
        return condition != 0 ? then : otherwise;
    }
}
