package org.kindlin.mechanism.model;

import java.util.List;
import java.util.Optional;

/**
 * A process that turns reactants into products.
 *
 * @param reversible whether it can run backwards; says nothing to the simulation
 * @param fast whether it is at equilibrium at all times (dropped in Level 3 Version 2)
 * @param compartment where it takes place; may be empty; says nothing to the simulation
 * @param modifiers species that its rate depends on without being used up
 * @param kineticLaw its speed; empty where not said
 */
public record Reaction(
        String id,
        boolean reversible,
        boolean fast,
        String compartment,
        List<SpeciesReference> reactants,
        List<SpeciesReference> products,
        List<String> modifiers,
        Optional<KineticLaw> kineticLaw,
        Remarks remarks) {
    public Reaction {
        reactants = List.copyOf(reactants);
        products = List.copyOf(products);
        modifiers = List.copyOf(modifiers);
    }
}
