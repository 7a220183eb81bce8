package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/** What the reader of a fitted curve must know beyond the verdict on its mid-point. */
final class CurveWarnings {
    /** A plateau counts as reached where the curve has gone this share of its way to it. */
    private static final double REACHED = 0.9;

    private static final double SIGNIFICANT = 0.05;
    private static final Set<IntervalMethod> PROFILES = EnumSet.of(IntervalMethod.PROFILE, IntervalMethod.PROFILE_ALL);

    private final FittedCurve fitted;
    private final Units units;
    private final List<Warning> warnings = new ArrayList<>();

    private CurveWarnings(FittedCurve fitted) {
        this.fitted = fitted;
        this.units = fitted.protocol().units();
    }

    static List<Warning> of(FittedCurve fitted, MidpointVerdict verdict) {
        CurveWarnings collected = new CurveWarnings(fitted);
        collected.openInterval(verdict);
        collected.bounds(verdict);
        collected.limitsAtSlopeBound(verdict);
        collected.plateaus();
        collected.lackOfFit();
        return collected.warnings;
    }

    private void openInterval(MidpointVerdict verdict) {
        if (verdict instanceof MidpointVerdict.Determined determined
                && !determined.limits().isClosed()) {
            String side = determined.limits().isOpenBelow() ? "below" : "above";
            add("interval-open", "the data set no limit on ic50 " + side + ": that side of its interval is open");
        }
    }

    private void bounds(MidpointVerdict verdict) {
        Set<Parameter> atBound = fitted.fit().atBound();
        SigmoidCurve curve = fitted.curve();
        if (atBound.contains(Parameter.HILL_SLOPE)) {
            add("hill-at-bound", hillMessage(curve.hillSlope(), verdict));
        }
        if (atBound.contains(Parameter.LOG_IC50)) {
            add(
                    "ic50-at-bound",
                    "the search for the mid-point ended at its limit, " + Text.dose(curve.logIc50(), units));
        }
        if (atBound.contains(Parameter.ASYMMETRY)) {
            add(
                    "asymmetry-at-bound",
                    "asymmetry ended at its limit, " + Text.number(curve.asymmetry())
                            + ": the data do not determine the fifth parameter");
        }
        if (atBound.contains(Parameter.TOP)) {
            add("top-at-bound", "top ended at its stated limit, " + Text.response(curve.top(), units));
        }
        if (atBound.contains(Parameter.BOTTOM)) {
            add("bottom-at-bound", "bottom ended at its stated limit, " + Text.response(curve.bottom(), units));
        }
    }

    /**
     * A limit of the mid-point at which the slope stands at the end of its own search is a limit of that search too: with
     * steeper slopes the interval would be wider.
     */
    private void limitsAtSlopeBound(MidpointVerdict verdict) {
        if (!(verdict instanceof MidpointVerdict.Determined determined)
                || !PROFILES.contains(fitted.protocol().inference().interval())
                || fitted.isFixed(Parameter.HILL_SLOPE)
                || fitted.fit().atBound().contains(Parameter.HILL_SLOPE)) {
            return;
        }
        determined.limits().low().ifPresent(limit -> limitAtSlopeBound("lower", limit));
        determined.limits().high().ifPresent(limit -> limitAtSlopeBound("upper", limit));
    }

    private void limitAtSlopeBound(String side, double logLimit) {
        SigmoidSpec held = fitted.protocol().spec().with(Parameter.LOG_IC50, Constraint.fixed(logLimit));
        SigmoidRegression.fit(fitted.fit().data(), held)
                .fit()
                .filter(there -> there.atBound().contains(Parameter.HILL_SLOPE)
                        && there.curve().hillSlope() > 1)
                .ifPresent(there -> add(
                        "ic50-limit-at-slope-bound",
                        "the " + side + " limit of ic50 rests on the steepest slope that is searched, "
                                + Text.number(there.curve().hillSlope())
                                + ": with steeper ones it may lie further out (state hillSlope, such as 0.1..100)"));
    }

    private String hillMessage(double hillSlope, MidpointVerdict verdict) {
        String ended = "the slope ended at its limit, " + Text.number(hillSlope) + ": ";
        if (hillSlope < 1) {
            return ended + "the response changes more slowly with dose than a sigmoid can follow";
        }
        double[] doses = fitted.data().logDoses();
        boolean isPlaced = verdict instanceof MidpointVerdict.Determined;
        for (int i = 1; isPlaced && i < doses.length; i++) {
            if (doses[i] >= fitted.logIc50() && doses[i - 1] < fitted.logIc50()) {
                String below = doses[i - 1] == Double.NEGATIVE_INFINITY ? "0" : Text.dose(doses[i - 1], units);
                return ended + "steeper than the dose spacing resolves; the mid-point lies between " + below + " and "
                        + Text.dose(doses[i], units);
            }
        }
        return ended + "steeper than the dose spacing resolves";
    }

    private void plateaus() {
        SigmoidCurve curve = fitted.curve();
        boolean zeroMeasured = fitted.data().zeroDoseMean().isPresent();
        double start = fitted.progressAt(fitted.range().lowest());
        double end = fitted.progressAt(fitted.range().highest());
        Parameter zeroPlateau = fitted.isFalling() ? Parameter.TOP : Parameter.BOTTOM;
        Parameter farPlateau = fitted.isFalling() ? Parameter.BOTTOM : Parameter.TOP;
        if (!zeroMeasured && !fitted.isFixed(zeroPlateau) && start > 1 - REACHED) {
            extrapolated(
                    zeroPlateau, curve.atZeroDose(), "lowest", fitted.range().lowest(), 1 - start);
        }
        if (!fitted.isFixed(farPlateau) && end < REACHED) {
            extrapolated(
                    farPlateau,
                    curve.atInfiniteDose(),
                    "highest",
                    fitted.range().highest(),
                    end);
        }
    }

    private void extrapolated(Parameter plateau, double value, String end, double dose, double share) {
        String name = plateau == Parameter.TOP ? "top" : "bottom";
        if (fitted.isOutOfSight(plateau)) {
            add(
                    "plateau-not-determined",
                    name + " is not estimable: at the " + end + " dose, " + Text.dose(dose, units)
                            + ", the curve has left the other plateau by less than 1 % of its span");
            return;
        }
        add(
                "plateau-extrapolated",
                "the " + name + " plateau, " + Text.response(value, units)
                        + ", was not reached: at the " + end + " dose, " + Text.dose(dose, units)
                        + ", the curve is only "
                        + Text.percent(share) + " of its span away from the other plateau");
    }

    private void lackOfFit() {
        fitted.lackOfFitTest()
                .filter(test -> test.p() < SIGNIFICANT)
                .ifPresent(test -> add(
                        "lack-of-fit",
                        String.format(
                                Locale.ROOT,
                                "the curve misses the replicate means by more than the replicates scatter (F = %.2f on %d"
                                        + " and %d, p = %.2g)",
                                test.statistic(),
                                test.df1(),
                                test.df2(),
                                test.p())));
    }

    private void add(String code, String message) {
        warnings.add(new Warning(code, message));
    }
}
