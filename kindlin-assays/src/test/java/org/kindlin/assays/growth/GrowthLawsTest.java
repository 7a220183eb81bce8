package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.assays.growth.GrowthRuns.resource;
import static org.kindlin.assays.growth.GrowthRuns.subject;
import static org.kindlin.assays.growth.GrowthRuns.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/**
 * Laws of growth of a real control arm against SciPy 1.11's least_squares over all starts, rates and the bend at once (residuals of log
 * volume; the exponential-linear law by solve_ivp).
 */
class GrowthLawsTest {
    private static final AnalysisDocument CR1197 = resource("CR1197_long.csv", "growthLaws=all");

    private static SubjectResult law(AnalysisDocument document, String arm, String law) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("Treatment", arm);
        key.put("law", law);
        return subject(document, key);
    }

    @ParameterizedTest
    @CsvSource({
        "gompertz, growthDecline, 0.05159478338025306, 1.3054463348854533, 0.1911339659810543, 1e-5",
        "logistic, capacity, 2830.1824124558207, 1.3497711130913588, 0.18018751659937382, 1e-5",
        "exponential-linear, linearGrowthRate, 108.9317669087586, 1.3769885866887417, 0.19141628910215674, 1e-2"
    })
    void fitsAreThoseOfScipy(String name, String bend, double at, double squares, double rate, double close) {
        SubjectResult fit = law(CR1197, "Vehicle", name);
        assertThat(value(fit, bend)).isCloseTo(at, within(close * at));
        double sd = value(fit, "residualSd");
        assertThat(sd * sd * (69 - 21)).isCloseTo(squares, within(1e-3 * close * squares));
        assertThat(value(fit, "initialGrowthRate")).isCloseTo(rate, within(close * rate));
    }

    @Test
    void theBestLawIsNamedAndTestedAgainstTheExponential() {
        assertThat(law(CR1197, "Vehicle", "gompertz").tests().getFirst().p()).isLessThan(1e-6);
        assertThat(CR1197.verdicts())
                .anyMatch(sentence -> sentence.contains("of growth, Gompertz growth fits Vehicle best (F")
                        && sentence.contains(", p < 0.0001)"));
        assertThat(CR1197.methods()).contains("Simeoni");
    }

    /** The combination's tumours neither grow nor shrink: a capacity cannot be told, and is not guessed. */
    @Test
    void whatDoesNotBendHasNoBend() {
        SubjectResult both = law(CR1197, "Palbociclib+Cetuximab", "logistic");
        assertThat(both.estimate("capacity").orElseThrow().value()).isNull();
        assertThat(both.warning("no-bend")).isPresent();
    }

    @Test
    void theyCanBeLeftOut() {
        AnalysisDocument without = resource("SW837_long.csv", "growthLaws=none");
        assertThat(without.results()).noneMatch(result -> result.subject().containsKey("law"));
    }
}
