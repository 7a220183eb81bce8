package org.kindlin.assays.proliferation;

import org.kindlin.assays.result.Prose;

/** The methods paragraph. */
final class ProliferationMethods {
    private ProliferationMethods() {}

    static String of(ProliferationResult result) {
        ProliferationProtocol protocol = result.protocol();
        String undivided = result.controls().undivided().isEmpty()
                ? "Without an undivided control, m was sought just below the brightest events."
                : "m was held to " + Prose.number(protocol.undividedLow()) + " to "
                        + Prose.number(protocol.undividedHigh()) + " of the median of the undivided control.";
        String generations = protocol.generations().isPresent()
                ? "The number of generations was stated."
                : "The number of generations (up to " + protocol.mostGenerations()
                        + ") and whether there are events of none follow from the Bayesian information criterion.";
        String intervals = protocol.intervals() == ProliferationProtocol.IndexIntervals.LIKELIHOOD
                ? "from the curvature of the likelihood by the delta method"
                : "percentiles of " + protocol.bootstrapSamples() + " refits to resampled events";
        return "Living events were counted in 512 bins of log intensity and fitted by maximum likelihood with one peak a"
                + " generation g, of mean m 2^-g + a (dye m, autofluorescence a, both log-normal, their sum by three"
                + " moments). " + undivided + " " + auto(result) + " " + generations
                + " With N_i cells in generation i and P_i"
                + " = N_i / 2^i: percent divided 100 sum_{i>=1} P_i / sum P_i; division index sum i P_i / sum P_i;"
                + " proliferation index sum i P_i / sum_{i>=1} P_i; expansion index sum N_i / sum P_i; replication index"
                + " sum_{i>=1} N_i / sum_{i>=1} P_i. Intervals (" + Prose.number(100 * protocol.level()) + " %) are "
                + intervals
                + "; variances are multiplied by the reduced chi-squared where the misfit is more than chance.";
    }

    private static String auto(ProliferationResult result) {
        if (result.protocol().autofluorescence().isPresent()) {
            return "a was stated.";
        }
        return result.controls().auto().isPresent()
                ? "a is the mean of unstained cells."
                : "a was inferred from the spacing of the peaks in all cultures together, and its uncertainty is in the intervals.";
    }
}
