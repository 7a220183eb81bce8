package org.kindlin.assays.doseresponse;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A curve whose pointwise error another model says, beside a control that is stated. */
record StatedBand(BandedCurve own, DoubleUnaryOperator variance) implements BandedCurve {

    @Override
    public double value(double logDose) {
        return own.value(logDose);
    }

    @Override
    public boolean isFalling() {
        return own.isFalling();
    }

    @Override
    public OptionalDouble logDoseAt(double response) {
        return own.logDoseAt(response);
    }

    @Override
    public boolean hasErrors() {
        return own.hasErrors();
    }

    /** A share of the response at zero dose is asked for only where that is the control. */
    @Override
    public double varianceOfContrast(double logDose, double share) {
        return share == 0 ? variance.applyAsDouble(logDose) : own.varianceOfContrast(logDose, share);
    }

    @Override
    public double varianceAtZeroDose() {
        return own.varianceAtZeroDose();
    }

    @Override
    public double residualVariance() {
        return own.residualVariance();
    }
}
