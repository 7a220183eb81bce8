package org.kindlin.mechanism.sbml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.SpeciesReference;

/** A model in the words of Level 3: formulas of stoichiometry become assignment rules. */
final class LevelThree {
    private final Model model;
    private final ModelBuilder rules = new ModelBuilder();
    private final Set<String> used = new HashSet<>();

    private LevelThree(Model model) {
        this.model = model;
    }

    static Model of(Model model) {
        boolean already = model.reactions().stream().allMatch(LevelThree::plain);
        return already ? model : new LevelThree(model).rewritten();
    }

    private static boolean plain(Reaction reaction) {
        return reaction.reactants().stream()
                        .allMatch(each -> each.stoichiometryMath().isEmpty())
                && reaction.products().stream()
                        .allMatch(each -> each.stoichiometryMath().isEmpty());
    }

    private Model rewritten() {
        collectNames();
        ModelBuilder builder = new ModelBuilder()
                .id(model.id())
                .units(model.units())
                .conversionFactor(model.conversionFactor())
                .remarks(model.remarks());
        model.functions().forEach(builder::add);
        model.unitDefinitions().forEach(builder::add);
        model.compartments().forEach(builder::add);
        model.species().forEach(builder::add);
        model.parameters().forEach(builder::add);
        model.initialAssignments().forEach(builder::add);
        model.rules().forEach(builder::add);
        model.constraints().forEach(builder::add);
        model.reactions().forEach(reaction -> builder.add(rewritten(reaction)));
        rules.build().rules().forEach(builder::add);
        model.events().forEach(builder::add);
        return builder.build();
    }

    private void collectNames() {
        model.functions().forEach(each -> used.add(each.id()));
        model.compartments().forEach(each -> used.add(each.id()));
        model.species().forEach(each -> used.add(each.id()));
        model.parameters().forEach(each -> used.add(each.id()));
        model.events().forEach(each -> used.add(each.id()));
        for (Reaction reaction : model.reactions()) {
            used.add(reaction.id());
            reaction.reactants().forEach(each -> used.add(each.id()));
            reaction.products().forEach(each -> used.add(each.id()));
            reaction.kineticLaw().ifPresent(law -> law.localParameters().forEach(each -> used.add(each.id())));
        }
    }

    private Reaction rewritten(Reaction reaction) {
        return new Reaction(
                reaction.id(),
                reaction.reversible(),
                reaction.fast(),
                reaction.compartment(),
                rewritten(reaction, reaction.reactants()),
                rewritten(reaction, reaction.products()),
                reaction.modifiers(),
                reaction.kineticLaw(),
                reaction.remarks());
    }

    private List<SpeciesReference> rewritten(Reaction reaction, List<SpeciesReference> references) {
        List<SpeciesReference> all = new ArrayList<>();
        for (SpeciesReference reference : references) {
            if (reference.stoichiometryMath().isEmpty()) {
                all.add(reference);
                continue;
            }
            String id = reference.id().isEmpty() ? name(reaction.id() + "_" + reference.species()) : reference.id();
            rules.add(new Rule.Assignment(id, reference.stoichiometryMath().get(), Remarks.NONE));
            all.add(new SpeciesReference(
                    id, reference.species(), OptionalDouble.empty(), Optional.empty(), false, reference.remarks()));
        }
        return all;
    }

    private String name(String wanted) {
        String name = wanted;
        for (int i = 2; !used.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }
}
