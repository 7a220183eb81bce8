package org.kindlin.mechanism.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.question.Experiment;

/** The stromal and immune arms: rest without inhibitor, the assumed ends at full inhibition, both directions of what is open. */
class MicroenvironmentTest {
    private static final Experiment STROMA = Experiment.of("stroma", ModelLibrary.model("stroma"));
    private static final Experiment IMMUNITY = Experiment.of("immunity", ModelLibrary.model("immunity"));
    private static final double YEARS = 24 * 365 * 10.0;

    @Test
    void withoutInhibitorNothingChangesWhateverIsDrawn() {
        for (Map<String, Double> draw : STROMA.draws(5, 3, false)) {
            assertThat(STROMA.end(draw, YEARS, List.of("myofibroblasts", "collagen", "stiffness", "entry")))
                    .containsExactly(new double[] {1, 1, 1, 1}, within(1e-4));
        }
        for (Map<String, Double> draw : IMMUNITY.draws(5, 3, false)) {
            assertThat(IMMUNITY.end(draw, YEARS, List.of("treg", "macrophages", "m2", "cd8", "killing")))
                    .containsExactly(new double[] {1, 1, 1, 1, 0}, within(1e-4));
        }
    }

    @Test
    void fullInhibitionEndsWhereTheFactBaseAssumes() {
        double[] stroma = STROMA.end(Map.of("inhibition", 1.0), YEARS, List.of("myofibroblasts", "collagen", "entry"));
        assertThat(stroma[0]).isCloseTo(0.55, within(1e-4));
        assertThat(stroma[1]).isCloseTo(0.55, within(1e-3));
        assertThat(stroma[2]).isGreaterThan(1.05);
        double[] cells = IMMUNITY.end(
                Map.of("inhibition", 1.0, "myofibroblasts", 0.55), YEARS, List.of("treg", "macrophages", "m2", "cd8"));
        assertThat(cells[0]).isCloseTo(0.55, within(1e-4));
        assertThat(cells[1]).isCloseTo(0.65, within(1e-4));
        assertThat(cells[2]).isBetween(0.3, 0.65);
        assertThat(cells[3]).isBetween(1.3, 3.0); // the fact base's range of CD8 under inhibitors
    }

    @Test
    void fourWeeksRemoveLittleCollagenAtThePublishedTurnover() {
        // even with no new collagen exp(-0.007 * 28) = 0.822 would be left
        double collagen = STROMA.end(Map.of("inhibition", 1.0), 672, List.of("collagen"))[0];
        assertThat(collagen).isBetween(0.822, 1.0);
    }

    @Test
    void theDirectionOfMacrophagesIsASwitch() {
        double usual = IMMUNITY.end(Map.of(), 672, List.of("m2Part"))[0];
        double from = IMMUNITY.end(Map.of("inhibition", 1.0), 672, List.of("m2Part"))[0];
        double to = IMMUNITY.end(Map.of("inhibition", 1.0, "turnsFromM2", 0.0), 672, List.of("m2Part"))[0];
        assertThat(from).isLessThan(usual);
        assertThat(to).isGreaterThan(usual);
    }

    @Test
    void onlyAnAnimalWithTCellsShowsAnEffectOfImmunityOnTheTumour() {
        Experiment whole = Experiment.of("defactinib-whole", ModelLibrary.model("defactinib-whole"));
        Map<String, Double> nude = new HashMap<>(Map.of("dose", 400.0, "avuDose", 0.0));
        double without = whole.end(nude, 672, List.of("tumour__volume"))[0];
        nude.put("immunity__suppression", 10.0);
        assertThat(whole.end(nude, 672, List.of("tumour__volume"))[0]).isCloseTo(without, within(1e-6 * without));
        Map<String, Double> syngeneic = new HashMap<>(Map.of("avuDose", 0.0, "dose", 0.0, "immunity__competent", 1.0));
        double untreated = whole.end(syngeneic, 672, List.of("tumour__volume"))[0];
        syngeneic.put("dose", 400.0);
        double[] treated = whole.end(syngeneic, 672, List.of("tumour__volume", "immunity__cd8"));
        assertThat(treated[0]).isLessThan(untreated);
        assertThat(treated[1]).isGreaterThan(1.05);
    }
}
