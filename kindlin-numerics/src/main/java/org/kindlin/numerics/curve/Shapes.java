package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;

/** Elementary shapes whose values and slopes are finite for every argument. */
final class Shapes {
    /** Beyond this, {@code exp(-exp(z))} and its slope are zero. */
    private static final double EXTINCT = 7;

    private Shapes() {}

    /** {@code 1/(1 + e^z)}. */
    static Dual falling(Dual z) {
        double value = 1 / (1 + StrictMath.exp(z.value()));
        double rest = 1 / (1 + StrictMath.exp(-z.value()));
        return z.chain(value, -value * rest);
    }

    /** {@code exp(-e^z)}. */
    static Dual extinction(Dual z) {
        if (z.value() > EXTINCT) {
            return z.chain(0, 0);
        }
        double exponential = StrictMath.exp(z.value());
        double value = StrictMath.exp(-exponential);
        return z.chain(value, -value * exponential);
    }

    /** {@code 1 - exp(-e^z)}, exact where it is small. */
    static Dual uptake(Dual z) {
        if (z.value() > EXTINCT) {
            return z.chain(1, 0);
        }
        double exponential = StrictMath.exp(z.value());
        return z.chain(-StrictMath.expm1(-exponential), exponential * StrictMath.exp(-exponential));
    }
}
