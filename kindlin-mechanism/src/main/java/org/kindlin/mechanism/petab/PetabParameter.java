package org.kindlin.mechanism.petab;

import java.util.Optional;

/**
 * One row of the parameter table. Bounds and nominal value are on the linear scale, whatever the scale of the search.
 *
 * @param nominal the value where it is not estimated, and the one to compare with
 * @param estimated whether it is to be estimated
 * @param prior of the objective; empty for none but the bounds
 * @param startPrior from which starts are drawn; empty for uniform between the bounds on the scale
 */
public record PetabParameter(
        String id,
        Scale scale,
        double lower,
        double upper,
        double nominal,
        boolean estimated,
        Optional<Prior> prior,
        Optional<Prior> startPrior) {}
