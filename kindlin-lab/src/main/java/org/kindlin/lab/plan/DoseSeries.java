package org.kindlin.lab.plan;

import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * Doses on a plate: the highest, and each next one {@code fold} lower.
 *
 * @param top highest concentration in the assay well
 * @param fold dilution from dose to dose, above 1
 * @param count number of doses
 */
public record DoseSeries(Quantity top, double fold, int count) {

    /** The dose at a position from 0, the highest first, in nM. */
    public double nanomolar(int position) {
        return top.in(Unit.NANOMOLAR) / StrictMath.pow(fold, position);
    }
}
