package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.curve.CurveFamily;
import org.kindlin.numerics.curve.CurveParameter;
import org.kindlin.numerics.curve.ErrorModel;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.statistics.Distributions;

/** The parameters of a curve of any family, and what describes the fit, as estimates. Intervals are Wald's. */
final class FamilyEstimates {
    private static final double LN10 = 2.302585092994046;
    private static final String METHOD = "wald";

    private final FamilyCurve curve;
    private final Units units;
    private final double level;
    private final List<Estimate> estimates = new ArrayList<>();

    private FamilyEstimates(FamilyCurve curve) {
        this.curve = curve;
        this.units = curve.protocol().units();
        this.level = curve.protocol().inference().level();
    }

    /** Parameters, functions of them, area under the curve and fit statistics. */
    static List<Estimate> of(FamilyCurve curve) {
        FamilyEstimates collected = new FamilyEstimates(curve);
        collected.parameters();
        collected.derived();
        AreaUnderCurve.of(curve).ifPresent(collected.estimates::add);
        collected.fit();
        return collected.estimates;
    }

    private void parameters() {
        CurveFamily family = curve.fit().family();
        Dual[] variables = curve.fit().variables();
        for (int j = 0; j < variables.length; j++) {
            CurveParameter parameter = family.parameters().get(j);
            if (parameter.name().equals("ic50")) {
                continue; // a verdict of its own says what it is worth
            }
            if (curve.fit().isFixed(j)) {
                estimates.add(Estimate.descriptive(
                        parameter.name(), plain(parameter.kind(), variables[j]), unit(parameter.kind()), "fixed"));
            } else {
                add(parameter.name(), parameter.kind(), variables[j]);
            }
        }
    }

    private void derived() {
        for (CurveFamily.Derived derived :
                curve.fit().family().derived(curve.fit().variables())) {
            if (Double.isFinite(plain(derived.kind(), derived.value()))) {
                add(derived.name(), derived.kind(), derived.value());
            }
        }
    }

    private void add(String name, CurveParameter.Kind kind, Dual value) {
        OptionalDouble error = curve.fit().errorOf(value);
        double half = error.isPresent()
                ? error.getAsDouble()
                        * Distributions.studentQuantile(
                                0.5 + level / 2, curve.fit().degreesOfFreedom())
                : Double.NaN;
        boolean isLog = kind == CurveParameter.Kind.LOG_DOSE;
        double plain = plain(kind, value);
        Limits limits = Limits.of(value.value() - half, value.value() + half);
        Limits shown = isLog ? limits.map(FamilyEstimates::tenTo) : limits;
        double scale = isLog ? plain * LN10 : 1;
        estimates.add(new Estimate(
                name,
                plain,
                unit(kind),
                Relation.EQUAL,
                shown.lowOrNull(),
                shown.highOrNull(),
                level,
                error.isPresent() ? Double.valueOf(scale * error.getAsDouble()) : null,
                error.isPresent() ? METHOD : "least squares; no error where a parameter is at a limit"));
    }

    private static double plain(CurveParameter.Kind kind, Dual value) {
        return kind == CurveParameter.Kind.LOG_DOSE ? tenTo(value.value()) : value.value();
    }

    private static double tenTo(double logDose) {
        return StrictMath.pow(10, logDose);
    }

    private String unit(CurveParameter.Kind kind) {
        String perDose = units.dose().isEmpty() ? "" : "/" + units.dose();
        return switch (kind) {
            case LOG_DOSE, DOSE -> units.dose();
            case RESPONSE -> units.response();
            case PER_DOSE -> perDose.isEmpty() ? "" : "1" + perDose;
            case RESPONSE_PER_DOSE -> units.response().isEmpty() ? "" : units.response() + perDose;
            case RESPONSE_PER_SQUARED_DOSE ->
                units.response().isEmpty() || perDose.isEmpty() ? "" : units.response() + perDose + "2";
            case SLOPE, SHARE, DECADES -> "";
        };
    }

    private void fit() {
        boolean isNormal = curve.fit().options().error() == ErrorModel.NORMAL;
        String method = isNormal
                ? "least squares, " + curve.protocol().weighting().title()
                : "maximum likelihood, errors of Student's t with 4 degrees of freedom";
        estimates.add(Estimate.descriptive("rss", curve.fit().rss(), "", method));
        estimates.add(Estimate.descriptive(
                "df", curve.fit().degreesOfFreedom(), "", "observations less estimated parameters"));
        if (!isNormal) {
            estimates.add(Estimate.descriptive("scale", curve.fit().scale(), units.response(), method));
        }
        finite(curve.fit().logLikelihood())
                .ifPresent(value -> estimates.add(Estimate.descriptive("logLikelihood", value, "", method)));
        OptionalDouble aicc = curve.fit().aicc();
        if (aicc.isPresent()) {
            estimates.add(Estimate.descriptive(
                    "aicc", aicc.getAsDouble(), "", "Akaike's criterion, corrected (Hurvich and Tsai 1989)"));
        }
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
