package org.kindlin.assays.doseresponse;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.curve.CurveFit;
import org.kindlin.numerics.curve.EffectTarget;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.statistics.FTest;

/**
 * A curve of any family with what it was fitted to.
 *
 * @param range the doses tested
 */
record FamilyCurve(CurveData data, CurveProtocol protocol, TestedRange range, DoseModel model, CurveFit fit)
        implements BandedCurve {

    CurveFacts facts() {
        return new CurveFacts(data, protocol, range, fit.observations(), fit.freeParameters(), flatTest());
    }

    /** The curve against the best horizontal line, or against zero for a family that starts there. */
    Optional<FTest> flatTest() {
        boolean free = fit.freeParameters() > 1 || model.startsAtZero();
        return free
                ? FTest.extraSumOfSquares(flatRss(), flatDegrees(), fit.rss(), fit.degreesOfFreedom())
                : Optional.empty();
    }

    private int flatDegrees() {
        return fit.observations() - (model.startsAtZero() ? 0 : 1);
    }

    double flatRss() {
        SigmoidData points = fit.data();
        double level = model.startsAtZero() ? 0 : weightedMean(points, 0, points.size());
        return squares(points, 0, points.size(), level);
    }

    /** The curve against the means of replicates; empty without replicates or spare doses. */
    Optional<FTest> lackOfFitTest() {
        SigmoidData points = fit.data();
        double pureError = 0;
        int doses = 0;
        for (int from = 0; from < points.size(); doses++) {
            int to = from;
            while (to < points.size() && points.logDose()[to] == points.logDose()[from]) {
                to++;
            }
            pureError += squares(points, from, to, weightedMean(points, from, to));
            from = to;
        }
        return FTest.extraSumOfSquares(fit.rss(), fit.degreesOfFreedom(), pureError, points.size() - doses);
    }

    private static double weightedMean(SigmoidData points, int from, int to) {
        double sum = 0;
        double total = 0;
        for (int i = from; i < to; i++) {
            sum += points.weight()[i] * points.response()[i];
            total += points.weight()[i];
        }
        return sum / total;
    }

    private static double squares(SigmoidData points, int from, int to, double level) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double residual = points.response()[i] - level;
            sum += points.weight()[i] * residual * residual;
        }
        return sum;
    }

    @Override
    public double value(double logDose) {
        return fit.response(logDose);
    }

    @Override
    public boolean isFalling() {
        Dual[] plain = Arrays.stream(fit.values()).mapToObj(Dual::constant).toArray(Dual[]::new);
        double end = fit.family().end(plain).map(Dual::value).orElseGet(() -> value(range.highest()));
        return end < fit.family().start(plain).value();
    }

    @Override
    public OptionalDouble logDoseAt(double response) {
        double dose = new EffectTarget.Absolute(response)
                .logDose(fit.family(), fit.variables())
                .value();
        return Double.isFinite(dose) ? OptionalDouble.of(dose) : OptionalDouble.empty();
    }

    @Override
    public boolean hasErrors() {
        return fit.predict(range.highest()).standardError().isPresent();
    }

    @Override
    public double varianceOfContrast(double logDose, double share) {
        Dual here = fit.family().at(fit.variables(), Dual.constant(logDose));
        return squared(here.minus(fit.family().atZeroDose(fit.variables()).times(share)));
    }

    @Override
    public double varianceAtZeroDose() {
        return squared(fit.family().atZeroDose(fit.variables()));
    }

    private double squared(Dual function) {
        double error = fit.errorOf(function).orElse(Double.NaN);
        return error * error;
    }

    @Override
    public double residualVariance() {
        return fit.rss() / fit.degreesOfFreedom();
    }
}
