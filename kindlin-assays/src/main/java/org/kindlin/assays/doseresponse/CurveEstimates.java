package org.kindlin.assays.doseresponse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.sigmoid.Parameter;

/** The estimates of a curve, under the names the contract lists. */
final class CurveEstimates {
    private static final double LN10 = 2.302585092994046;

    private final FittedCurve fitted;
    private final CurveIntervals intervals;
    private final Inference inference;
    private final Units units;
    private final List<Estimate> estimates = new ArrayList<>();

    private CurveEstimates(FittedCurve fitted, CurveIntervals intervals) {
        this.fitted = fitted;
        this.intervals = intervals;
        this.inference = fitted.protocol().inference();
        this.units = fitted.protocol().units();
    }

    static List<Estimate> of(
            FittedCurve fitted, CurveIntervals intervals, MidpointVerdict midpoint, MidpointVerdict absolute) {
        CurveEstimates collected = new CurveEstimates(fitted, intervals);
        collected.midpoint(midpoint);
        collected.estimates.add(collected.absolute(absolute));
        collected.parameters();
        AreaUnderCurve.of(fitted).ifPresent(collected.estimates::add);
        collected.estimates.add(Estimate.descriptive(
                "rss",
                fitted.fit().rss(),
                "",
                fitted.protocol().loss().title() + ", "
                        + fitted.protocol().weighting().title()));
        collected.estimates.add(Estimate.descriptive(
                "df", fitted.fit().degreesOfFreedom(), "", "observations less estimated parameters"));
        return collected.estimates;
    }

    /** The estimates where no curve was fitted: nulls, and what the verdict alone can say. */
    static List<Estimate> withoutCurve(CurveProtocol protocol, MidpointVerdict midpoint, MidpointVerdict absolute) {
        List<Estimate> estimates = new ArrayList<>();
        Inference inference = protocol.inference();
        Estimate ic50 = onDoseScale("ic50", midpoint, protocol, OptionalDouble.empty(), "none: no curve was fitted");
        estimates.add(ic50);
        negativeLogarithm(ic50, protocol.units()).ifPresent(estimates::add);
        estimates.add(
                onDoseScale("ic50-absolute", absolute, protocol, OptionalDouble.empty(), "none: no curve was fitted"));
        for (String name : List.of("hillSlope", "top", "bottom")) {
            String unit = name.equals("hillSlope") ? "" : protocol.units().response();
            estimates.add(Estimate.notEstimable(name, unit, inference.level(), "none: no curve was fitted"));
        }
        return estimates;
    }

    private void midpoint(MidpointVerdict verdict) {
        OptionalDouble logError = intervals.standardError(Parameter.LOG_IC50);
        String method = intervals.method(Parameter.LOG_IC50);
        Estimate ic50 = onDoseScale("ic50", verdict, fitted.protocol(), logError, method);
        estimates.add(ic50);
        negativeLogarithm(ic50, units).ifPresent(estimates::add);
        if (!(verdict instanceof MidpointVerdict.Determined)) {
            boolean outside = !fitted.range().contains(fitted.logIc50());
            MidpointVerdict optimum = new MidpointVerdict.Determined(
                    fitted.logIc50(), intervals.of(Parameter.LOG_IC50, inference.level()));
            String why = outside ? "outside the tested range" : "not determined by the data";
            estimates.add(
                    onDoseScale("ic50-optimum", optimum, fitted.protocol(), logError, "least-squares optimum, " + why));
        }
    }

    private Estimate absolute(MidpointVerdict verdict) {
        return onDoseScale(
                "ic50-absolute",
                verdict,
                fitted.protocol(),
                OptionalDouble.empty(),
                "half of control on the fitted curve; interval by inversion of its confidence band");
    }

    private void parameters() {
        add(Parameter.HILL_SLOPE, "hillSlope", "");
        addPlateau(Parameter.TOP, "top");
        addPlateau(Parameter.BOTTOM, "bottom");
        if (fitted.protocol().model() == CurveModel._5PL) {
            add(Parameter.ASYMMETRY, "asymmetry", "");
        }
    }

