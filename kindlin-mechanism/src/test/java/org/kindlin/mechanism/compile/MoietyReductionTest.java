package org.kindlin.mechanism.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.Simulator;

class MoietyReductionTest {
    /** E + S &harr; ES &rarr; E + P: conserves E + ES and S + ES + P. */
    private static Model enzyme() {
        return new ModelBuilder()
                .add(Compartment.volume("c", 2))
                .add(Species.concentration("E", "c", 0.1))
                .add(Species.concentration("S", "c", 1))
                .add(Species.concentration("ES", "c", 0))
                .add(Species.concentration("P", "c", 0))
                .add(reaction("bind", 10, List.of("E", "S"), List.of("ES")))
                .add(reaction("leave", 1, List.of("ES"), List.of("E", "S")))
                .add(reaction("make", 3, List.of("ES"), List.of("E", "P")))
                .build();
    }

    private static Reaction reaction(String id, double k, List<String> from, List<String> to) {
        Expression rate = Expression.apply(Operator.TIMES, Expression.symbol("c"), Expression.number(k));
        for (String each : from) {
            rate = Expression.apply(Operator.TIMES, rate, Expression.symbol(each));
        }
        return new Reaction(
                id,
                false,
                false,
                "",
                from.stream().map(each -> SpeciesReference.of(1, each)).toList(),
                to.stream().map(each -> SpeciesReference.of(1, each)).toList(),
                List.of(),
                Optional.of(new KineticLaw(rate, List.of(), Remarks.NONE)),
                Remarks.NONE);
    }

    @Test
    void theMoietiesOfAnEnzymeAreFound() {
        Equations equations = ModelCompiler.equations("m", enzyme());
        assertThat(ConservedMoieties.of(equations).stream()
                        .map(each -> each.text(equations))
                        .toList())
                .containsExactly("E + ES", "S + ES + P");
    }

    @Test
    void reducedEquationsSimulateAlike() {
        Equations whole = ModelCompiler.equations("m", enzyme());
        Equations reduced = MoietyReduction.reduce(whole);
        assertThat(reduced.states()).extracting(StateVariable::id).containsExactly("ES", "P");
        double[][] expected = simulate(whole);
        double[][] found = simulate(reduced);
        for (int row = 0; row < expected.length; row++) {
            assertThat(found[row]).containsExactly(expected[row], within(1e-8));
        }
    }

    private static double[][] simulate(Equations equations) {
        CompiledModel model = CompiledModel.of("m", equations);
        return Simulator.run(
                        model,
                        new SimulationOptions(0, 5, 10, 1e-9, 1e-6, 1),
                        Observables.of(model, List.of("E", "S", "ES", "P"), Set.of()))
                .values();
    }
}
