package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.sigmoid.Parameter;

/** The mid-point of a sigmoid. */
record MidpointEvidence(FittedCurve fitted, CurveIntervals intervals) implements DoseEvidence {

    @Override
    public String name() {
        return "ic50";
    }

    @Override
    public String noun() {
        return "mid-point";
    }

    @Override
    public boolean isMidpoint() {
        return true;
    }

    @Override
    public boolean isPlacedBySearchLimit() {
        return fitted.fit().atBound().contains(Parameter.HILL_SLOPE);
    }

    @Override
    public double logDose() {
        return fitted.logIc50();
    }

    @Override
    public Limits limits(double level) {
        return intervals.of(Parameter.LOG_IC50, level);
    }

    @Override
    public Limits oneSided(double level) {
        return intervals.oneSided(Parameter.LOG_IC50, level);
    }

    @Override
    public boolean excludeAtOrBelow(double logDose, double confidence) {
        return intervals.excludeAtOrBelow(logDose, confidence);
    }

    @Override
    public boolean excludeAtOrAbove(double logDose, double confidence) {
        return intervals.excludeAtOrAbove(logDose, confidence);
    }
}
