package org.kindlin.mechanism.inference;

import java.util.Optional;

/**
 * The profile likelihood of one parameter, and what it says (A. Raue et al., Bioinformatics 25:1923, 2009).
 *
 * @param parameter number of the parameter among the estimated
 * @param points places on the parameter's scale, ascending, at which the others were optimised
 * @param values of the objective there
 * @param low lower end of the interval on the scale; empty where the likelihood stays above the threshold to the bound
 * @param high upper end, likewise
 * @param verdict what the shape means
 */
public record Profile(
        int parameter, double[] points, double[] values, Optional<Double> low, Optional<Double> high, Verdict verdict) {

    /** What a profile says about its parameter. */
    public enum Verdict {
        /** The interval closes on both sides. */
        IDENTIFIABLE("identifiable"),
        /** The likelihood has a maximum, but the interval is open on a side. */
        PRACTICALLY_NON_IDENTIFIABLE("practically not identifiable"),
        /** The likelihood does not change with the parameter as long as the others follow. */
        STRUCTURALLY_NON_IDENTIFIABLE("structurally not identifiable");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** In words. */
        public String text() {
            return text;
        }
    }
}
