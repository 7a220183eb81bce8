package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/**
 * Classic bioassay sets of the R package drc under other models than the four-parameter logistic, which {@code
 * ReferenceCurvesTest} has. Exact least-squares optima by SciPy ({@code least_squares}, tolerances 1e-15, complex-step
 * Jacobian, 30 starts), effect doses by {@code brentq}; good to 1e-7. drc 3.2-0 stops a little before the optimum: its
 * residual standard error is never smaller, and its parameters differ by up to 1e-2 where the data determine them weakly
 * (the hormesis of lettuce), 1e-4 elsewhere.
 */
class DrcModelsTest {
    private static final Map<String, String> RYEGRASS = Map.of("x", "conc", "y", "rootl", "effectLevels", "10,50,90");

    private static SubjectResult analyze(String file, Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        List<SubjectResult> results = ReferenceCurves.analyze(ReferenceCurves.file("drc/" + file), all);
        return results.getFirst();
    }

    private static void check(SubjectResult result, String name, double expected) {
        Estimate estimate = result.estimate(name).orElseThrow(() -> new AssertionError(name));
        assertThat(Objects.requireNonNull(estimate.value()))
                .as(name)
                .isCloseTo(expected, within(3e-7 * Math.abs(expected)));
    }

    /** The residual sum of squares is at or below drc's. */
    private static void notWorseThanDrc(SubjectResult result, String name) {
        double error = drc(name, "residual SE");
        double df = drc(name, "residual df");
        double rss = Objects.requireNonNull(result.estimate("rss").orElseThrow().value());
        assertThat(rss).isLessThanOrEqualTo(error * error * df * (1 + 1e-12));
        assertThat(rss).isCloseTo(error * error * df, within(1e-5 * rss));
    }

    private static double drc(String name, String quantity) {
        return ReferenceCurves.table("drc/expected_drc_results.csv").stream()
                .filter(row -> row[0].equals(name) && row[2].equals(quantity))
                .mapToDouble(row -> Double.parseDouble(row[3]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void weibullOne() {
        SubjectResult result = analyze("ryegrass.csv", RYEGRASS, "model", "weibull1");
        check(result, "top", 7.80587588701);
        check(result, "bottom", 0.660451559004);
        check(result, "inflection", 3.60012832482);
        check(result, "slope", 2.39334609017);
        check(result, "rss", 6.0241508530868);
        check(result, "ec10", 1.40594489848);
        check(result, "ec50", 3.08894992654);
        check(result, "ec90", 5.10106405521);
        notWorseThanDrc(result, "ryegrass-W1.4");
    }

    @Test
    void weibullTwo() {
        SubjectResult result = analyze("ryegrass.csv", RYEGRASS, "model", "weibull2");
        check(result, "top", 7.72632972558);
        check(result, "bottom", 0.32457489574);
        check(result, "inflection", 2.48763262425);
        check(result, "slope", 1.96780181489);
        check(result, "rss", 5.2925653834083);
        check(result, "ec10", 1.62822725348);
        check(result, "ec90", 7.8062602054);
        notWorseThanDrc(result, "ryegrass-W2.4");
    }

    @Test
    void gompertz() {
        SubjectResult result = analyze("ryegrass.csv", RYEGRASS, "model", "gompertz");
        check(result, "top", 8.20165486775);
        check(result, "steepness", 2.96680516392);
        check(result, "rss", 6.2992569501429);
        check(result, "ec50", 3.11668483828);
        check(result, "ec90", 4.5556467661);
    }

    @Test
    void brainCousens() {
        SubjectResult result = analyze("lettuce.csv", Map.of("x", "conc", "y", "weight", "model", "brain-cousens-4"));
        check(result, "top", 0.967176849684);
        check(result, "place", 0.845934338571);
        check(result, "slope", 1.28271759602);
        check(result, "hormesis", 1.62452805831);
        check(result, "rss", 0.1249748097382);
        notWorseThanDrc(result, "lettuce-BC4 (hormesis)");
    }

    @Test
    void otherLogistics() {
        notWorseThanDrc(analyze("ryegrass.csv", RYEGRASS, "model", "3pl", "direction", "falling"), "ryegrass-LL3");
        notWorseThanDrc(analyze("ryegrass.csv", RYEGRASS, "model", "5pl"), "ryegrass-LL5");
    }

    /** The effect doses of the exact optimum: e 9^(-1/b) and e 9^(1/b). */
    @Test
    void effectDosesOfTheLogistic() {
        SubjectResult result = analyze("ryegrass.csv", RYEGRASS);
        double e = 3.05795516934;
        double odds = Math.pow(9, 1 / 2.98222866622);
        check(result, "ec10", e / odds);
        check(result, "ec50", e);
        check(result, "ec90", e * odds);
    }
}
