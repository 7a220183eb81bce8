package org.kindlin.assays.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.assays.survival.Studies.analyze;
import static org.kindlin.assays.survival.Studies.estimate;
import static org.kindlin.assays.survival.Studies.subject;
import static org.kindlin.assays.survival.Studies.test;
import static org.kindlin.assays.survival.Studies.value;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/** Through the assay as a user runs it; expected values from R 4.2.2 (survival 3.5-3, survRM2, coxphf), 15 digits. */
class SurvivalAssayTest {
    private static final Offset<Double> EXACT = within(1e-10);

    @Test
    void lungBySex() {
        AnalysisDocument lung = analyze(Studies.text("lung.csv"), "arm=sex", "rmstHorizon=500", "covariates=age");
        SubjectResult men = subject(lung, "sex", "1");
        assertThat(value(men, "n")).isEqualTo(138);
        assertThat(value(men, "events")).isEqualTo(112);
        assertThat(value(men, "median")).isEqualTo(270);
        assertThat(estimate(men, "median").low()).isEqualTo(210.0);
        assertThat(estimate(men, "median").high()).isEqualTo(306.0);
        assertThat(value(men, "rmst")).isCloseTo(278.763231529994, within(1e-9));
        assertThat(estimate(men, "rmst").se()).isCloseTo(14.3545585667123, EXACT);
        SubjectResult compared = subject(lung, "comparison", "2 vs 1");
        assertThat(test(compared, "log-rank").statistic()).isCloseTo(10.3267419548856, EXACT);
        assertThat(test(compared, "log-rank").p()).isCloseTo(0.00131116452035549, EXACT);
        assertThat(test(compared, "peto-peto").statistic()).isCloseTo(12.7141514011575, EXACT);
        assertThat(value(compared, "rmstDifference")).isCloseTo(82.1477226654721, EXACT);
        assertThat(value(subject(lung, "model", "cox"), "logLikelihood")).isCloseTo(-742.848245783771, within(1e-9));
        assertThat(value(subject(lung, "term", "sex"), "logHazardRatio")).isCloseTo(-0.513218519836182, EXACT);
        assertThat(value(subject(lung, "term", "age"), "hazardRatio")).isCloseTo(1.01719143244971, EXACT);
    }

