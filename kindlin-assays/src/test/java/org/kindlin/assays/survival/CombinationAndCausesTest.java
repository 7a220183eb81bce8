package org.kindlin.assays.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kindlin.assays.survival.Studies.analyze;
import static org.kindlin.assays.survival.Studies.estimate;
import static org.kindlin.assays.survival.Studies.subject;
import static org.kindlin.assays.survival.Studies.test;
import static org.kindlin.assays.survival.Studies.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/** Expected values from R 4.2.2 (survival 3.5-3, cmprsk 2.2-11). */
class CombinationAndCausesTest {

    @Test
    void interactionOnEveryScaleByName() {
        AnalysisDocument mice = analyze(
                Studies.text("mc38_4arm_synthetic.csv"), "arm=arm", "factors=fak,pd1", "rmstHorizon=45", "unit=d");
        SubjectResult both = subject(mice, "combination", "fak + pd1");
        assertThat(value(both, "logHazardInteraction")).isCloseTo(0.317221007035266, within(1e-8));
        assertThat(estimate(both, "logHazardInteraction").se()).isCloseTo(0.699117717066343, within(1e-8));
        assertThat(value(both, "reri")).isCloseTo(0.664761230918573, within(1e-8));
        assertThat(estimate(both, "reri").se()).isCloseTo(0.161385350573939, within(1e-8));
        assertThat(value(both, "attributableProportion")).isCloseTo(13.0668294008261, within(1e-6));
        assertThat(value(both, "synergyIndex")).isCloseTo(0.588099343153638, within(1e-8));
        assertThat(value(both, "logTimeInteraction")).isCloseTo(0.0377795183335263, within(1e-8));
        assertThat(value(both, "logTimeInteractionLogNormal")).isCloseTo(0.19300533128466, within(1e-8));
        assertThat(value(both, "rmstInteraction")).isCloseTo(4.6, within(1e-10));
        assertThat(estimate(both, "rmstInteraction").se()).isCloseTo(3.75419765063056, within(1e-10));
        assertThat(test(both, "rmst-interaction").statistic()).isCloseTo(1.22529510379598, within(1e-10));
        assertThat(value(subject(mice, "model", "cox"), "logLikelihood")).isCloseTo(-94.2068651275861, within(1e-9));
        assertThat(value(both, "powerToFindHalving")).isBetween(0.1, 0.2);
        assertThat(mice.verdicts()).anyMatch(sentence -> sentence.startsWith("Log hazard:"));
        assertThat(mice.verdicts()).anyMatch(sentence -> sentence.startsWith("Restricted mean to 45 d:"));
    }

    @Test
    void competingCauses() throws IOException {
        Path file = Path.of(System.getProperty("kindlin.root", "."))
                .resolve("../shared/reference/invivo/survival/mgus2_competing.csv");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
        AnalysisDocument mgus = analyze(
                Files.readString(file), "time=etime", "event=ev", "cause=1", "arm=sex", "milestones=60,120,240");
        SubjectResult compared = subject(mgus, "comparison", "M vs F");
        assertThat(test(compared, "gray").statistic()).isCloseTo(1.19450782507551, within(1e-9));
        assertThat(test(compared, "gray").p()).isCloseTo(0.274422156788004, within(1e-10));
        SubjectResult other = mgus.results().stream()
                .filter(result -> "2".equals(result.subject().get("cause"))
                        && !result.tests().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(test(other, "gray").statistic()).isCloseTo(11.6512590121277, within(1e-8));
        SubjectResult women = mgus.results().stream()
                .filter(result -> "F".equals(result.subject().get("sex"))
                        && "60".equals(result.subject().get("time")))
                .filter(result -> result.subject().containsKey("cause"))
                .findFirst()
                .orElseThrow();
        assertThat(value(women, "cumulativeIncidence")).isCloseTo(0.0397896215044053, within(1e-12));
        AnalysisDocument model =
                analyze(Files.readString(file), "time=etime", "event=ev", "cause=1", "covariates=age,male");
        SubjectResult age = model.results().stream()
                .filter(result -> "fine-gray".equals(result.subject().get("model"))
                        && "age".equals(result.subject().get("term")))
                .findFirst()
                .orElseThrow();
        assertThat(value(age, "logSubdistributionHazardRatio")).isCloseTo(-0.0173381532193788, within(1e-9));
        assertThat(estimate(age, "logSubdistributionHazardRatio").se()).isCloseTo(0.00573710324167716, within(1e-9));
    }

    @Test
    void permutationsAreExactWhereFew() {
        String csv = "time,event,arm\n1,1,A\n2,1,A\n3,1,A\n4,1,B\n5,1,B\n6,1,B\n";
        SubjectResult compared = subject(analyze(csv, "arm=arm", "permutations=1000"), "comparison", "B vs A");
        // of 20 ways to choose three of six only the one observed and its mirror are as extreme
        assertThat(test(compared, "log-rank-permutation-exact").p()).isEqualTo(2.0 / 20);
        SubjectResult drawn =
                subject(analyze(Studies.text("lung.csv"), "arm=sex", "permutations=999"), "comparison", "2 vs 1");
        assertThat(test(drawn, "log-rank-permutation").p()).isBetween(0.001, 0.01);
    }

    /** The guides' table 1 (VS-4718, n not stated): 21, 25, 28 and 42 days; sums and products by hand. */
    @Test
    void mediansAloneShowNullModelsAndNoError() {
        String csv = """
                arm,median,pd1,fak
                vehicle,21,0,0
                anti-PD-1,25,1,0
                VS-4718,28,0,1
                both,42,1,1
                """;
        AnalysisDocument medians = analyze(csv, "medians=median", "arm=arm", "factors=pd1,fak", "unit=d");
        SubjectResult both = subject(medians, "combination", "pd1 + fak");
        assertThat(value(both, "expectedMedianSum")).isEqualTo(32);
        assertThat(value(both, "medianExcessOverSum")).isEqualTo(10);
        assertThat(value(both, "expectedMedianProduct")).isCloseTo(25 * 28 / 21.0, within(1e-12));
        assertThat(value(both, "medianRatioOverProduct")).isCloseTo(1.26, within(1e-12));
        assertThat(estimate(both, "logHazardInteraction").value()).isNull();
        assertThat(both.tests()).isEmpty();
        assertThat(both.warning("medians-only")).isPresent();
        assertThat(estimate(subject(medians, "arm", "both"), "n").value()).isNull();
    }
}
