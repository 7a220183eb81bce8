package org.kindlin.assays.doseresponse;

import java.util.OptionalDouble;

/** The band of a sigmoid. */
record SigmoidBand(FittedCurve fitted) implements BandedCurve {

    @Override
    public double value(double logDose) {
        return fitted.curve().value(logDose);
    }

    @Override
    public boolean isFalling() {
        return fitted.isFalling();
    }

    @Override
    public OptionalDouble logDoseAt(double response) {
        return fitted.curve().logDoseAt(response);
    }

    @Override
    public boolean hasErrors() {
        return fitted.fit().covariance().isPresent();
    }

    @Override
    public double varianceOfContrast(double logDose, double share) {
        double[] gradient = fitted.curve().gradient(logDose);
        double[] zero = fitted.curve().gradient(Double.NEGATIVE_INFINITY);
        for (int i = 0; i < gradient.length && share != 0; i++) {
            gradient[i] -= share * zero[i];
        }
        return varianceOf(gradient);
    }

    @Override
    public double varianceAtZeroDose() {
        return varianceOf(fitted.curve().gradient(Double.NEGATIVE_INFINITY));
    }

    @Override
    public double residualVariance() {
        return fitted.fit().residualVariance().orElseThrow();
    }

    private double varianceOf(double[] gradient) {
        return fitted.fit().covariance().orElseThrow().varianceOf(gradient);
    }
}
