package org.kindlin.mechanism.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.antimony.AntimonyReader;
import org.kindlin.mechanism.antimony.Imports;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.lanes.LaneModel;
import org.kindlin.mechanism.lanes.LaneSimulator;
import org.kindlin.mechanism.library.ModelLibrary;
import org.kindlin.mechanism.prior.Priors;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.SimulationOptions.Care;
import org.kindlin.mechanism.simulate.Simulator;

class ParameterEnsembleTest {
    private static final SimulationOptions OPTIONS = new SimulationOptions(0, 24, 4, 1e-6, 1e-4, 1);

    /** An event, a delay and a switch, so that everything a simulator remembers is used. */
    private static final String EVENTFUL = """
            model eventful
              k = 1; d = 0.5; on = 0
              S = 10; P = 0
              J1: S -> P; k * S * (1 + on)
              J2: P -> ; 0.3 * delay(P, d)
              at (S < 5): on = 2
              at 1 after (S < 3): S = S + 4
            end
            """;

    private static CompiledModel model(String text) {
        Faults faults = new Faults();
        CompiledModel model = AntimonyReader.read("m.ant", text, Imports.NONE, faults)
                .map(read -> CompiledModel.of("m.ant", read))
                .orElseThrow();
        faults.throwIfAny();
        return model;
    }

    private static DrawnSets draws(CompiledModel model, int count) {
        Faults faults = new Faults();
        Priors priors = Priors.of(model.source(), model.equations().model(), faults);
        faults.throwIfAny();
        return new DrawnSets(model, model.equations().given(), priors.uncertain(), count, 7);
    }

    /** Keeps everything, in the order in which it comes. */
    private static final class Kept implements CourseReceiver {
        private final List<Integer> sets = new ArrayList<>();
        private final List<double[][]> courses = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        @Override
        public void course(int set, double[][] values) {
            sets.add(set);
            courses.add(Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
        }

        @Override
        public void failed(int set, String reason) {
            failures.add(set + " " + reason);
        }
    }

    private static Kept run(CompiledModel model, Observables seen, ParameterSets sets, int threads) {
        Kept kept = new Kept();
        new ParameterEnsemble(model, OPTIONS, seen, threads).simulate(sets, kept);
        return kept;
    }

    @Test
    void blocksInLanesAreAsAloneWhetherTriedOrTakenOver() {
        CompiledModel model = CompiledModel.of("fak-pyk2", ModelLibrary.model("fak-pyk2"));
        Observables seen = Observables.of(model, List.of("pY397", "ppErk"), Set.of());
        for (Care care : Care.values()) {
            SimulationOptions options = new SimulationOptions(0, 24, 4, 1e-6, 1e-4, 1, care);
            SingleCourses single = new SingleCourses(new Simulator(model, options, seen));
            LaneSimulator lanes = new LaneSimulator(new LaneModel(model, seen), options);
            LaneCourses engine = new LaneCourses(lanes, single, 0);
            DrawnSets sets = draws(model, 160);
            for (int first = 0; first < 160; first += 80) {
                CourseBlock block = engine.simulate(sets, first, 80);
                CourseBlock alone = single.simulate(sets, first, 80);
                assertThat(block.values()).isDeepEqualTo(alone.values());
                assertThat(block.failures()).isEqualTo(alone.failures());
            }
        }
    }

    @Test
    void everySetIsAsAloneBitForBitOnAnyNumberOfThreads() {
        CompiledModel model = CompiledModel.of("fak-pyk2", ModelLibrary.model("fak-pyk2"));
        Observables seen = Observables.of(model, List.of("pY397", "ppErk"), Set.of());
        DrawnSets sets = draws(model, 150);
        Kept one = run(model, seen, sets, 1);
        Kept three = run(model, seen, sets, 3);
        assertThat(one.sets).hasSize(150).isSorted().isEqualTo(three.sets);
        for (int set = 0; set < 150; set++) {
            assertThat(three.courses.get(set)).isDeepEqualTo(one.courses.get(set));
            if (set % 10 == 0) {
                double[][] alone =
                        Simulator.run(model, sets.given(set), OPTIONS, seen).values();
                assertThat(one.courses.get(set)).isDeepEqualTo(alone);
            }
        }
    }

