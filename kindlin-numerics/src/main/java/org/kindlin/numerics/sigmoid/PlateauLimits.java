package org.kindlin.numerics.sigmoid;

/** Limits on the response at zero dose and at infinite dose; equal limits fix a plateau, infinite ones leave it free. */
record PlateauLimits(double zeroLow, double zeroHigh, double infinityLow, double infinityHigh) {

    static final PlateauLimits NONE = new PlateauLimits(
            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static PlateauLimits of(SigmoidSpec spec, Direction direction) {
        Constraint top = spec.constraint(Parameter.TOP);
        Constraint bottom = spec.constraint(Parameter.BOTTOM);
        Constraint zero = direction == Direction.FALLING ? top : bottom;
        Constraint infinity = direction == Direction.FALLING ? bottom : top;
        double none = Double.POSITIVE_INFINITY;
        return new PlateauLimits(zero.low(-none), zero.high(none), infinity.low(-none), infinity.high(none));
    }

    boolean isNone() {
        return equals(NONE);
    }

    boolean allow(double zero, double infinity) {
        return zero >= zeroLow && zero <= zeroHigh && infinity >= infinityLow && infinity <= infinityHigh;
    }

    double clipZero(double value) {
        return Math.clamp(value, zeroLow, zeroHigh);
    }

    double clipInfinity(double value) {
        return Math.clamp(value, infinityLow, infinityHigh);
    }
}
