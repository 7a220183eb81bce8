package org.kindlin.lab.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/** Quantities as worksheets print them. */
public final class Amount {
    private static final int DIGITS = 4;

    private Amount() {}

    /** A number to four significant digits, without an exponent. */
    public static String number(double number) {
        return new BigDecimal(number)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A concentration in the unit of M, mM, uM, nM, pM that leaves one to three digits before the point. */
    public static String concentration(double nanomolar) {
        if (nanomolar == 0) {
            return "0";
        }
        Unit unit = nanomolar >= 1e6
                ? Unit.MILLIMOLAR
                : nanomolar >= 1e3 ? Unit.MICROMOLAR : nanomolar >= 1 ? Unit.NANOMOLAR : Unit.PICOMOLAR;
        return number(new Quantity(nanomolar, Unit.NANOMOLAR).in(unit)) + " "
                + unit.symbol().replace('u', 'µ');
    }
}
