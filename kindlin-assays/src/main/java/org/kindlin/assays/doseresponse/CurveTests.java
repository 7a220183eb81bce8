package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.numerics.statistics.FTest;

/** The hypothesis tests every curve gets. */
final class CurveTests {
    private CurveTests() {}

    static List<HypothesisTest> of(FittedCurve fitted) {
        List<HypothesisTest> tests = new ArrayList<>();
        fitted.flatTest().map(test -> named("flat-versus-curve", test)).ifPresent(tests::add);
        fitted.lackOfFitTest().map(test -> named("lack-of-fit", test)).ifPresent(tests::add);
        return tests;
    }

    static HypothesisTest named(String name, FTest test) {
        return new HypothesisTest(name, test.statistic(), (double) test.df1(), (double) test.df2(), test.p());
    }
}
