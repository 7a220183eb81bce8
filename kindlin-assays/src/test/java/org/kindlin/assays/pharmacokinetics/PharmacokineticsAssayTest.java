package org.kindlin.assays.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

class PharmacokineticsAssayTest {
    private static final Map<String, String> UNITS =
            Map.of("dose", "400 mg", "concentrationUnit", "ng/mL", "timeUnit", "h");

    /** 8 e^(-0.3 t) from a bolus: every number has a closed form. */
    private static final String BOLUS = profile("A", 8, 0.3, 1, 2, 4, 8, 12);

    private static String profile(String name, double c0, double rate, double... times) {
        StringBuilder text = new StringBuilder("Subject,Time,conc\n");
        for (double time : times) {
            text.append(name)
                    .append(',')
                    .append(time)
                    .append(',')
                    .append(c0 * StrictMath.exp(-rate * time))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void aBolusHasItsClosedForms() {
        SubjectResult result = analyze(BOLUS, with("route", "bolus")).results().getFirst();
        assertThat(value(result, "aucInf")).isCloseTo(8 / 0.3, within(1e-10));
        assertThat(value(result, "halfLife")).isCloseTo(StrictMath.log(2) / 0.3, within(1e-10));
        assertThat(value(result, "clearance")).isCloseTo(400e3 / (8 / 0.3), within(1e-7));
        assertThat(unit(result, "clearance")).isEqualTo("L/h");
        assertThat(value(result, "c0")).isCloseTo(8, within(1e-12));
        assertThat(value(result, "vss")).isCloseTo(400e3 / 8, within(1e-6));
        assertThat(value(result, "mrt")).isCloseTo(1 / 0.3, within(1e-10));
        assertThat(unit(result, "aucInf")).isEqualTo("h*ng/mL");
        assertThat(unit(result, "aumcInf")).isEqualTo("h^2*ng/mL");
        assertThat(result.warning("start-assumed")).isPresent();
    }

    @Test
    void anInfusionLosesHalfItsDurationOfResidence() {
        SubjectResult result = analyze(BOLUS, with("route", "infusion", "infusionDuration", "1"))
                .results()
                .getFirst();
        SubjectResult oral = analyze(BOLUS, UNITS).results().getFirst();
        assertThat(value(oral, "mrt") - value(result, "mrt")).isCloseTo(0.5, within(1e-12));
        assertThat(oral.estimate("vss")).isEmpty();
    }

    @Test
    void atSteadyStateClearanceIsDoseOverTheIntervalsArea() {
        String text = profile("A", 8, 0.3, 0, 1, 2, 4, 8, 12);
        SubjectResult result =
                analyze(text, with("tau", "10", "route", "bolus")).results().getFirst();
        double area = 8 / 0.3 * (1 - StrictMath.exp(-3));
        assertThat(value(result, "aucTau")).isCloseTo(area, within(1e-10));
        assertThat(value(result, "cAverage")).isCloseTo(area / 10, within(1e-11));
        assertThat(value(result, "clearance")).isCloseTo(400e3 / area, within(1e-7));
        assertThat(value(result, "accumulation")).isCloseTo(1 / (1 - StrictMath.exp(-3)), within(1e-10));
        SubjectResult beyond =
                analyze(text, with("tau", "24", "route", "bolus")).results().getFirst();
        assertThat(value(beyond, "aucTau")).isCloseTo(8 / 0.3 * (1 - StrictMath.exp(-7.2)), within(1e-10));
        assertThat(result.warning("tau-extrapolated")).isEmpty();
        assertThat(beyond.warning("tau-extrapolated")).isPresent();
    }

    @Test
    void massAndMoleMeetOnlyThroughAMolarMass() {
        Map<String, String> molar = with("concentrationUnit", "nM");
        assertThat(analyze(BOLUS, molar).results().getFirst().warning("no-molar-mass"))
                .isPresent();
        SubjectResult result = analyze(BOLUS, with("concentrationUnit", "nM", "molarMass", "510.5", "route", "bolus"))
                .results()
                .getFirst();
        assertThat(value(result, "clearance")).isCloseTo(0.4 / 510.5 / (8e-9 / 0.3), within(1e-4));
    }

    @Test
    void dosesPerKilogramGiveClearancesPerKilogramUnlessWeightsAreThere() {
        assertThat(unit(analyze(BOLUS, with("dose", "50 mg/kg")).results().getFirst(), "clearance"))
                .isEqualTo("L/h/kg");
        String weighed =
                BOLUS.replace("Subject,Time,conc", "Subject,Time,conc,Wt").replaceAll("(?m)(\\d)$", "$1,0.02");
        SubjectResult result = analyze(weighed, with("dose", "50 mg/kg", "route", "bolus"))
                .results()
                .getFirst();
        assertThat(unit(result, "clearance")).isEqualTo("L/h");
        assertThat(value(result, "clearance")).isCloseTo(1e3 / (8 / 0.3), within(1e-9));
    }

    @Test
    void censoredSamplesKeepTheirSignAndCountByTheStatedRule() {
        String text = "Subject,Time,conc\nA,0,BLQ\nA,1,<0.5\nA,2,8\nA,3,<0.5\nA,4,4\nA,6,2\nA,8,1\nA,12,<0.5\n";
        AnalysisDocument standard = analyze(text, UNITS);
        assertThat(standard.exclusions())
                .anyMatch(left -> left.reason().contains("<0.5 after the last measurable"))
                .anyMatch(left -> left.reason().contains("<0.5 between measurable"));
        double rest = 8 / StrictMath.log(2) - 2 / StrictMath.log(2);
        assertThat(value(standard.results().getFirst(), "aucLast"))
                .isCloseTo(4 + 4 * 2 / StrictMath.log(2) + rest, within(1e-10));
        double zero = value(analyze(text, with("blq", "zero")).results().getFirst(), "aucLast");
        assertThat(zero).isCloseTo(4 + 4 + 2 + rest, within(1e-10));
        double half = value(
                analyze(text, with("blq", "half", "lloq", "0.5")).results().getFirst(), "aucLast");
        double early = 0.25 + (0.25 + 8) / 2 + 7.75 / StrictMath.log(32) + (0.25 + 4) / 2;
        assertThat(half).isCloseTo(early + rest, within(1e-10));
        assertThatThrownBy(() -> analyze(text, with("blq", "half")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("line 2");
        assertThat(value(standard.results().getFirst(), "tLast")).isEqualTo(8);
    }

    @Test
    void aProfileWithoutAMeasurableSampleIsALimit() {
        SubjectResult result = analyze("Subject,Time,conc\nA,0,<0.5\nA,1,<0.5\nA,2,<0.5\n", UNITS)
                .results()
                .getFirst();
        assertThat(result.estimate("cMax").orElseThrow().relation()).isEqualTo(Relation.BELOW);
        assertThat(result.estimate("aucLast").orElseThrow().value()).isNull();
        assertThat(result.warning("below-limit")).isPresent();
    }

    @Test
    void whatCannotBeExtrapolatedIsNullWithAReason() {
        SubjectResult result = analyze("Subject,Time,conc\nA,0,0\nA,1,5\nA,2,8\n", UNITS)
                .results()
                .getFirst();
        assertThat(result.estimate("halfLife").orElseThrow().value()).isNull();
        assertThat(result.estimate("aucInf").orElseThrow().value()).isNull();
        assertThat(result.estimate("clearance").orElseThrow().value()).isNull();
        assertThat(result.warning("no-terminal-phase")).isPresent();
        assertThat(value(result, "aucLast")).isCloseTo(9, within(1e-12));
    }

    @Test
    void statedTerminalPhasesAreUsedAsTheyAre() {
        String text = "Subject,Time,conc\nA,0,0\nA,1,9\nA,2,8\nA,4,4\nA,6,2.2\nA,8,1\n";
        assertThat(value(analyze(text, with("lambdaZPoints", "2")).results().getFirst(), "lambdaZ"))
                .isCloseTo(StrictMath.log(2.2) / 2, within(1e-12));
        assertThat(value(
                        analyze(text, with("lambdaZFrom", "2", "lambdaZTo", "4"))
                                .results()
                                .getFirst(),
                        "lambdaZ"))
                .isCloseTo(StrictMath.log(2) / 2, within(1e-12));
    }

    @Test
    void headersMaySayTheUnits() {
        String text = BOLUS.replace("Subject,Time,conc", "Subject,Time (min),conc_ng_mL");
        SubjectResult result = analyze(text, Map.of("dose", "400 mg")).results().getFirst();
        assertThat(unit(result, "aucLast")).isEqualTo("min*ng/mL");
        assertThat(unit(result, "clearance")).isEqualTo("L/min");
    }

    @Test
    void destructiveSamplesAreAveragedWhereThatIsStated() {
        String text = "time,conc\n0,0\n0,0\n1,7\n1,9\n2,4\n4,2\n6,1\n";
        assertThatThrownBy(() -> analyze(text, UNITS))
                .isInstanceOfSatisfying(
                        InputFaultException.class,
                        faults -> assertThat(faults.faults()).hasSize(2));
        assertThat(value(analyze(text, with("sameTime", "mean")).results().getFirst(), "cMax"))
                .isEqualTo(8);
    }

    @Test
    void groupsAreSummarisedGeometrically() {
        String text = "Arm,Subject,Time,conc\n" + rows("x", "A", 8) + rows("x", "B", 2) + rows("y", "C", 3);
        AnalysisDocument document = analyze(text, with("group", "Arm", "route", "bolus"));
        SubjectResult summary = document.results().getLast();
        assertThat(summary.subject()).containsEntry("Arm", "x").containsEntry("summary", "2 profiles");
        assertThat(value(summary, "aucInfGeometricMean")).isCloseTo(4 / 0.3, within(1e-10));
        double sd = StrictMath.log(4) / Math.sqrt(2);
        assertThat(value(summary, "aucInfGeometricCv"))
                .isCloseTo(100 * Math.sqrt(StrictMath.expm1(sd * sd)), within(1e-9));
        assertThat(document.figures()).hasSize(4);
    }

    private static String rows(String arm, String subject, double c0) {
        return profile(subject, c0, 0.3, 1, 2, 4, 8, 12)
                .lines()
                .skip(1)
                .map(line -> arm + "," + line + "\n")
                .reduce("", String::concat);
    }

    @Test
    void contradictionsOfKeysAreFaults() {
        assertThatThrownBy(() -> analyze(
                        BOLUS,
                        with("route", "infusion", "lambdaZFrom", "3", "lambdaZPoints", "3", "from", "5", "to", "2")))
                .isInstanceOfSatisfying(
                        InputFaultException.class,
                        faults -> assertThat(faults.faults()).hasSizeGreaterThanOrEqualTo(4));
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        String text = "Subject,Time,conc\nA,0,-1\nA,x,2\nA,2,<\n,3,1\n";
        assertThatThrownBy(() -> analyze(text, UNITS))
                .isInstanceOfSatisfying(
                        InputFaultException.class,
                        faults -> assertThat(faults.faults())
                                .hasSize(4)
                                .allSatisfy(fault -> assertThat(fault.place()).startsWith("line")));
    }

    @Test
    void onePieceOfRubbishNeverEscapesAsAnInternalError() {
        RandomStream random = RandomStream.ofSeed(78);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder(BOLUS);
            for (int k = 0; k < 4; k++) {
                text.setCharAt(random.nextInt(text.length()), "0,-9eE\n;x\"<".charAt(random.nextInt(11)));
            }
            try {
                analyze(text.toString(), UNITS);
            } catch (InputFaultException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>(UNITS);
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private static double value(SubjectResult result, String name) {
        return Objects.requireNonNull(result.estimate(name).orElseThrow().value());
    }

    private static String unit(SubjectResult result, String name) {
        return result.estimate(name).map(Estimate::unit).orElseThrow();
    }

    private static AnalysisDocument analyze(String csv, Map<String, String> settings) {
        RawFile file = new RawFile("data/pk.csv", csv.getBytes(StandardCharsets.UTF_8));
        return Analysis.run(new PharmacokineticsAssay(), List.of(InputFile.of(file)), Settings.of(settings), 1);
    }
}
