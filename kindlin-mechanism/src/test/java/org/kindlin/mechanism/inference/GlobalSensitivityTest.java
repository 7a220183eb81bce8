package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;
import org.kindlin.mechanism.simulate.Observables;

class GlobalSensitivityTest {
    private static final double FACTOR = 3;

    private static GlobalSensitivity ishigami() {
        ModelResponse response = given -> {
            double[] x = new double[3];
            for (int i = 0; i < 3; i++) {
                x[i] = Math.PI * Math.log(given[i] / (i + 1)) / Math.log(FACTOR);
            }
            double y = Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
            return Optional.of(new double[] {y});
        };
        return new GlobalSensitivity(response, new double[] {1, 2, 3}, new int[] {0, 1, 2}, FACTOR);
    }

    @Test
    void sobolIndicesOfTheIshigamiFunctionAreTheKnownOnes() {
        // closed form (Ishigami and Homma 1990, a = 7, b = 0.1): 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437
        GlobalSensitivity.Indices indices = ishigami().sobol(20_000, 1);
        double[] first = {0.3139, 0.4424, 0};
        double[] total = {0.5576, 0.4424, 0.2437};
        for (int i = 0; i < 3; i++) {
            assertThat(indices.first()[0][i]).isCloseTo(first[i], within(0.03));
            assertThat(indices.second()[0][i]).isCloseTo(total[i], within(0.02));
        }
    }

    @Test
    void elementaryEffectsOfALinearFunctionAreItsSlopes() {
        ModelResponse linear = given -> Optional.of(new double[] {5 * Math.log(given[0]) - 2 * Math.log(given[1] / 4)});
        GlobalSensitivity study = new GlobalSensitivity(linear, new double[] {1, 4, 9}, new int[] {0, 1, 2}, FACTOR);
        GlobalSensitivity.Indices indices = study.morris(10, 1);
        double scale = Math.log(FACTOR);
        assertThat(indices.first()[0][0]).isCloseTo(5 * scale, within(1e-12));
        assertThat(indices.first()[0][1]).isCloseTo(2 * scale, within(1e-12));
        assertThat(indices.first()[0][2]).isZero();
        assertThat(indices.second()[0][0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void controlCoefficientsOfAPowerLawAreItsExponents() {
        ModelResponse power = given ->
                given[0] > 100 ? Optional.empty() : Optional.of(new double[] {Math.pow(given[0], 2.5) / given[1]});
        GlobalSensitivity.Indices indices =
                new GlobalSensitivity(power, new double[] {2, 3}, new int[] {0, 1}, 2).local();
        assertThat(indices.first()[0][0]).isCloseTo(2.5, within(1e-8));
        assertThat(indices.first()[0][1]).isCloseTo(-1, within(1e-8));
        GlobalSensitivity.Indices none =
                new GlobalSensitivity(power, new double[] {200, 3}, new int[] {0, 1}, 2).local();
        assertThat(none.failed()).isEqualTo(9);
    }

    @Test
    void aBalanceRestsAtTheRatioOfItsRates() {
        Model model = new ModelBuilder()
                .add(Compartment.volume("c", 1))
                .add(Species.concentration("X", "c", 0))
                .add(Parameter.constant("k", 3))
                .add(Parameter.constant("d", 0.5))
                .add(reaction("make", List.of(), List.of(SpeciesReference.of(1, "X")), Expression.symbol("k")))
                .add(reaction(
                        "lose",
                        List.of(SpeciesReference.of(1, "X")),
                        List.of(),
                        Expression.apply(Operator.TIMES, Expression.symbol("d"), Expression.symbol("X"))))
                .build();
        CompiledModel compiled = CompiledModel.of("test", model);
        ModelResponse response = ModelResponse.atRest(compiled, Observables.of(compiled, List.of("X"), Set.of()));
        double[] given = compiled.equations().given();
        assertThat(response.of(given).orElseThrow()[0]).isCloseTo(6, within(1e-10));
        int[] slots = {
            compiled.equations().parameter("k").orElseThrow(),
            compiled.equations().parameter("d").orElseThrow()
        };
        GlobalSensitivity.Indices indices = new GlobalSensitivity(response, given, slots, 2).local();
        assertThat(indices.first()[0][0]).isCloseTo(1, within(1e-7));
        assertThat(indices.first()[0][1]).isCloseTo(-1, within(1e-7));
    }

    private static Reaction reaction(
            String id, List<SpeciesReference> in, List<SpeciesReference> out, Expression rate) {
        return new Reaction(
                id,
                false,
                false,
                "",
                in,
                out,
                List.of(),
                Optional.of(new KineticLaw(rate, List.of(), Remarks.NONE)),
                Remarks.NONE);
    }
}
