package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    private static double width(CurveResult curve) {
        Limits limits = ((MidpointVerdict.Determined) curve.midpoint()).limits();
        return limits.high().orElse(Double.POSITIVE_INFINITY) - limits.low().orElse(Double.NEGATIVE_INFINITY);
    }

    private static HypothesisTest test(SubjectResult result) {
        return result.tests().getFirst();
    }
}
