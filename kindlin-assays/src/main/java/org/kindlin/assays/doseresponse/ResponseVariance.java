package org.kindlin.assays.doseresponse;

/**
 * The variance of an observation as a function of the response expected there: what an instrument's noise makes of the
 * response scale. Only ratios matter to a fit, which estimates the common factor from its own residuals.
 */
@FunctionalInterface
public interface ResponseVariance {
    /** The same variance whatever is expected. */
    ResponseVariance ALIKE = new Constant(1);

    /** The variance where this response is expected; positive and finite. */
    double at(double expected);

    /**
     * A variance that does not depend on the response.
     *
     * @param variance positive and finite
     */
    record Constant(double variance) implements ResponseVariance {
        public Constant {
            if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(variance + " is no variance");
            }
        }

        @Override
        public double at(double expected) {
            return variance;
        }
    }
}
