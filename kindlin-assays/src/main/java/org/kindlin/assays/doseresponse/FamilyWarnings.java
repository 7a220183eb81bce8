package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Warning;

/** Tests, quality and warnings of a curve of any family. */
final class FamilyWarnings {
    private static final double SIGNIFICANT = 0.05;

    private FamilyWarnings() {}

    static List<HypothesisTest> tests(FamilyCurve curve) {
        List<HypothesisTest> tests = new ArrayList<>();
        curve.flatTest()
                .map(test -> CurveTests.named("flat-versus-curve", test))
                .ifPresent(tests::add);
        curve.lackOfFitTest().map(test -> CurveTests.named("lack-of-fit", test)).ifPresent(tests::add);
        return tests;
    }

    static List<QualityCheck> quality(FamilyCurve curve) {
        int df = curve.fit().degreesOfFreedom();
        return List.of(
                CurveQuality.runs(curve.data(), curve::value),
                QualityCheck.info("residual-sd", df > 0 ? Math.sqrt(curve.residualVariance()) : Double.NaN),
                QualityCheck.info("r-squared", 1 - curve.fit().rss() / curve.flatRss()));
    }

    static List<Warning> warnings(FamilyCurve curve) {
        List<Warning> warnings = new ArrayList<>();
        for (String name : curve.fit().atLimit()) {
            warnings.add(new Warning(
                    name + "-at-bound",
                    name + " of the " + curve.model().spelling()
                            + " model ended at a limit of its search: the data do not determine it, and no errors are"
                            + " given"));
        }
        curve.lackOfFitTest()
                .filter(test -> test.p() < SIGNIFICANT)
                .ifPresent(test -> warnings.add(new Warning(
                        "lack-of-fit",
                        String.format(
                                Locale.ROOT,
                                "the curve misses the replicate means by more than the replicates scatter (F = %.2f on %d"
                                        + " and %d, p = %.2g)",
                                test.statistic(),
                                test.df1(),
                                test.df2(),
                                test.p()))));
        return warnings;
    }
}
