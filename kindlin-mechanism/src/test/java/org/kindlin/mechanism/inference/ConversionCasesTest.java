package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The problems that the cases 0001 to 0019 with odd numbers of the PEtab test suite (version 1, BSD-3) state, written anew for
 * {@link PetabSuiteTest} has the even ones only, and own ones of what the suite leaves out. Expectations are computed in Python from
 * the closed solution A(t) = s + (A(0) − s) exp(−(k1 + k2) t), s = k2 (A(0) + B(0))/(k1 + k2), and PEtab's definitions; the same
 * script meets the suite's own answers to case 0002 to 15 digits.
 */
class ConversionCasesTest {
    private static final String OBSERVED = "observableId observableFormula noiseFormula/obs_a A 0.5";
    private static final String MEASURED =
            "observableId simulationConditionId time measurement/obs_a c0 0 0.7/obs_a c0 10 0.1";
    private static final String BEFORE =
            "observableId preequilibrationConditionId simulationConditionId time measurement/obs_a preeq_c0 c0 1 0.7/obs_a preeq_c0 c0 10 0.1";
    private static final String HEAD = "parameterId parameterScale lowerBound upperBound nominalValue estimate";
    private static final String RATES = "/k1 lin 0 10 0.8 1/k2 lin 0 10 0.6 1";
    private static final String FOUR = HEAD + "/a0 lin 0 10 1 1/b0 lin 0 10 0 1" + RATES;
    private static final String CONSTANTS = "a0=1 b0=1 k1=0 k2=0";
    private static final String PLAIN = "conditionId/c0";

    @TempDir
    Path folder;

    private void expect(ConversionProblem problem, double likelihood, double chiSquared, double... simulated) {
        CompiledProblem compiled = CompiledProblem.of(problem.read(folder));
        PetabFit.Evaluation evaluation = PetabFit.evaluate(compiled, compiled.nominal());
        assertThat(evaluation.simulated()).containsExactly(simulated, within(1e-8));
        assertThat(evaluation.logLikelihood()).isCloseTo(likelihood, within(1e-8));
        assertThat(evaluation.chiSquared()).isCloseTo(chiSquared, within(1e-8));
    }

    private static ConversionProblem of(String conditions, String measurements, String observables, String parameters) {
        return new ConversionProblem(conditions, measurements, observables, parameters, CONSTANTS, true);
    }

    @Test
    void case1NothingSpecial() {
        expect(of(PLAIN, MEASURED, OBSERVED, FOUR), -0.8475016971319, 0.7918379836849, 1, 0.4285719037307);
    }

    @Test
    void case3NumbersForPlaceholdersOfObservables() {
        String measured = "observableId simulationConditionId time measurement observableParameters"
                + "/obs_a c0 0 0.7 0.5;2/obs_a c0 10 0.1 0.5;2";
        String observed = "observableId observableFormula noiseFormula"
                + "/obs_a observableParameter1_obs_a~*~A~+~observableParameter2_obs_a 0.5";
        expect(of(PLAIN, measured, observed, FOUR), -15.8719928778, 30.84082034502, 2.5, 2.214285951865);
    }

    @Test
    void case5ParametersInTheConditionTable() {
        String measured = "observableId simulationConditionId time measurement"
                + "/obs_a c0 0 2.0/obs_a c1 0 2.0/obs_a c0 10 2.1/obs_a c1 10 3.2";
        expect(
                new ConversionProblem(
                        "conditionId offset_A/c0 offset_A_c0/c1 offset_A_c1",
                        measured,
                        "observableId observableFormula noiseFormula/obs_a A~+~offset_A 1",
                        FOUR + "/offset_A_c0 lin 0 10 2 1/offset_A_c1 lin 0 10 3 1",
                        CONSTANTS + " offset_A=0",
                        true),
                -6.255856438367,
                5.160204611096,
                3,
                4,
                2.428571903731,
                3.428571903731);
    }

    @Test
    void case7DecadicLogarithmOfAnObservable() {
        String measured = "observableId simulationConditionId time measurement/obs_a c0 10 0.2/obs_b c0 10 0.8";
        String observed = "observableId observableFormula observableTransformation noiseFormula"
                + "/obs_a A lin 0.5/obs_b B log10 0.6";
        expect(of(PLAIN, measured, observed, FOUR), -1.378941036858, 0.2682957616817, 0.4285719037307, 0.5714280962693);
    }

    @Test
    void case9Preequilibration() {
        String parameters = HEAD + "/a0 lin 0 10 1 1/b0 lin 0 10 0 1/k2 lin 0 10 0.6 1";
        expect(
                of("conditionId k1/preeq_c0 0.3/c0 0.8", BEFORE, OBSERVED, parameters),
                -0.7579966825977,
                0.6128279546164,
                0.4872849914147,
                0.4285716265545);
    }

    @Test
    void case11AStartInTheConditionTable() {
        expect(startsOfB("conditionId B/c0 2", HEAD + RATES), -3.443418313177, 5.983671215775, 1, 1.285714048135);
    }

    @Test
    void case13AStartThatIsAParameter() {
        expect(
                startsOfB("conditionId B/c0 par", HEAD + RATES + "/par lin 0 10 7 1"),
                -22.79033132828,
                44.67749724597,
                1,
                3.428569409145);
    }

    private static ConversionProblem startsOfB(String conditions, String parameters) {
        return new ConversionProblem(conditions, MEASURED, OBSERVED, parameters, "a0=1 k1=0 k2=0", false);
    }

    @Test
    void case15AParameterForThePlaceholderOfANoise() {
        String measured = "observableId simulationConditionId time measurement noiseParameters"
                + "/obs_a c0 0 0.7 noise/obs_a c0 10 0.1 noise";
        expect(
                of(
                        PLAIN,
                        measured,
                        "observableId observableFormula noiseFormula/obs_a A noiseParameter1_obs_a",
                        FOUR + "/noise lin 0 10 5 1"),
                -5.060712081196,
                0.007918379836849,
                1,
                0.4285719037307);
    }

    @Test
    void case17PartlyStartedAnewAfterPreequilibration() {
        expect(
                of("conditionId k1 B A/preeq_c0 0.3 2.0 0/c0 0.8 NaN 1", BEFORE, OBSERVED, HEAD + "/k2 lin 0 10 0.6 1"),
                -1.220639576244,
                1.538113741908,
                0.7847419896976,
                0.7142859518653);
    }

    @Test
    void case19AnEstimatedAndAGivenStart() {
        expect(
                startsOfB(
                        "conditionId A B/c0 initial_A initial_B",
                        HEAD + RATES + "/initial_A log10 1 10 2 1/initial_B lin 0 10 3 0"),
                -12.17811234685,
                23.45305928312,
                2,
                2.142857024067);
    }
}
