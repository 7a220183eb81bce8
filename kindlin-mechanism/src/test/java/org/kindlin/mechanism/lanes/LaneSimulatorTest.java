package org.kindlin.mechanism.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.antimony.AntimonyReader;
import org.kindlin.mechanism.antimony.Imports;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.library.ModelLibrary;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.SimulationOptions.Care;
import org.kindlin.mechanism.simulate.Simulator;
import org.kindlin.numerics.random.RandomStream;

/** Every course in a lane has the bits that it has alone. */
class LaneSimulatorTest {
    /** Powers, roots, exponentials, and time itself. */
    private static final String FORMULAS = """
            model formulas
              k = 1; n = 2.5; K = 3; w = 0.7; S = 10; P = 1; Q = 0.5
              J1: S -> P; k * S^n / (K^n + S^n) * (1 + 0.5 * sin(w * time))
              J2: P -> Q; 0.3 * sqrt(P) * exp(-0.1 * Q) + ln(1 + P) * 0.01
              J3: Q -> ; 40 * Q / (K + abs(Q - P)) + 0.2 * root(3, Q + 1)
              J4: -> S; 0.4 * max(1, min(K, 2 * w))
            end
            """;

    /** Rates far apart, a reversible binding, and nothing fixed to begin with. */
    private static final String STIFF = """
            model stiff
              a = 0.04; b = 3e7; c = 1e4; A = 1; B = 0; C = 0
              J1: A -> B; a * A
              J2: B + B -> B + C; b * B * B
              J3: B + C -> A + C; c * B * C
            end
            """;

    /** A rate that jumps at times that depend on parameters. */
    private static final String PULSED = """
            model pulsed
              on = 3; off = 7.5; k = 20; d = 0.5; S = 0; P = 0
              J1: -> S; piecewise(2, time >= on && time < off, 0.1)
              J2: S -> P; k * S
              J3: P -> ; piecewise(d, time < 2 * on, 3 * d) * P
            end
            """;

