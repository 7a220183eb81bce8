package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.curve.CurveFit;
import org.kindlin.numerics.curve.CurveParameter;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.LogRatio;

/**
 * The shapes of two curves of one family, parameter by parameter: slopes by their ratio (test over reference), plateaus
 * and intercepts by their difference over the reference's span. Intervals have 90 %: both ends inside a margin is the
 * outcome of two one-sided tests at 5 % (D. J. Schuirmann, J. Pharmacokinet. Biopharm. 15:657-680, 1987).
 */
final class ShapeComparison {
    static final double LEVEL = 0.90;

    private final FamilyCurve reference;
    private final FamilyCurve test;
    private final PotencyProtocol margins;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<QualityCheck> quality = new ArrayList<>();
    private boolean isEquivalent = true;
    private boolean isJudged = true;

    private ShapeComparison(FamilyCurve reference, FamilyCurve test, PotencyProtocol margins) {
        this.reference = reference;
        this.test = test;
        this.margins = margins;
    }

    /**
     * What was found.
     *
     * @param quality how far the farther end of each interval is, against its margin
     * @param equivalent whether every parameter of the shape was shown to be equivalent; empty where one has no error
     */
    record Found(List<Estimate> estimates, List<QualityCheck> quality, Optional<Boolean> equivalent) {}

    static Found of(FamilyCurve reference, FamilyCurve test, PotencyProtocol margins) {
        ShapeComparison comparison = new ShapeComparison(reference, test, margins);
        List<CurveParameter> parameters = reference.fit().family().parameters();
        for (int j = 0; j < parameters.size(); j++) {
            boolean isPlace = j == reference.fit().family().placeParameter();
            if (!isPlace && !reference.fit().isFixed(j)) {
                comparison.compare(j, parameters.get(j));
            }
        }
        return new Found(
                comparison.estimates,
                comparison.quality,
                comparison.isJudged ? Optional.of(comparison.isEquivalent) : Optional.empty());
    }

    private void compare(int index, CurveParameter parameter) {
        switch (parameter.kind()) {
            case SLOPE -> ratio(index, parameter.name());
            case RESPONSE -> difference(index, parameter.name());
            default -> {}
        }
    }

    private void ratio(int index, String name) {
        OptionalDouble errorOfTest = error(test, index);
        OptionalDouble errorOfReference = error(reference, index);
        if (errorOfTest.isEmpty() || errorOfReference.isEmpty()) {
            unjudged(name + "Ratio");
            return;
        }
        LogRatio ratio = LogRatio.of(
                log(test.fit(), index, errorOfTest.getAsDouble()),
                log(reference.fit(), index, errorOfReference.getAsDouble()),
                LEVEL);
        add(name + "Ratio", ratio.ratio(), ratio.low(), ratio.high(), "test over reference; Welch");
        judge(name, Math.max(1 / ratio.low(), ratio.high()), margins.slopeMargin());
    }

    /** The standard error, where there is one that is not zero. */
    private static OptionalDouble error(FamilyCurve curve, int index) {
        OptionalDouble error = curve.fit().standardError(index);
        return error.orElse(0) > 0 ? error : OptionalDouble.empty();
    }

    private static LogRatio.LogEstimate log(CurveFit fit, int index, double error) {
        double value = fit.values()[index];
        return new LogRatio.LogEstimate(StrictMath.log(value), error / value, fit.degreesOfFreedom());
    }

    private void difference(int index, String name) {
        OptionalDouble errorOfTest = error(test, index);
        OptionalDouble errorOfReference = error(reference, index);
        if (errorOfTest.isEmpty() || errorOfReference.isEmpty()) {
            unjudged(name + "Difference");
            return;
        }
        double one = errorOfTest.getAsDouble() * errorOfTest.getAsDouble();
        double other = errorOfReference.getAsDouble() * errorOfReference.getAsDouble();
        double df = (one + other)
                * (one + other)
                / (one * one / test.fit().degreesOfFreedom()
                        + other * other / reference.fit().degreesOfFreedom());
        double span = span();
        double half = Distributions.studentQuantile(0.5 + LEVEL / 2, df) * Math.sqrt(one + other) / span;
        double value = (test.fit().values()[index] - reference.fit().values()[index]) / span;
        add(name + "Difference", value, value - half, value + half, "of the reference's span; Welch");
        judge(name, Math.abs(value) + half, margins.plateauMargin());
    }

    private void judge(String name, double farther, double margin) {
        isEquivalent &= farther <= margin;
        quality.add(QualityCheck.atMost(name + "-equivalence", farther, margin));
    }

    /** From no effect to full effect of the reference; over the tested doses where there is no full effect. */
    private double span() {
        double start =
                reference.fit().family().start(reference.fit().variables()).value();
        double end = reference
                .fit()
                .family()
                .end(reference.fit().variables())
                .map(found -> found.value())
                .orElseGet(() -> reference.value(reference.range().highest()));
        return Math.abs(end - start);
    }

    private void add(String name, double value, double low, double high, String method) {
        estimates.add(new Estimate(name, value, "", Relation.EQUAL, low, high, LEVEL, null, method));
    }

    private void unjudged(String name) {
        isJudged = false;
        estimates.add(Estimate.notEstimable(name, "", LEVEL, "none: a curve has no standard errors"));
    }
}
