package org.kindlin.mechanism.model;

import java.util.List;

/** A named unit: the product of its factors. */
public record UnitDefinition(String id, List<UnitFactor> factors, Remarks remarks) {
    public UnitDefinition {
        factors = List.copyOf(factors);
    }
}
