package org.kindlin.assays.doseresponse;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.sigmoid.Covariance;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.statistics.Distributions;

/**
 * The dose at which the response is half of control, as a verdict of the same kind as that on the mid-point.
 *
 * <p>Its interval holds the doses at which the pointwise confidence band of the curve contains half of control (inverse
 * regression: N. R. Draper and H. Smith, Applied Regression Analysis, 3rd ed. 1998, section 3.2). Where control is the
 * mean at zero dose, its error and its covariance with the fitted curve count too. Beyond the tested doses it is
 * censored where the curve at the last dose is on one side of half of control at the censoring level, one-sided.
 *
 * <p>A control measured at zero dose is where the curve starts, so half of it lies below, on the way of a falling curve
 * only; a rising curve has not reached it at any dose. Half of a control that is not above zero means nothing.
 */
final class HalfControlRule {
    private static final double STEP = 0.02;
    private static final double REACH = 2;
    private static final int BISECTIONS = 60;

    private final FittedCurve fitted;
    private final Control control;
    private final Inference inference;
    private final int df;

    private HalfControlRule(FittedCurve fitted, Control control) {
        this.fitted = fitted;
        this.control = control;
        this.inference = fitted.protocol().inference();
        this.df = fitted.fit().degreesOfFreedom();
    }

    /** The verdict where the response depends on dose; {@code midpoint} is the verdict on the mid-point. */
    static MidpointVerdict judge(FittedCurve fitted, MidpointVerdict midpoint) {
        Optional<Control> control = Control.of(fitted.data(), fitted.protocol());
        if (control.isEmpty()) {
            return undetermined("no-control", "no response that means 100 % is stated and zero dose was not measured");
        }
        if (isVoid(midpoint)) {
            return midpoint instanceof MidpointVerdict.Undetermined none
                    ? new MidpointVerdict.Undetermined(Limits.OPEN, renamed(none.reason()))
                    : midpoint;
        }
        return new HalfControlRule(fitted, control.get()).judge();
    }

    /** The verdict where there is no curve. */
    static MidpointVerdict withoutCurve(MidpointVerdict midpoint) {
        return midpoint instanceof MidpointVerdict.Undetermined none
                ? new MidpointVerdict.Undetermined(Limits.OPEN, renamed(none.reason()))
                : midpoint;
    }

    private static boolean isVoid(MidpointVerdict midpoint) {
        return switch (midpoint) {
            case MidpointVerdict.Determined _ -> false;
            case MidpointVerdict.Censored censored -> isNoDependence(censored.reason());
            case MidpointVerdict.Undetermined undetermined -> isNoDependence(undetermined.reason());
        };
    }

    private static boolean isNoDependence(Warning reason) {
        return switch (reason.code()) {
            case "no-effect", "full-effect", "no-dose-dependence", "no-degrees-of-freedom" -> true;
            default -> false;
        };
    }

    private static Warning renamed(Warning reason) {
        return new Warning(reason.code(), reason.message().replace("ic50 is", "ic50-absolute is"));
    }

    private MidpointVerdict judge() {
        if (control.response() <= 0) {
            return undetermined(
                    "control-not-positive", "control, " + response(control.response()) + ", is not above zero");
        }
        TestedRange range = fitted.range();
        boolean falling = control.isMeasured() || fitted.isFalling();
        OptionalDouble crossing = fitted.curve().logDoseAt(control.half());
        if (falling == fitted.isFalling() && crossing.isPresent() && range.contains(crossing.getAsDouble())) {
            return inside(crossing.getAsDouble());
        }
        if (fitted.fit().covariance().isEmpty()) {
            return undetermined(
                    "ic50-absolute-not-determined",
                    "the fitted curve does not pass half of control among the tested doses, and has no error to judge it by");
        }
        if (clearly(range.highest(), falling ? 1 : -1)) {
            return censored(Relation.ABOVE, range.highest());
        }
        if (clearly(range.lowest(), falling ? -1 : 1)) {
            return censored(Relation.BELOW, range.lowest());
        }
        return undetermined(
                "ic50-absolute-not-determined",
                "the fitted curve does not pass half of control, " + response(control.half())
                        + ", among the tested doses, and its error does not exclude that it does");
    }

