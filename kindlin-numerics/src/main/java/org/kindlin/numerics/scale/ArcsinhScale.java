package org.kindlin.numerics.scale;

/**
 * The inverse hyperbolic sine {@code fasinh(x) = (asinh(x sinh(M ln 10)/T) + A ln 10)/((M + A) ln 10)} (Gating-ML 2.0, 6.3).
 *
 * @param top T, the value at 1; positive
 * @param decades M, decades of the scale; positive
 * @param negativeDecades A, further decades for negative values; from 0 to M
 */
public record ArcsinhScale(double top, double decades, double negativeDecades) implements Scale {
    public ArcsinhScale {
        Domain.positive("arcsinh", "T", top);
        Domain.positive("arcsinh", "M", decades);
        Domain.within("arcsinh", "A", negativeDecades, 0, decades);
    }

    @Override
    public double apply(double value) {
        double hyperbolic = value * (StrictMath.sinh(decades * Domain.LN10) / top);
        return (asinh(hyperbolic) + negativeDecades * Domain.LN10) / width();
    }

    @Override
    public double invert(double place) {
        double angle = place * width() - negativeDecades * Domain.LN10;
        return top * (StrictMath.sinh(angle) / StrictMath.sinh(decades * Domain.LN10));
    }

    private double width() {
        return (decades + negativeDecades) * Domain.LN10;
    }

    /** Without cancellation near zero, without overflow far from it. */
    private static double asinh(double z) {
        double size = Math.abs(z);
        if (size > 0x1p28) {
            return Math.copySign(StrictMath.log(size) + StrictMath.log(2), z);
        }
        double square = size * size;
        return Math.copySign(StrictMath.log1p(size + square / (1 + Math.sqrt(1 + square))), z);
    }
}
