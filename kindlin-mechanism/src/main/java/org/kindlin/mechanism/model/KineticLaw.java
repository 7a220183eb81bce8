package org.kindlin.mechanism.model;

import java.util.List;

/**
 * The speed of a reaction, in extent per time (not concentration per time).
 *
 * @param localParameters constants that only this formula sees; they hide global names
 */
public record KineticLaw(Expression rate, List<Parameter> localParameters, Remarks remarks) {
    public KineticLaw {
        localParameters = List.copyOf(localParameters);
    }
}