    private MidpointVerdict inside(double crossing) {
        if (fitted.fit().covariance().isEmpty()) {
            return new MidpointVerdict.Determined(crossing, Limits.OPEN);
        }
        Limits limits = Limits.of(limit(crossing, -1), limit(crossing, 1));
        return limits.isOpen()
                ? undetermined("ic50-absolute-not-determined", "its interval is open on both sides")
                : new MidpointVerdict.Determined(crossing, limits);
    }

    /** Where, walking from the crossing, the band first leaves half of control; infinite if it does not. */
    private double limit(double crossing, int way) {
        double t = Distributions.studentQuantile(0.5 + 0.5 * inference.level(), df);
        double end = way > 0 ? fitted.range().highest() + REACH : fitted.range().lowest() - REACH;
        double inner = crossing;
        while (way * (end - inner) > 0) {
            double outer = inner + way * STEP;
            if (Math.abs(distance(outer)) > t * error(outer)) {
                return bisect(inner, outer, t);
            }
            inner = outer;
        }
        return Double.POSITIVE_INFINITY;
    }

    private double bisect(double inner, double outer, double t) {
        double in = inner;
        double out = outer;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (in + out);
            if (Math.abs(distance(middle)) > t * error(middle)) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return 0.5 * (in + out);
    }

    /** Whether the response at a dose is above (+1) or below (-1) half of control at the censoring level. */
    private boolean clearly(double logDose, int side) {
        double t = Distributions.studentQuantile(inference.censoringLevel(), df);
        return side * distance(logDose) > t * error(logDose);
    }

    private double distance(double logDose) {
        return fitted.curve().value(logDose) - control.half();
    }

    /** Standard error of {@link #distance}. */
    private double error(double logDose) {
        Covariance covariance = fitted.fit().covariance().orElseThrow();
        SigmoidCurve curve = fitted.curve();
        double[] gradient = curve.gradient(logDose);
        if (!control.isMeasured()) {
            return Math.sqrt(covariance.varianceOf(gradient));
        }
        // Half the zero-dose mean covaries with the fit: cov(f, mean0) = g'C g0, with g0 the gradient at zero dose.
        double[] zero = curve.gradient(Double.NEGATIVE_INFINITY);
        double[] shifted = gradient.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] -= 0.5 * zero[i];
        }
        double ofMean = fitted.fit().residualVariance().orElseThrow() / control.zeroDoseReplicates();
        double variance = covariance.varianceOf(shifted) + 0.25 * (ofMean - covariance.varianceOf(zero));
        return Math.sqrt(Math.max(0, variance));
    }

    private MidpointVerdict censored(Relation relation, double logDose) {
        boolean above = relation == Relation.ABOVE;
        return new MidpointVerdict.Censored(
                relation,
                logDose,
                above ? Limits.of(logDose, Double.NaN) : Limits.of(Double.NaN, logDose),
                new Warning(
                        "ic50-absolute-outside-tested-range",
                        "ic50-absolute is censored: at the " + (above ? "highest" : "lowest") + " tested dose, "
                                + Text.dose(logDose, fitted.protocol().units()) + ", the curve "
                                + (above ? "has not reached" : "is already beyond") + " half of control, "
                                + response(control.half()) + ", with "
                                + Text.percent(inference.censoringLevel()) + " one-sided confidence"));
    }

    private String response(double value) {
        return Text.response(value, fitted.protocol().units());
    }

    private static MidpointVerdict undetermined(String code, String why) {
        return new MidpointVerdict.Undetermined(
                Limits.OPEN, new Warning(code, "ic50-absolute is not estimable: " + why));
    }
}