    @Test
    void nothingIsLeftOfTheSetBefore() throws IOException {
        CompiledModel model = model(EVENTFUL);
        Observables seen = Observables.all(model, Set.of());
        String table = "k,d,S\n1,0.5,10\n0.2,2,8\n3,0.1,4\n1,0.5,10\n";
        ListedSets sets = ListedSets.read(
                "sets.csv", new StringReader(table), model, model.equations().given());
        Kept kept = run(model, seen, sets, 1);
        assertThat(kept.courses).hasSize(4);
        for (int set = 0; set < 4; set++) {
            double[][] alone =
                    Simulator.run(model, sets.given(set), OPTIONS, seen).values();
            assertThat(kept.courses.get(set)).isDeepEqualTo(alone);
        }
        assertThat(kept.courses.get(3)).isDeepEqualTo(kept.courses.get(0));
    }

    @Test
    void aSetThatFailsIsCountedAndToldAndTheOthersStand() throws IOException {
        CompiledModel model = model("model m\n x = 1; k = 1; x' = k * x * x\nend\n");
        Observables seen = Observables.of(model, List.of("x"), Set.of());
        ListedSets sets = ListedSets.read(
                "sets.csv",
                new StringReader("k\n-1\n1\n-2\n"),
                model,
                model.equations().given());
        CourseBands bands = new CourseBands(5, 1, sets.count());
        new ParameterEnsemble(model, OPTIONS, seen, 2).simulate(sets, bands);
        assertThat(bands.simulated()).isEqualTo(2);
        assertThat(bands.failed()).isEqualTo(1);
        assertThat(bands.reasons()).singleElement().asString().startsWith("set 2: ");
        assertThat(bands.quantiles(4, 0, 0, 1)[0]).isCloseTo(1 / 49.0, org.assertj.core.data.Offset.offset(1e-5));
        assertThat(bands.quantiles(4, 0, 0, 1)[1]).isCloseTo(1 / 25.0, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void aLongerEnsembleBeginsWithTheShorterOne() {
        CompiledModel model = CompiledModel.of("fak-pyk2", ModelLibrary.model("fak-pyk2"));
        assertThat(draws(model, 3).given(2)).isEqualTo(draws(model, 1000).given(2));
        assertThat(draws(model, 3).given(1)).isNotEqualTo(draws(model, 3).given(2));
    }

    @Test
    void aTableThatIsNoneIsToldLineByLine() {
        CompiledModel model = model("model m\n x = 1; k = 1; x' = k * x\nend\n");
        InputFaultException refused = catchThrowableOfType(
                InputFaultException.class,
                () -> ListedSets.read(
                        "sets.csv",
                        new StringReader("k,kk,k\n1,2,3\n1,two,NaN\n1\n"),
                        model,
                        model.equations().given()));
        assertThat(refused.faults()).hasSize(5);
        assertThat(refused.faults().toString())
                .contains("line 1", "'kk'", "two columns are named 'k'", "line 3", "'two'", "'NaN'", "line 4");
        InputFaultException empty = catchThrowableOfType(
                InputFaultException.class,
                () -> ListedSets.read(
                        "sets.csv",
                        new StringReader("k\n"),
                        model,
                        model.equations().given()));
        assertThat(empty.faults().getFirst().problem()).isEqualTo("there is no set");
    }

    @Test
    void quickCoursesAreAsAccurateAsAskedFor() {
        CompiledModel model = CompiledModel.of("fak-pyk2", ModelLibrary.model("fak-pyk2"));
        Observables seen = Observables.of(model, List.of("pY397", "pY402", "pAkt", "ppErk"), Set.of());
        double[] given = model.equations().given();
        given[model.equations().parameter("drug").orElseThrow()] = 100;
        Priors priors = Priors.of("fak-pyk2", model.equations().model(), new Faults());
        DrawnSets sets = new DrawnSets(model, given, priors.uncertain(), 60, 3);
        SimulationOptions strict = new SimulationOptions(0, 24, 12, 1e-9, 1e-6, 1);
        SimulationOptions quick = new SimulationOptions(0, 24, 12, 1e-9, 1e-6, 1, SimulationOptions.Care.QUICK);
        Kept exact = new Kept();
        Kept near = new Kept();
        new ParameterEnsemble(model, strict, seen, 2).simulate(sets, exact);
        new ParameterEnsemble(model, quick, seen, 2).simulate(sets, near);
        double worst = 0;
        for (int set = 0; set < 60; set++) {
            for (int t = 0; t < 13; t++) {
                for (int k = 0; k < 4; k++) {
                    double want = exact.courses.get(set)[t][k];
                    double error = Math.abs(near.courses.get(set)[t][k] - want);
                    worst = Math.max(worst, error / (1e-9 + 1e-6 * Math.abs(want)));
                }
            }
        }
        System.out.printf(Locale.ROOT, "quick courses: largest error %.2f of what is allowed%n", worst);
        assertThat(worst).isBetween(1e-6, 1.0);
    }
}