    /** An oscillator without a stiff part, which automatic choice takes from the stiff method. */
    private static final String MILD = """
            model mild
              a = 1; b = 0.5; X = 3; Y = 1
              J1: X -> 2 X; a * X
              J2: X + Y -> 2 Y; b * X * Y
              J3: Y -> ; a * Y
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

    private static double[] given(CompiledModel model, int set) {
        double[] given = model.equations().given();
        RandomStream random = RandomStream.ofSeed(7).child(set);
        for (int i = 0; i < given.length; i++) {
            given[i] *= Math.exp(0.5 * (random.nextDouble() - 0.5));
        }
        return given;
    }

    /** How many of the sets were done in lanes; all of these as alone. */
    private static int compare(CompiledModel model, SimulationOptions options, int sets) {
        Observables seen = Observables.all(model, Set.of());
        assertThat(LaneModel.takes(model)).isTrue();
        LaneSimulator lanes = new LaneSimulator(new LaneModel(model, seen), options);
        Simulator alone = new Simulator(model, options, seen);
        double[][][] courses = new double[sets][0][];
        lanes.simulate(set -> given(model, set), courses);
        int done = 0;
        for (int set = 0; set < sets; set++) {
            if (courses[set].length > 0) {
                done++;
                assertThat(courses[set]).as("set " + set).isDeepEqualTo(alone.values(given(model, set)));
            }
        }
        return done;
    }

    @Test
    void everyCourseIsAsAlone() {
        for (Care care : Care.values()) {
            int sets = care == Care.QUICK ? 37 : 9;
            double relative = care == Care.QUICK ? 1e-6 : 1e-4;
            SimulationOptions options = new SimulationOptions(0, 30, 20, 1e-3 * relative, relative, 1, care);
            for (CompiledModel model : List.of(
                    model(FORMULAS),
                    model(STIFF),
                    model(PULSED),
                    CompiledModel.of("fak-pyk2", ModelLibrary.model("fak-pyk2")))) {
                int done = compare(model, options, sets);
                System.out.println(model.source() + ", " + care + ": " + done + " of " + sets + " in lanes");
                assertThat(done).as(model.source()).isEqualTo(sets);
            }
        }
    }

    @Test
    void whatIsMildGoesOverToTheExplicitMethodWhereItMayBeChosen() {
        SimulationOptions strict = new SimulationOptions(0, 50, 10, 1e-9, 1e-6, 1);
        assertThat(compare(model(MILD), strict, 20)).isEqualTo(20);
        SimulationOptions quick = new SimulationOptions(0, 50, 10, 1e-9, 1e-6, 1, Care.QUICK);
        assertThat(compare(model(MILD), quick, 20)).isEqualTo(20);
    }

    @Test
    void whatFailsIsHandedBackAndLeavesTheOthersAsTheyAre() {
        String text = "model m\n k = 1; S = 1; P = 1\n J1: S -> P; k * S * (1 + P)\n J2: -> P; k * P * P\nend\n";
        CompiledModel model = model(text); // P grows without bound in finite time
        SimulationOptions options = new SimulationOptions(0, 0.9, 9, 1e-9, 1e-6, 1, Care.QUICK);
        Observables seen = Observables.all(model, Set.of());
        double[][][] courses = new double[24][0][];
        double[] factors = IntStream.range(0, 24)
                .mapToDouble(i -> i % 3 == 0 ? 5 : i % 5 == 0 ? Double.NaN : 0.1 + 0.01 * i)
                .toArray();
        new LaneSimulator(new LaneModel(model, seen), options).simulate(set -> scaled(model, factors[set]), courses);
        Simulator alone = new Simulator(model, options, seen);
        for (int set = 0; set < 24; set++) {
            double[][] expected;
            try {
                expected = alone.values(scaled(model, factors[set]));
            } catch (InputFaultException failed) {
                expected = new double[0][];
            }
            assertThat(courses[set]).as("set " + set).isDeepEqualTo(expected);
        }
        assertThat(courses[0]).isEmpty();
        assertThat(courses[5]).isEmpty();
        assertThat(courses[1]).hasDimensions(10, 2);
    }

    private static double[] scaled(CompiledModel model, double factor) {
        double[] given = model.equations().given();
        given[model.equations().parameter("k").orElseThrow()] *= factor;
        return given;
    }

    @Test
    void functionsOfTimeThatKeepItsOrderAreKnownAsMonotone() {
        assertThat(model(PULSED).rootsMonotone()).isTrue();
        String turning = "model m\n S = 1; S' = piecewise(-S, %s > 0.5, -2 * S)\nend\n";
        assertThat(model(turning.formatted("3 - 2 * time / 7")).rootsMonotone()).isTrue();
        assertThat(model(turning.formatted("sin(time)")).rootsMonotone()).isFalse();
        assertThat(model(turning.formatted("time * (3 - time)")).rootsMonotone())
                .isFalse();
        assertThat(model(turning.formatted("time - 3 * floor(time)")).rootsMonotone())
                .isFalse();
        assertThat(model(turning.formatted("S")).rootsMonotone()).isFalse();
    }

    @Test
    void timesAtTheStartOnlyNeedNoStep() {
        CompiledModel model = model(STIFF);
        assertThat(compare(model, new SimulationOptions(0, 0, 0, 1e-9, 1e-6, 1, Care.QUICK), 11))
                .isEqualTo(11);
        assertThat(compare(model, new SimulationOptions(2, 2, 3, 1e-9, 1e-6, 1, Care.QUICK), 11))
                .isEqualTo(11);
    }

    @Test
    void whatLanesHaveNoPartInIsRefused() {
        assertThat(LaneModel.takes(model("model m\n S = 1; S' = -S\n at (time > 1): S = 2\nend\n")))
                .isFalse();
        assertThat(LaneModel.takes(model("model m\n S = 1; S' = -delay(S, 1)\nend\n")))
                .isFalse();
        assertThat(LaneModel.takes(model("model m\n S = 1; S' = piecewise(-S, S > 0.5, -2 * S)\nend\n")))
                .isFalse();
    }
}