    /** Arms that are the strata have no hazard ratio, by lack of information and not for a likelihood that rises; age keeps its own. */
    @Test
    void armsThatAreTheStrataAreLeftOutOfTheModel() {
        AnalysisDocument lung = analyze(Studies.text("lung.csv"), "arm=sex", "strata=sex", "covariates=age");
        assertThat(value(subject(lung, "term", "age"), "logHazardRatio")).isCloseTo(0.0162146518647846, EXACT);
        SubjectResult sex = subject(lung, "term", "sex");
        assertThat(estimate(sex, "hazardRatio").value()).isNull();
        assertThat(sex.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("dependent-term");
            assertThat(warning.message()).contains("does not vary");
        });
    }

    @Test
    void strataAreNeverSilentlyIgnored() {
        AnalysisDocument lung = analyze(Studies.text("lung.csv"), "arm=sex", "strata=inst");
        SubjectResult compared = subject(lung, "comparison", "2 vs 1");
        assertThat(test(compared, "log-rank-stratified").statistic()).isCloseTo(8.52446736332317, EXACT);
        AnalysisDocument bySex = analyze(Studies.text("lung.csv"), "covariates=age", "strata=sex");
        assertThat(value(subject(bySex, "term", "age"), "logHazardRatio")).isCloseTo(0.0162146518647846, EXACT);
        assertThat(value(subject(bySex, "model", "cox"), "logLikelihood")).isCloseTo(-641.845896317458, within(1e-9));
    }

    @Test
    void rowsThatLackACovariateAreCounted() {
        AnalysisDocument lung = analyze(Studies.text("lung.csv"), "covariates=age,sex,ph.ecog,wt.loss");
        SubjectResult model = subject(lung, "model", "cox");
        assertThat(value(model, "n")).isEqualTo(213);
        assertThat(value(model, "logLikelihood")).isCloseTo(-659.514098530463, within(1e-9));
        assertThat(model.warning("missing-covariates")).isPresent();
        assertThat(value(subject(lung, "arm", "all"), "n")).isEqualTo(228);
    }

    @Test
    void textCovariatesAreCodedAgainstTheFirstInTheAlphabet() {
        AnalysisDocument aml = analyze(Studies.text("aml.csv"), "covariates=x", "ties=exact");
        assertThat(value(subject(aml, "x", "Nonmaintained"), "logHazardRatio")).isCloseTo(0.921760869158881, EXACT);
    }

    @Test
    void monotoneLikelihoodHasNoFiniteEstimate() {
        AnalysisDocument mice = analyze(Studies.text("monotone.csv"), "arm=trt");
        SubjectResult term = subject(mice, "term", "trt");
        assertThat(estimate(term, "logHazardRatio").value()).isNull();
        assertThat(estimate(term, "hazardRatio").value()).isNull();
        assertThat(term.warning("monotone-likelihood")).isPresent();
        assertThat(value(term, "logHazardRatioFirth")).isCloseTo(-3.48226368156023, within(1e-6));
        assertThat(estimate(term, "hazardRatioFirth").low()).isCloseTo(0.000230322317659426, within(1e-8));
        assertThat(estimate(term, "hazardRatioFirth").high()).isCloseTo(0.285927361436916, within(1e-6));
        assertThat(test(subject(mice, "model", "cox"), "score").statistic()).isCloseTo(12.0939842006702, EXACT);
    }

    @Test
    void fourArmsArePairedWithAdjustedP() {
        AnalysisDocument mice = analyze(Studies.text("mc38_4arm_synthetic.csv"), "arm=arm");
        assertThat(value(subject(mice, "arm", "combo"), "median")).isEqualTo(42);
        assertThat(estimate(subject(mice, "arm", "vehicle"), "median").high()).isEqualTo(24.0);
        assertThat(test(subject(mice, "comparison", "all arms"), "log-rank").statistic())
                .isCloseTo(30.2260728940336, EXACT);
        SubjectResult pair = subject(mice, "comparison", "combo vs antiPD1");
        assertThat(test(pair, "log-rank-holm").p()).isCloseTo(0.0246712892829914, EXACT);
        assertThat(test(pair, "log-rank-benjamini-hochberg").p()).isCloseTo(0.0123356446414957, EXACT);
        AnalysisDocument first = analyze(Studies.text("mc38_4arm_synthetic.csv"), "arm=arm", "quantileRule=first");
        assertThat(value(subject(first, "arm", "combo"), "median")).isEqualTo(41);
    }

    @Test
    void whatIsNotReachedIsNullWithAWarning() {
        AnalysisDocument none = analyze("time,event\n5,0\n6,0\n7,1\n8,0\n9,0\n", "milestones=6,20");
        SubjectResult all = subject(none, "arm", "all");
        assertThat(estimate(all, "median").value()).isNull();
        assertThat(all.warning("median-not-reached")).isPresent();
        assertThat(value(subject(none, "time", "6"), "survival")).isEqualTo(1);
        assertThat(estimate(subject(none, "time", "20"), "survival").value()).isNull();
    }

    @Test
    void theSameInputGivesTheSameDocument() {
        String[] settings = {"arm=sex", "permutations=50"};
        assertThat(analyze(Studies.text("lung.csv"), settings)).isEqualTo(analyze(Studies.text("lung.csv"), settings));
    }

    /** quantile(survfit) of R's survival 3.x, as in the reference folder. */
    @Test
    void quartilesAreThoseOfR() {
        AnalysisDocument lung =
                analyze(Studies.text("lung.csv"), "arm=sex", "quantiles=0.25, 0.75", "quantileRule=midpoint");
        assertThat(quantiles(lung, "sex", "1")).containsExactly(144.0, 457.0);
        assertThat(quantiles(lung, "sex", "2")).containsExactly(226.0, 687.0);
        AnalysisDocument ovarian =
                analyze(Studies.text("ovarian.csv"), "time=futime", "event=fustat", "arm=rx", "quantiles=0.25, 0.75");
        assertThat(quantiles(ovarian, "rx", "1")).containsExactly(268.0, null);
        assertThat(ovarian.results().stream().flatMap(result -> result.warnings().stream()))
                .extracting("code")
                .contains("quantile-not-reached");
        assertThatThrownBy(() -> analyze(Studies.text("lung.csv"), "quantiles=25"))
                .hasMessageContaining("25.0 is not between 0 and 1");
    }

    private static List<Double> quantiles(AnalysisDocument document, String column, String arm) {
        List<Double> found = new ArrayList<>();
        document.results().stream()
                .filter(result -> arm.equals(result.subject().get(column))
                        && result.subject().containsKey("proportion"))
                .forEach(result -> found.add(estimate(result, "quantile").value()));
        return found;
    }

    @Test
    void whetherSubjectsAreAnimalsCanBeStated() {
        String plain = "number,time,event\n1,3,1\n2,5,0\n3,4,1\n";
        assertThat(analyze(plain, "subjects=animals").methods()).contains("ARRIVE");
        assertThat(analyze(plain).methods()).doesNotContain("ARRIVE");
        assertThat(analyze("animal,time,event\n1,3,1\n2,5,0\n3,4,1\n").methods())
                .contains("ARRIVE");
        assertThat(analyze("animal,time,event\n1,3,1\n2,5,0\n3,4,1\n", "subjects=patients")
                        .methods())
                .doesNotContain("ARRIVE");
    }

    /** No event, or none while both arms are at risk: no test, and no interval of no width. */
    @Test
    void armsThatNoEventComparesAreNotTested() {
        for (String csv : List.of(
                "time,event,arm\n5,0,A\n8,0,A\n3,0,B\n9,0,B\n",
                "time,event,arm\n1,0,A\n2,0,A\n10,1,B\n11,1,B\n12,0,B\n")) {
            AnalysisDocument document = analyze(csv);
            SubjectResult compared = subject(document, "comparison", "B vs A");
            assertThat(compared.tests()).isEmpty();
            assertThat(compared.warning("arms-not-comparable")).isPresent();
            assertThat(document.verdicts())
                    .contains(
                            "No event happened while subjects of two arms were at risk, so no test of B vs A is possible.");
            assertThat(estimate(subject(document, "arm", "A"), "rmst").low()).isNull();
            assertThat(estimate(compared, "rmstDifference").low()).isNull();
        }
    }
}
