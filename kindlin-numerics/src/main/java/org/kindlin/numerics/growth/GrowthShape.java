package org.kindlin.numerics.growth;

/** Laws of growth that bend away from the exponential by one parameter. */
public enum GrowthShape {
    /** No bend. */
    EXPONENTIAL,
    /** The rate falls at a constant rate, 1/time; exponential as it goes to zero. */
    GOMPERTZ,
    /** Growth ends at a capacity, a volume; exponential as it goes to infinity. */
    LOGISTIC,
    /** Growth becomes linear, volume/time; exponential as that goes to infinity. */
    EXPONENTIAL_LINEAR;

    /**
     * The law.
     *
     * @param rate of growth at small volumes (Gompertz: at time zero), 1/time
     * @param bend the parameter of the shape
     */
    public GrowthLaw law(double rate, double bend) {
        return switch (this) {
            case EXPONENTIAL -> new GrowthLaw.Exponential(rate);
            case GOMPERTZ -> new GrowthLaw.Gompertz(rate, bend);
            case LOGISTIC -> new GrowthLaw.Logistic(rate, bend);
            case EXPONENTIAL_LINEAR ->
                rate > 0
                        ? new ExponentialLinear(rate, bend)
                        : new GrowthLaw.Exponential(rate); // what shrinks stays exponential
        };
    }
}
