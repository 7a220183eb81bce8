package org.kindlin.mechanism.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.prior.Evidence;
import org.kindlin.mechanism.prior.Prior;
import org.kindlin.mechanism.prior.PriorParameter;
import org.kindlin.mechanism.prior.Priors;
import org.kindlin.mechanism.question.Experiment;
import org.kindlin.numerics.random.RandomStream;

class ModelLibraryTest {
    private static Stream<String> names() {
        return ModelLibrary.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyModelIsReadAndCompiled(String name) {
        assertThat(CompiledModel.of(name, ModelLibrary.model(name))
                        .equations()
                        .model()
                        .id())
                .isNotEmpty();
    }

    /** A number without a remark is a number without a source. The generic model of oral drugs is filled in by the others. */
    @ParameterizedTest
    @MethodSource("names")
    void everyNumberSaysWhereItIsFrom(String name) {
        Model model = ModelLibrary.model(name);
        Set<String> changed = Stream.concat(
                        model.initialAssignments().stream().map(one -> one.symbol()),
                        model.events().stream()
                                .flatMap(one -> one.assignments().stream())
                                .map(one -> one.variable()))
                .collect(Collectors.toSet());
        List<String> silent = model.parameters().stream()
                .filter(Parameter::constant)
                .filter(one -> one.value().isPresent() && !changed.contains(one.id()))
                .filter(one -> one.remarks().notes().isEmpty())
                .map(Parameter::id)
                .toList();
        if (name.equals("oral-pk")) {
            assertThat(silent).isNotEmpty();
        } else {
            assertThat(silent).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void nominalValuesLieInTheirRangesAndSourcesAreKnown(String name) {
        Set<String> known = ModelLibrary.sources()
                .lines()
                .map(line -> line.split(",", 2)[0])
                .map(id -> id.replace("\"", ""))
                .collect(Collectors.toSet());
        Faults faults = new Faults();
        Priors priors = Priors.of(name, ModelLibrary.model(name), faults);
        assertThat(faults.all()).isEmpty();
        for (PriorParameter one : priors.parameters()) {
            switch (one.prior()) {
                case Prior.LogUniform(double low, double high) ->
                    assertThat(one.value()).as(one.id()).isBetween(low, high);
                case Prior.Uniform(double low, double high) ->
                    assertThat(one.value()).as(one.id()).isBetween(low, high);
                case Prior.Fixed _, Prior.StandardNormal _ -> {}
            }
            if (one.evidence() == Evidence.SOURCE || one.evidence() == Evidence.GUIDE) {
                assertThat(known).as(one.id()).contains(one.source());
            }
        }
    }

    @Test
    void drawsAreReproducibleAndIndependentOfOtherParameters() {
        Faults faults = new Faults();
        Priors priors = Priors.of("x", ModelLibrary.model("defactinib-pk"), faults);
        Map<String, Double> one = priors.draw(RandomStream.ofSeed(1), true);
        assertThat(priors.draw(RandomStream.ofSeed(1), true)).isEqualTo(one);
        assertThat(priors.draw(RandomStream.ofSeed(1), false)).hasSize(one.size() - 1);
        assertThat(new TreeSet<>(one.keySet())).contains("pk__clearance", "pk__unboundFraction");
    }

    /** The untreated cell is at rest from the start, whatever the priors draw. */
    @Test
    void theUntreatedCellIsAtRest() {
        Experiment cell = Experiment.of("fak-pyk2", ModelLibrary.model("fak-pyk2"));
        List<String> seen =
                List.of("pY397", "pY402", "srcComplex", "pCas", "pPaxillin", "pAkt", "ppErk", "fakFeedback");
        for (Map<String, Double> draw : cell.draws(5, 3, false)) {
            double[][] course = cell.run(draw, 100, 1, seen).values();
            for (int i = 0; i < seen.size(); i++) {
                assertThat(course[1][i])
                        .as(seen.get(i))
                        .isCloseTo(course[0][i], org.assertj.core.api.Assertions.withinPercentage(1e-4));
            }
        }
    }
}
