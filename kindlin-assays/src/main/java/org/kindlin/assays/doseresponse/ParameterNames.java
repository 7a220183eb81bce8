package org.kindlin.assays.doseresponse;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.numerics.sigmoid.Parameter;

/** What the contract calls the parameters of a curve. */
final class ParameterNames {
    private ParameterNames() {}

    static String of(Parameter parameter) {
        return switch (parameter) {
            case LOG_IC50 -> "ic50";
            case HILL_SLOPE -> "hillSlope";
            case TOP -> "top";
            case BOTTOM -> "bottom";
            case ASYMMETRY -> "asymmetry";
        };
    }

    static Optional<Parameter> find(String name) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> of(parameter).equalsIgnoreCase(name.strip()))
                .findFirst();
    }
}
