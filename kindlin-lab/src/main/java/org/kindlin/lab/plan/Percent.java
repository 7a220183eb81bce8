package org.kindlin.lab.plan;

import java.math.BigDecimal;
import java.math.MathContext;

/** A fraction as percent, to three digits. */
final class Percent {
    private Percent() {}

    static String of(double fraction) {
        return new BigDecimal(fraction * 100)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