    private void addPlateau(Parameter plateau, String name) {
        if (fitted.isOutOfSight(plateau)) {
            estimates.add(Estimate.notEstimable(
                    name, units.response(), inference.level(), "none: less than 1 % of the way to it was observed"));
        } else {
            add(plateau, name, units.response());
        }
    }

    private void add(Parameter parameter, String name, String unit) {
        double value = fitted.curve().get(parameter);
        if (fitted.isFixed(parameter)) {
            estimates.add(Estimate.descriptive(name, value, unit, intervals.fixedBecause(parameter)));
            return;
        }
        Limits limits = intervals.of(parameter, inference.level());
        estimates.add(new Estimate(
                name,
                value,
                unit,
                Relation.EQUAL,
                limits.lowOrNull(),
                limits.highOrNull(),
                inference.level(),
                orNull(intervals.standardError(parameter)),
                intervals.method(parameter)));
    }

    /** A verdict in doses; the standard error by the delta method, ic50 ln 10 se(log10 ic50). */
    static Estimate onDoseScale(
            String name, MidpointVerdict verdict, CurveProtocol protocol, OptionalDouble logError, String method) {
        double level = protocol.inference().level();
        String unit = protocol.units().dose();
        return switch (verdict) {
            case MidpointVerdict.Determined determined -> {
                double value = tenTo(determined.logIc50());
                Limits limits = determined.limits().map(CurveEstimates::tenTo);
                Double error = logError.isPresent() ? Double.valueOf(value * LN10 * logError.getAsDouble()) : null;
                yield new Estimate(
                        name,
                        value,
                        unit,
                        Relation.EQUAL,
                        limits.lowOrNull(),
                        limits.highOrNull(),
                        level,
                        error,
                        method);
            }
            case MidpointVerdict.Censored censored -> {
                Limits limits = censored.limits().map(CurveEstimates::tested);
                yield new Estimate(
                        name,
                        tested(censored.logDose()),
                        unit,
                        censored.relation(),
                        limits.lowOrNull(),
                        limits.highOrNull(),
                        level,
                        null,
                        method + ", one-sided");
            }
            case MidpointVerdict.Undetermined undetermined -> {
                Limits limits = undetermined.limits().map(CurveEstimates::tenTo);
                String how = limits.isOpen() ? method : method + ", one-sided";
                yield new Estimate(
                        name, null, unit, Relation.EQUAL, limits.lowOrNull(), limits.highOrNull(), level, null, how);
            }
        };
    }

    /** pIC50 = -log10(ic50 in mol/L), where the dose unit is an amount concentration. */
    static Optional<Estimate> negativeLogarithm(Estimate ic50, Units units) {
        Optional<Unit> unit =
                Unit.parse(units.dose()).filter(known -> known.dimension() == Dimension.AMOUNT_CONCENTRATION);
        return unit.map(molar -> new Estimate(
                "pIC50",
                negativeLog(ic50.value(), molar),
                "",
                reversed(ic50.relation()),
                negativeLog(ic50.high(), molar),
                negativeLog(ic50.low(), molar),
                ic50.level(),
                logError(ic50),
                ic50.method()));
    }

    private static @Nullable Double negativeLog(@Nullable Double dose, Unit unit) {
        return dose == null ? null : Double.valueOf(-StrictMath.log10(dose) - StrictMath.log10(unit.factor()));
    }

    private static @Nullable Double logError(Estimate ic50) {
        Double value = ic50.value();
        Double error = ic50.se();
        return value == null || error == null ? null : Double.valueOf(error / (value * LN10));
    }

    private static Relation reversed(Relation relation) {
        return switch (relation) {
            case EQUAL -> Relation.EQUAL;
            case ABOVE -> Relation.BELOW;
            case BELOW -> Relation.ABOVE;
        };
    }

    /** A tested dose as it was typed, without the last digits that its logarithm cost. */
    private static double tested(double logDose) {
        return new BigDecimal(tenTo(logDose)).round(new MathContext(14)).doubleValue();
    }

    private static double tenTo(double logDose) {
        return StrictMath.pow(10, logDose);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
