package org.kindlin.mechanism.petab;

import java.util.List;
import org.kindlin.mechanism.model.Model;

/** A parameter estimation problem: a model, what was done, what was measured, and what is to be estimated. */
public record PetabProblem(
        String name,
        Model model,
        List<PetabParameter> parameters,
        List<Condition> conditions,
        List<Observable> observables,
        List<Measurement> measurements) {
    /** Makes the lists immutable. */
    public PetabProblem {
        parameters = List.copyOf(parameters);
        conditions = List.copyOf(conditions);
        observables = List.copyOf(observables);
        measurements = List.copyOf(measurements);
    }

    /** Those parameters that are estimated, in the order of the table. */
    public List<PetabParameter> estimated() {
        return parameters.stream().filter(PetabParameter::estimated).toList();
    }
}
