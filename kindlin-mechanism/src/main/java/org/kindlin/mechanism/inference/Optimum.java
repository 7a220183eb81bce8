package org.kindlin.mechanism.inference;

/**
 * Where a search ended.
 *
 * @param point on the parameters' scales
 * @param value of the objective there
 * @param gradientNorm largest component of the gradient that does not press against a bound
 * @param iterations steps taken
 * @param ending why the search ended
 */
public record Optimum(double[] point, double value, double gradientNorm, int iterations, Ending ending) {

    /** Why a search ended. */
    public enum Ending {
        /** No component of the gradient is left but against bounds. */
        GRADIENT("gradient vanishes"),
        /** Steps gain next to nothing. */
        NO_GAIN("no further gain"),
        /** The limit on iterations. */
        ITERATIONS("limit on iterations"),
        /** The model has no answer at the start. */
        NO_START("no likelihood at the start");

        private final String text;

        Ending(String text) {
            this.text = text;
        }

        /** In words. */
        public String text() {
            return text;
        }
    }

    /** The same, reached after so many steps more. */
    Optimum after(int earlier) {
        return new Optimum(point, value, gradientNorm, earlier + iterations, ending);
    }

    /** Whether it is a minimum as far as the search can tell. */
    public boolean converged() {
        return ending == Ending.GRADIENT || ending == Ending.NO_GAIN;
    }
}
