package org.kindlin.assays.proliferation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/** Simulated sets whose generations are known, and the real ones of Quah and Parish (Methods 2012). */
class ProliferationReferenceTest {

    private static void holds(SubjectResult result, String name, double truth) {
        Estimate estimate = result.estimate(name).orElseThrow();
        assertThat(truth)
                .as(name)
                .isBetween(Objects.requireNonNull(estimate.low()), Objects.requireNonNull(estimate.high()));
    }

    @Test
    void resolvedPeaks() {
        AnalysisDocument document = Cultures.analyze(Cultures.resource("synthetic_A_resolved.csv.gz"), Map.of());
        SubjectResult whole = Cultures.whole(document);
        assertThat(Cultures.value(whole, "generations")).isEqualTo(6);
        assertThat(Cultures.value(whole, "divisionIndex")).isCloseTo(1.3482359278, within(0.002));
        holds(whole, "divisionIndex", 1.3482359278211689);
        holds(whole, "percentDivided", 65.52652841368166);
        holds(whole, "proliferationIndex", 2.057542129058775);
        holds(whole, "expansionIndex", 4.205763533530837);
        holds(whole, "replicationIndex", 5.892314015618578);
        int[] cells = {2000, 3000, 4500, 6000, 5200, 2800, 900};
        for (int g = 0; g < cells.length; g++) {
            SubjectResult generation = document.results().get(1 + g);
            assertThat(generation.subject()).containsEntry("generation", Integer.toString(g));
            holds(generation, "count", cells[g]);
            assertThat(Cultures.value(generation, "count")).isCloseTo(cells[g], within(0.01 * cells[g] + 5));
        }
    }

    /** Nine generations into an autofluorescence of 120: the last peaks lie much nearer than a factor of two. */
    @Test
    void autofluorescenceInferred() {
        SubjectResult whole =
                Cultures.whole(Cultures.analyze(Cultures.resource("synthetic_C_autofluorescence.csv.gz"), Map.of()));
        assertThat(Cultures.value(whole, "generations")).isEqualTo(8);
        assertThat(Cultures.value(whole, "divisionIndex")).isCloseTo(1.5000584, within(0.01));
        assertThat(Cultures.value(whole, "autofluorescence")).isCloseTo(120, within(5.0));
        holds(whole, "divisionIndex", 1.5000584316933505);
        holds(whole, "replicationIndex", 15.141827432690269);
        assertThat(whole.warning("autofluorescence-inferred")).isPresent();
    }

    @Test
    void autofluorescenceStated() {
        SubjectResult whole = Cultures.whole(Cultures.analyze(
                Cultures.resource("synthetic_C_autofluorescence.csv.gz"), Map.of("autofluorescence", "120")));
        assertThat(Cultures.value(whole, "divisionIndex")).isCloseTo(1.5000584, within(0.01));
        assertThat(whole.warning("autofluorescence-inferred")).isEmpty();
    }

    @Test
    void undividedAlone() {
        SubjectResult whole =
                Cultures.whole(Cultures.analyze(Cultures.resource("synthetic_D_undivided.csv.gz"), Map.of()));
        assertThat(Cultures.value(whole, "divisionIndex")).isZero();
        assertThat(Cultures.value(whole, "percentDivided")).isZero();
        assertThat(Cultures.value(whole, "expansionIndex")).isEqualTo(1);
        assertThat(whole.estimate("proliferationIndex").orElseThrow().value()).isNull();
        assertThat(whole.estimate("replicationIndex").orElseThrow().value()).isNull();
        assertThat(whole.warning("no-division")).isPresent();
    }

    @Test
    void bootstrapAgreesWithLikelihood() {
        RawFile file = Cultures.resource("synthetic_A_resolved.csv.gz");
        Estimate bootstrap = Cultures.whole(Cultures.analyze(
                        file, Map.of("intervals", "bootstrap", "bootstrapSamples", "100", "generations", "6")))
                .estimate("divisionIndex")
                .orElseThrow();
        Estimate likelihood = Cultures.whole(Cultures.analyze(file, Map.of("generations", "6")))
                .estimate("divisionIndex")
                .orElseThrow();
        assertThat(Objects.requireNonNull(bootstrap.se()) / Objects.requireNonNull(likelihood.se()))
                .isBetween(0.75, 1.3);
    }

    /** A fit that slides a whole generation gives 2.05 here; the control holds it at about 1.1. */
    @Test
    void realCulture() {
        Optional<RawFile> stimulated = Cultures.shared("QuahAndParish_CFSE_stim_log10.csv.gz");
        Optional<RawFile> control = Cultures.shared("QuahAndParish_nonstim_CFSE_CPD_CTV_log10.csv.gz");
        assumeTrue(stimulated.isPresent() && control.isPresent(), "the cells of Quah and Parish are not there");
        InputFile file = InputFile.of(stimulated.get()).with(Map.of("undivided", control.get()));
        SubjectResult whole = Cultures.whole(Cultures.analyze(List.of(file), Map.of("undivided", "control.csv.gz")));
        assertThat(Cultures.value(whole, "divisionIndex")).isBetween(1.05, 1.2);
        assertThat(Cultures.value(whole, "generations")).isEqualTo(7);
        assertThat(whole.warning("undivided-at-limit")).isEmpty();
    }

    @Test
    void realUnstimulatedCellsDidNotDivide() {
        Optional<RawFile> control = Cultures.shared("QuahAndParish_nonstim_CFSE_CPD_CTV_log10.csv.gz");
        assumeTrue(control.isPresent(), "the cells of Quah and Parish are not there");
        for (String dye : List.of("FITC_A_log10", "APC_A_log10", "AF405_A_log10")) {
            SubjectResult whole =
                    Cultures.whole(Cultures.analyze(control.get(), Map.of("channel", dye, "autofluorescence", "200")));
            assertThat(Cultures.value(whole, "divisionIndex")).as(dye).isLessThan(0.01);
        }
    }
}
