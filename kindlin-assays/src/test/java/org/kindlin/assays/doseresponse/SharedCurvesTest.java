package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sigmoid.Parameter;

/** Global fits of several curves with parameters in common. */
class SharedCurvesTest {
    private static CurveData curve(String name, double logIc50, double hillSlope, long seed) {
        CurveData data = Curves.sigmoid(logIc50, hillSlope, 100, 3, 2, RandomStream.ofSeed(seed));
        return new CurveData(Map.of("curve", name), data.observations());
    }

    private static DoseResponseResult analyze(List<CurveData> curves, Parameter... shared) {
        ColumnNames columns = new ColumnNames("dose", "response", List.of("curve"), Optional.empty());
        return DoseResponseAnalysis.analyze(
                new DoseResponseData(curves, List.of(), List.of(), List.of()),
                new DoseResponseProtocol(columns, DoseScale.LINEAR, CurveProtocol.standard(Units.NONE), Set.of(shared)),
                1);
    }

    private static double value(SubjectResult result, String name) {
        return Objects.requireNonNull(result.estimate(name).orElseThrow().value());
    }

    @Test
    void sharedParametersHaveOneValueAndTheSumOfSquaresIsThatOfTheCurves() {
        DoseResponseResult result = analyze(
                List.of(curve("a", -7.5, 1.2, 1), curve("b", -6.5, 1.2, 2), curve("c", -8, 1.2, 3)),
                Parameter.HILL_SLOPE,
                Parameter.TOP);
        SubjectResult all = result.global().orElseThrow();
        assertThat(value(all, "hillSlope")).isCloseTo(1.2, within(0.1));
        assertThat(value(all, "df")).isEqualTo(90 - 2 - 3 * 2);
        double sum = 0;
        for (CurveResult curve : result.curves()) {
            assertThat(value(curve.result(), "hillSlope")).isEqualTo(value(all, "hillSlope"));
            sum += value(curve.result(), "rss");
        }
        assertThat(sum).isCloseTo(value(all, "rss"), within(1e-9 * sum));
        assertThat(test(all).p()).isGreaterThan(0.01);
        assertThat(value(all, "aiccDifference")).isNegative();
    }

    @Test
    void curvesThatDifferAreToldApart() {
        DoseResponseResult result =
                analyze(List.of(curve("a", -7.5, 0.6, 1), curve("b", -6.5, 2.5, 2)), Parameter.HILL_SLOPE);
        SubjectResult all = result.global().orElseThrow();
        assertThat(test(all).p()).isLessThan(1e-6);
        assertThat(value(all, "aiccDifference")).isPositive();
    }

    @Test
    void sharingNarrowsTheIntervalOfTheMidpoint() {
        List<CurveData> curves = List.of(curve("a", -5.6, 1, 5), curve("b", -7.5, 1, 6));
        double separate = width(analyze(curves).curves().getFirst());
        double shared = width(
                analyze(curves, Parameter.BOTTOM, Parameter.HILL_SLOPE).curves().getFirst());
        assertThat(shared).isLessThan(0.7 * separate);
    }

    /** Two clean curves that stop at different parts of their way; sums of squares from SciPy 1.x, 40 random starts each. */
    @Test
    void theJointOptimumIsGlobal() {
        List<CurveData> curves = List.of(
                duplicates("c0", new double[] {
                    116.114, 117.866, 116.375, 120.033, 117.293, 119.584, 115.615, 114.609, 118.481, 117.539,
                    122.703, 119.708, 121.790, 120.131, 117.962, 108.730, 92.077, 92.056, 46.101, 47.072
                }),
                duplicates("c1", new double[] {
                    109.871, 110.882, 108.898, 112.819, 112.049, 106.337, 109.053, 111.999, 112.009, 113.744,
                    108.733, 110.442, 104.433, 105.249, 74.466, 78.854, 18.280, 21.817, 3.857, 8.624
                }));
        assertThat(jointRss(curves, Parameter.LOG_IC50)).isCloseTo(1032.46218600145, within(1e-6));
        assertThat(jointRss(curves, Parameter.LOG_IC50, Parameter.BOTTOM)).isCloseTo(1806.62088012498, within(1e-6));
        assertThat(jointRss(curves, Parameter.HILL_SLOPE, Parameter.BOTTOM)).isCloseTo(256.993693749791, within(1e-6));
    }

    private static double jointRss(List<CurveData> curves, Parameter... shared) {
        return value(analyze(curves, shared).global().orElseThrow(), "rss");
    }

    /** Duplicates at 0.1, 0.3, 1, ... 3000. */
    private static CurveData duplicates(String name, double[] responses) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < responses.length; i++) {
            double dose = StrictMath.pow(10, i / 4 - 1) * (i % 4 < 2 ? 1 : 3);
            observations.add(new Observation(StrictMath.log10(dose), responses[i], ResponseVariance.ALIKE));
        }
        return new CurveData(Map.of("curve", name), observations);
    }

    private static double width(CurveResult curve) {
        Limits limits = ((MidpointVerdict.Determined) curve.midpoint()).limits();
        return limits.high().orElse(Double.POSITIVE_INFINITY) - limits.low().orElse(Double.NEGATIVE_INFINITY);
    }

    private static HypothesisTest test(SubjectResult result) {
        return result.tests().getFirst();
    }
}
