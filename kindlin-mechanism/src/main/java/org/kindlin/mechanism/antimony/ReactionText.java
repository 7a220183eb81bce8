package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.SpeciesReference;

/** Writes reactions. */
final class ReactionText {
    private final Spelling spelling;
    private final ExpressionText formulas;

    ReactionText(Spelling spelling, ExpressionText formulas) {
        this.spelling = spelling;
        this.formulas = formulas;
    }

    String of(Reaction reaction) {
        String within = reaction.compartment().isEmpty() ? "" : " in " + spelling.of(reaction.compartment());
        String rate = reaction.kineticLaw().map(law -> formulas.of(law.rate())).orElse("");
        return (spelling.of(reaction.id()) + within + ": " + side(reaction.reactants()) + " "
                                + (reaction.reversible() ? "->" : "=>") + " " + side(reaction.products()) + "; " + rate)
                        .strip()
                + (rate.isEmpty() ? "" : ";");
    }

    private String side(List<SpeciesReference> references) {
        List<String> parts = new ArrayList<>();
        for (SpeciesReference one : references) {
            double count = one.stoichiometry().orElse(1);
            String name = spelling.of(one.species());
            if (!one.id().isEmpty()) {
                parts.add(spelling.of(one.id()) + " " + name);
            } else {
                parts.add(count == 1 ? name : ExpressionText.number(count) + " " + name);
            }
        }
        return String.join(" + ", parts);
    }
}
