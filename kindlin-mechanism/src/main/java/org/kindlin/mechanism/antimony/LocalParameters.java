package org.kindlin.mechanism.antimony;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;

/** Constants of single reactions become constants of the model, named {@code reaction_constant}: Antimony has no others. */
final class LocalParameters {
    private LocalParameters() {}

    static Model global(Model model) {
        boolean none = model.reactions().stream()
                .flatMap(reaction -> reaction.kineticLaw().stream())
                .allMatch(law -> law.localParameters().isEmpty());
        if (none) {
            return model;
        }
        Set<String> taken = new HashSet<>();
        model.parameters().forEach(one -> taken.add(one.id()));
        model.species().forEach(one -> taken.add(one.id()));
        model.compartments().forEach(one -> taken.add(one.id()));
        model.reactions().forEach(one -> taken.add(one.id()));
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
        model.reactions().forEach(reaction -> builder.add(global(reaction, taken, builder)));
        model.events().forEach(builder::add);
        return builder.build();
    }

    private static Reaction global(Reaction reaction, Set<String> taken, ModelBuilder builder) {
        Optional<KineticLaw> law = reaction.kineticLaw();
        if (law.isEmpty() || law.get().localParameters().isEmpty()) {
            return reaction;
        }
        Map<String, String> names = new HashMap<>();
        for (Parameter local : law.get().localParameters()) {
            String name = reaction.id() + "_" + local.id();
            while (!taken.add(name)) {
                name += "_";
            }
            names.put(local.id(), name);
            builder.add(new Parameter(name, local.value(), local.unit(), true, local.remarks()));
        }
        return new Reaction(
                reaction.id(),
                reaction.reversible(),
                reaction.fast(),
                reaction.compartment(),
                reaction.reactants(),
                reaction.products(),
                reaction.modifiers(),
                Optional.of(new KineticLaw(
                        Renaming.of(law.get().rate(), id -> names.getOrDefault(id, id)),
                        List.of(),
                        law.get().remarks())),
                reaction.remarks());
    }
}
