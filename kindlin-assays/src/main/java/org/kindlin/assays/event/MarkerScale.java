package org.kindlin.assays.event;

import java.util.Arrays;
import org.kindlin.numerics.scale.ArcsinhScale;
import org.kindlin.numerics.scale.Scale;
import org.kindlin.numerics.statistics.OrderStatistics;

/**
 * The arcsinh on which a dye's populations are told apart: {@code asinh(x / c)} with c a ten-thousandth of the range over two,
 * or the 5 % point of the negative values (the noise about zero; the rule of Parks, Roederer and Moore for the logicle, Cytometry A
 * 69A:541, 2006) where that is further out. Below its noise the arcsinh would tear one population about zero in two.
 */
public final class MarkerScale {
    private static final double DECADES = 4;
    private static final double BELOW_ZERO = 1;
    private static final double FAR = 0.05;
    private static final int LEAST_NEGATIVE = 20;
    private static final double DIGITS = 100;

    private MarkerScale() {}

    /** The scale of values up to the end of their range. */
    public static Scale of(double[] values, double top) {
        double[] negative = Arrays.stream(values)
                .filter(value -> value < 0 && Double.isFinite(value))
                .toArray();
        int far = (int) (FAR * negative.length);
        double noise =
                negative.length < LEAST_NEGATIVE ? 0 : -OrderStatistics.select(negative, 0, negative.length, far);
        double cofactor = Math.max(top / Math.sinh(DECADES * Math.log(10)), Math.min(noise, top / DIGITS));
        double ratio = top / cofactor;
        double decades = Math.log(ratio + Math.sqrt(ratio * ratio + 1)) / Math.log(10);
        return new ArcsinhScale(top, Math.min(DECADES, Math.rint(DIGITS * decades) / DIGITS), BELOW_ZERO);
    }
}
