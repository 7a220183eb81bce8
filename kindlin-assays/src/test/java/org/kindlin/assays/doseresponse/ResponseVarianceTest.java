package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidRegression;

class ResponseVarianceTest {
    private static final CurveProtocol PROTOCOL = CurveProtocol.standard(Units.NONE);
    private static final double[] DOSE = {1, 1, 3, 3, 10, 10, 30, 30, 100, 100, 300, 300};
    private static final double[] RESPONSE = {97, 103, 95, 90, 78, 70, 41, 47, 17, 14, 8, 6.5};

    private static CurveData withVariance(ResponseVariance variance) {
        CurveData plain = CurveData.ofDoses(Map.of(), DOSE, RESPONSE);
        return new CurveData(
                Map.of(),
                plain.observations().stream().map(o -> o.with(variance)).toList());
    }

    private static FittedCurve fit(CurveData data) {
        return CurveAnalysis.fit(data, PROTOCOL).orElseThrow();
    }

    @Test
    void theFitIsThatUnderWeightsOfItsOwnCurve() {
        ResponseVariance variance = expected -> 4 + 0.0025 * expected * expected;
        FittedCurve fitted = fit(withVariance(variance));
        double[] x = IntStream.range(0, DOSE.length)
                .mapToDouble(i -> StrictMath.log10(DOSE[i]))
                .toArray();
        double[] weight = IntStream.range(0, DOSE.length)
                .mapToDouble(i -> 1 / variance.at(fitted.curve().value(x[i])))
                .toArray();
        SigmoidFit again = SigmoidRegression.fit(new SigmoidData(x, RESPONSE, weight), PROTOCOL.spec())
                .fit()
                .orElseThrow();
        assertThat(again.curve().logIc50()).isCloseTo(fitted.logIc50(), within(1e-9));
        assertThat(again.rss()).isCloseTo(fitted.fit().rss(), within(1e-7));
        assertThat(fitted.logIc50())
                .isNotCloseTo(fit(withVariance(ResponseVariance.ALIKE)).logIc50(), within(1e-4));
    }

    @Test
    void onlyRatiosOfVariancesMatter() {
        FittedCurve once = fit(withVariance(expected -> 4 + 0.0025 * expected * expected));
        FittedCurve tenfold = fit(withVariance(expected -> 40 + 0.025 * expected * expected));
        assertThat(tenfold.logIc50()).isCloseTo(once.logIc50(), within(1e-10));
        FittedCurve alike = fit(withVariance(new ResponseVariance.Constant(7)));
        assertThat(alike.logIc50())
                .isCloseTo(fit(CurveData.ofDoses(Map.of(), DOSE, RESPONSE)).logIc50(), within(1e-12));
    }

    @Test
    void variancesHeldAtACurveDoNotMoveWithTheNext() {
        CurveData data = withVariance(expected -> 4 + 0.0025 * expected * expected);
        SigmoidCurve curve = fit(data).curve();
        CurveData held = data.withVariancesHeldAt(curve::value);
        assertThat(held.inverseVariances(x -> 0)).isEqualTo(data.inverseVariances(curve::value));
        assertThat(fit(held).logIc50()).isCloseTo(curve.logIc50(), within(1e-9));
    }
}
