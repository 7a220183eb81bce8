package org.kindlin.assays.doseresponse;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Distributions;

/**
 * The dose at which the response is half of control, or another share of it, as a verdict of the same kind as that on the mid-point.
 *
 * <p>Its interval holds the doses at which the pointwise confidence band of the curve contains half of control (inverse
 * regression: N. R. Draper and H. Smith, Applied Regression Analysis, 3rd ed. 1998, section 3.2). Where control is the
 * mean at zero dose, its error and its covariance with the fitted curve count too. Beyond the tested doses it is
 * censored where the curve at the last dose is on one side of half of control at the censoring level, one-sided; a curve
 * whose parameters have no error (one stands at a limit) is judged by the mean response there ({@link MeanAtDose}).
 *
 * <p>A control measured at zero dose is where the curve starts, so half of it lies below, on the way of a falling curve
 * only; a rising curve has not reached it at any dose. Half of a control that is not above zero means nothing.
 */
final class HalfControlRule {
    private static final double STEP = 0.02;
    private static final double REACH = 2;
    private static final int BISECTIONS = 60;

    private final BandedCurve curve;
    private final CurveFacts facts;
    private final Control control;
    private final Inference inference;
    private final int df;
    private final double effect;

    private HalfControlRule(CurveFacts facts, BandedCurve curve, Control control, double effect) {
        this.curve = curve;
        this.facts = facts;
        this.control = control;
        this.inference = facts.protocol().inference();
        this.df = facts.degreesOfFreedom();
        this.effect = effect;
    }

    /** The verdict where the response depends on dose; {@code midpoint} is the verdict on the mid-point. */
    static MidpointVerdict judge(FittedCurve fitted, BandedCurve band, MidpointVerdict midpoint) {
        return judge(CurveFacts.of(fitted), band, midpoint, 0.5);
    }

    /**
     * The verdict on the dose at which a share of control is lost (falling curves) or reached (rising curves).
     *
     * @param midpoint the verdict on the mid-point, which says whether there is a dependence on dose
     * @param effect the share; for a half the estimate is ic50-absolute, for a tenth ec10-absolute
     */
    static MidpointVerdict judge(CurveFacts facts, BandedCurve curve, MidpointVerdict midpoint, double effect) {
        Optional<Control> control = Control.of(facts.data(), facts.protocol());
        if (control.isEmpty()) {
            return undetermined(
                    name(effect),
                    "no-control",
                    "no response that means 100 % is stated and zero dose was not measured");
        }
        if (isVoid(midpoint)) {
            return midpoint instanceof MidpointVerdict.Undetermined none
                    ? new MidpointVerdict.Undetermined(Limits.OPEN, renamed(none.reason(), name(effect)))
                    : midpoint;
        }
        return new HalfControlRule(facts, curve, control.get(), effect).judge();
    }

    /** The name of the estimate of an effect on the scale of control. */
    static String name(double effect) {
        return effect == 0.5 ? "ic50-absolute" : EffectLevels.name(effect) + "-absolute";
    }

    /** The verdict where there is no curve. */
    static MidpointVerdict withoutCurve(MidpointVerdict midpoint) {
        return midpoint instanceof MidpointVerdict.Undetermined none
                ? new MidpointVerdict.Undetermined(Limits.OPEN, renamed(none.reason(), name(0.5)))
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

    private static Warning renamed(Warning reason, String name) {
        return new Warning(reason.code(), reason.message().replace("ic50 is", name + " is"));
    }

    private MidpointVerdict judge() {
        if (control.response() <= 0) {
            return undetermined(
                    "control-not-positive", "control, " + response(control.response()) + ", is not above zero");
        }
        TestedRange range = facts.range();
        boolean falling = falls();
        OptionalDouble crossing = curve.logDoseAt(target());
        if (falling == curve.isFalling() && crossing.isPresent() && range.contains(crossing.getAsDouble())) {
            return inside(crossing.getAsDouble());
        }
        if (clearly(range.highest(), falling ? 1 : -1)) {
            return censored(Relation.ABOVE, range.highest());
        }
        if (clearly(range.lowest(), falling ? -1 : 1)) {
            return censored(Relation.BELOW, range.lowest());
        }
        return undetermined(
                name() + "-not-determined",
                "the fitted curve does not pass " + ofControl() + ", " + response(target())
                        + ", among the tested doses, and the data do not exclude that it does");
    }

    /** Whether the effect is a loss of response. */
    private boolean falls() {
        return control.isMeasured() || curve.isFalling();
    }

    /** The share of control that is the response asked for. */
    private double share() {
        return falls() ? 1 - effect : effect;
    }

    private double target() {
        return share() * control.response();
    }

    private String name() {
        return name(effect);
    }

    private String ofControl() {
        return share() == 0.5 ? "half of control" : Text.percent(share()) + " of control";
    }

    private MidpointVerdict inside(double crossing) {
        if (!curve.hasErrors()) {
            return new MidpointVerdict.Determined(crossing, Limits.OPEN);
        }
        Limits limits = Limits.of(limit(crossing, -1), limit(crossing, 1));
        return limits.isOpen()
                ? undetermined(name() + "-not-determined", "its interval is open on both sides")
                : new MidpointVerdict.Determined(crossing, limits);
    }

    /** Where, walking from the crossing, the band first leaves half of control; infinite if it does not. */
    private double limit(double crossing, int way) {
        double t = Distributions.studentQuantile(0.5 + 0.5 * inference.level(), df);
        double end = way > 0 ? facts.range().highest() + REACH : facts.range().lowest() - REACH;
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
        if (!curve.hasErrors()) {
            return new MeanAtDose(facts.data(), control, share(), inference.censoringLevel()).isClearly(side, logDose);
        }
        double t = Distributions.studentQuantile(inference.censoringLevel(), df);
        return side * distance(logDose) > t * error(logDose);
    }

    private double distance(double logDose) {
        return curve.value(logDose) - target();
    }

    /** Standard error of {@link #distance}. */
    private double error(double logDose) {
        if (!control.isMeasured()) {
            return Math.sqrt(curve.varianceOfContrast(logDose, 0));
        }
        // A share of the zero-dose mean covaries with the fit: cov(f, mean0) is that of f with the curve at zero dose.
        double ofMean = curve.residualVariance() / control.zeroDoseReplicates();
        double excess = share() * share() * (ofMean - curve.varianceAtZeroDose());
        return Math.sqrt(Math.max(0, curve.varianceOfContrast(logDose, share()) + excess));
    }

    private MidpointVerdict censored(Relation relation, double logDose) {
        boolean above = relation == Relation.ABOVE;
        return new MidpointVerdict.Censored(
                relation,
                logDose,
                above ? Limits.of(logDose, Double.NaN) : Limits.of(Double.NaN, logDose),
                new Warning(
                        name() + "-outside-tested-range",
                        name() + " is censored: at the " + (above ? "highest" : "lowest") + " tested dose, "
                                + Text.dose(logDose, facts.protocol().units()) + ", the curve "
                                + (above ? "has not reached " : "is already beyond ") + ofControl() + ", "
                                + response(target()) + ", with "
                                + Text.percent(inference.censoringLevel()) + " one-sided confidence"));
    }

    private String response(double value) {
        return Text.response(value, facts.protocol().units());
    }

    private MidpointVerdict undetermined(String code, String why) {
        return undetermined(name(), code, why);
    }

    private static MidpointVerdict undetermined(String name, String code, String why) {
        return new MidpointVerdict.Undetermined(Limits.OPEN, new Warning(code, name + " is not estimable: " + why));
    }
}
