package org.kindlin.mechanism.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.mechanism.question.Experiment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Arithmetic of the fact base (section 10) and of the literature that the models must give back. */
class ModelAnchorsTest {

    /** IC50 at 10 uM ATP over Ki is 1 + 10/1.2 = 9.33; at 3.9 mM Cheng and Prusoff predict 1950 nM in the cell. */
    @Test
    void atpShiftsPotencyByItsConcentrationOverKm() {
        Experiment cell = Experiment.of("fak-pyk2", ModelLibrary.model("fak-pyk2"));
        Map<String, Double> tube = Map.of("predictShift", 1.0, "atp", 10_000.0);
        assertThat(cell.end(tube, 1, List.of("shiftFak"))[0]).isCloseTo(9.33, within(0.005));
        assertThat(cell.end(Map.of("predictShift", 1.0), 1, List.of("kdFak"))[0])
                .isCloseTo(1950, within(1.0));
        assertThat(cell.end(Map.of(), 1, List.of("kdFak"))[0]).isCloseTo(26, within(1e-9));
    }

    @Test
    void moleculesPerCellAreConcentrations() {
        assertThat(Abundance.nanomolar(1e5, 5.25)).isCloseTo(31.6, within(0.05));
        assertThat(Abundance.nanomolar(1e5, 1)).isCloseTo(166, within(0.1));
        assertThat(Abundance.nanomolar(192_490, 5.25)).isCloseTo(61, within(0.2));
        assertThat(Abundance.copies(Abundance.nanomolar(12_345, 2), 2)).isCloseTo(12_345, within(1e-6));
    }

    /** Rates of the day-7 row of table 5.3, growth from 100 mm³ on day 7, give the medians back at 2,000 mm³. */
    @ParameterizedTest
    @CsvSource({"0.214,21", "0.166,25", "0.143,28", "0.086,42"})
    void exponentialGrowthGivesTheMediansOfMc38(double perDay, double medianDay) {
        Experiment tumour = Experiment.of("xenograft-pathway", ModelLibrary.model("xenograft-pathway"));
        Map<String, Double> set = Map.of("netGrowth", perDay, "carrying", 1e12, "startVolume", 100.0);
        double[][] course = tumour.run(set, 40 * 24, 40 * 24, List.of("volume")).values();
        int hour = 0;
        while (course[hour][0] < 2000) {
            hour++;
        }
        assertThat(7 + hour / 24.0).isCloseTo(medianDay, within(0.2));
    }

    /** Loss of FAK raises the expression of Pyk2; inhibition of its kinase raises the phosphorylation: two mechanisms. */
    @Test
    void lossAndInhibitionOfFakAreDifferentPerturbations() {
        Experiment cell = Experiment.of("fak-pyk2", ModelLibrary.model("fak-pyk2"));
        List<String> seen = List.of("pyk2Total", "pyk2Drive");
        double[] lost = cell.end(Map.of("fakPresent", 0.0), 480, seen);
        double[] inhibited = cell.end(Map.of("drug", 1e5, "kiPyk2", 1e9), 480, seen);
        assertThat(lost[0]).isCloseTo(20, within(1e-3));
        assertThat(lost[1]).isCloseTo(1, within(1e-6));
        assertThat(inhibited[0]).isCloseTo(10, within(1e-6));
        assertThat(inhibited[1]).isCloseTo(2, within(1e-2));
    }

    /** Both hypotheses slow the cell to 0.55 of its speed or less; only adhesions tell them apart. */
    @Test
    void theDirectionTrapIsASwitch() {
        Experiment adhesion = Experiment.of("focal-adhesion", ModelLibrary.model("focal-adhesion"));
        List<String> seen = List.of("adhesions", "lifetime", "speed");
        double[] slow = adhesion.end(Map.of("inhibition", 1.0), 200, seen);
        double[] unstable = adhesion.end(Map.of("inhibition", 1.0, "slowsDisassembly", 0.0), 200, seen);
        assertThat(slow[0]).isCloseTo(500, within(0.1));
        assertThat(slow[1]).isCloseTo(125, within(1e-6));
        assertThat(slow[2]).isCloseTo(0.55 * 30, within(1e-3));
        assertThat(unstable[0]).isCloseTo(20, within(0.1));
        assertThat(unstable[1]).isLessThan(25);
        assertThat(unstable[2]).isCloseTo(slow[2], within(1e-3));
    }

    /** Simeoni's equations against two other solvers that agree to 1e-11 (reference set of growth, constant 500 ng/mL). */
    @Test
    void theXenograftIsThatOfSimeoni() throws IOException {
        JsonNode expected = expected();
        JsonNode p = expected.get("params");
        Map<String, Double> set = new HashMap<>();
        set.put("growth", p.get("lambda0").asDouble());
        set.put("linearGrowth", p.get("lambda1").asDouble());
        set.put("psi", p.get("psi").asDouble());
        set.put("potency", p.get("k2").asDouble());
        set.put("death", p.get("k1").asDouble());
        set.put("startWeight", p.get("w0").asDouble());
        compare(expected.get("control"), set);
        set.put("c", 500.0);
        compare(expected.get("constant_500"), set);
    }

    private static void compare(JsonNode expected, Map<String, Double> set) {
        Experiment tumour = Experiment.of("xenograft", ModelLibrary.model("xenograft"));
        double[][] course = tumour.run(set, 30, 30, List.of("weight", "x1")).values();
        for (int day = 0; day <= 30; day++) {
            double weight = expected.get("tumor_weight").get(day).asDouble();
            assertThat(course[day][0]).as("day %d", day).isCloseTo(weight, within(1e-6 * weight));
            double x1 = expected.get("x1").get(day).asDouble();
            assertThat(course[day][1]).as("day %d", day).isCloseTo(x1, within(1e-6 * x1));
        }
    }

    private static JsonNode expected() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ModelAnchorsTest.class.getResourceAsStream("/models/expected_simeoni.json"))) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        }
    }
}
