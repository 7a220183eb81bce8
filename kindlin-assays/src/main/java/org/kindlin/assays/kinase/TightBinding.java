package org.kindlin.assays.kinase;

import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.numerics.binding.QuadraticBinding;

/**
 * Morrison's tight-binding curve of a compound on a target.
 *
 * @param enzymeNanomolar total enzyme, taken as stated
 * @param kiApp the apparent inhibition constant, in nM
 * @param noInhibition response without compound
 * @param fullInhibition response with all enzyme bound
 * @param rss residual sum of squares
 */
public record TightBinding(
        double enzymeNanomolar, Estimate kiApp, double noInhibition, double fullInhibition, double rss) {

    /** The response at a total concentration of compound; empty where the constant is not determined. */
    public OptionalDouble value(double nanomolar) {
        Double constant = kiApp.value();
        if (constant == null) {
            return OptionalDouble.empty();
        }
        double bound = new QuadraticBinding(enzymeNanomolar, constant, nanomolar).boundFraction();
        return OptionalDouble.of(noInhibition + (fullInhibition - noInhibition) * bound);
    }
}
