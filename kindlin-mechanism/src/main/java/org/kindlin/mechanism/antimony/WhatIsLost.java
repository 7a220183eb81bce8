package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.SpeciesReference;

/** What a model says that Antimony has no words for. */
final class WhatIsLost {
    private WhatIsLost() {}

    static List<String> of(Model model) {
        List<String> lost = new ArrayList<>();
        if (!model.conversionFactor().isEmpty()
                || model.species().stream()
                        .anyMatch(one -> !one.conversionFactor().isEmpty())) {
            lost.add("conversion factors");
        }
        if (model.reactions().stream().anyMatch(Reaction::fast)) {
            lost.add("fast reactions");
        }
        if (model.compartments().stream().anyMatch(one -> one.dimensions().orElse(3) != 3)) {
            lost.add("compartments that are no volume");
        }
        if (model.reactions().stream().anyMatch(WhatIsLost::hasFormulaOfStoichiometry)) {
            lost.add("formulas of stoichiometries");
        }
        if (model.fluxBalance().isPresent()) {
            lost.add("flux bounds and objectives");
        }
        return lost;
    }

    private static boolean hasFormulaOfStoichiometry(Reaction reaction) {
        return Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                .map(SpeciesReference::stoichiometryMath)
                .anyMatch(Optional::isPresent);
    }
}
