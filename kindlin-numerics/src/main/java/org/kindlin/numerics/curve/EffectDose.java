package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.regression.LeastSquares;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Parameter;
import org.kindlin.numerics.regression.ParameterLayout;
import org.kindlin.numerics.regression.ProfileInterval;
import org.kindlin.numerics.regression.ProfileLikelihood;
import org.kindlin.numerics.regression.RegressionFit;
import org.kindlin.numerics.regression.RegressionResult;

/**
 * The dose of a given effect on a fitted curve, with its profile-likelihood interval.
 *
 * <p>The family is written anew with the log dose of the effect in the place of the parameter that places the curve on the
 * dose axis: every curve is a shifted copy of one through a known dose, so holding the effect's dose holds a shift. The
 * profile of that parameter is then an ordinary one.
 */
public final class EffectDose {
    /** Decades beyond the tested doses to which a profile is followed. */
    private static final double REACH = 7.5;

    private static final String NAME = "effect dose";

    private final CurveFit fit;
    private final double logDose;
    private final OptionalDouble standardError;
    private final EffectTarget target;
    private final Optional<RegressionFit> restated;

    private EffectDose(CurveFit fit, EffectTarget target, double logDose, OptionalDouble standardError) {
        this.fit = fit;
        this.target = target;
        this.logDose = logDose;
        this.standardError = standardError;
        this.restated = restate();
    }

    /** The dose of an effect; empty where the fitted curve has it at no dose. */
    public static Optional<EffectDose> of(CurveFit fit, EffectTarget target) {
        var dose = target.logDose(fit.family(), fit.variables());
        return Double.isFinite(dose.value())
                ? Optional.of(new EffectDose(fit, target, dose.value(), fit.errorOf(dose)))
                : Optional.empty();
    }

    /** The common logarithm of the dose. */
    public double logDose() {
        return logDose;
    }

    /** The standard error of {@link #logDose} by the delta method. */
    public OptionalDouble standardError() {
        return standardError;
    }

    /**
     * Profile limits of the log dose under normal errors; infinite on a side that the profile never crosses; empty where
     * there is no profile.
     */
    public Optional<CurveParameter.Limits> profile(double level) {
        return restated.flatMap(problem -> ProfileLikelihood.interval(problem, NAME, level))
                .flatMap(interval -> switch (interval) {
                    case ProfileInterval.Found found ->
                        Optional.of(new CurveParameter.Limits(
                                end(found.low(), Double.NEGATIVE_INFINITY), end(found.high(), Double.POSITIVE_INFINITY)));
                    case ProfileInterval.BetterOptimum _ -> Optional.empty();
                });
    }

    private static double end(ProfileInterval.End end, double otherwise) {
        return end instanceof ProfileInterval.End.At(double value) ? value : otherwise;
    }

    private Optional<RegressionFit> restate() {
        if (fit.options().error() != ErrorModel.NORMAL || fit.degreesOfFreedom() <= 0) {
            return Optional.empty();
        }
        LeastSquaresProblem problem = new LeastSquaresProblem(
                new ShiftedModel(fit.family(), target, fit.values()),
                FamilyModel.observations(fit.data()),
                layout());
        return LeastSquares.fit(problem) instanceof RegressionResult.Converged(RegressionFit found)
                ? Optional.of(found)
                : Optional.empty();
    }

    private ParameterLayout layout() {
        SearchRange range = SearchRange.of(fit.data());
        List<Parameter> parameters = new ArrayList<>();
        int place = fit.family().placeParameter();
        double[] values = fit.values();
        for (int j = 0; j < values.length; j++) {
            CurveParameter.Limits limits = fit.limits().get(j);
            String name = fit.family().parameters().get(j).name();
            if (j == place) {
                double low = Math.min(logDose, range.lowest() - REACH);
                double high = Math.max(logDose, range.highest() + REACH);
                parameters.add(Parameter.bounded(NAME, logDose, low, high));
            } else if (limits.isPoint()) {
                parameters.add(Parameter.fixed(name, values[j]));
            } else {
                parameters.add(Parameter.bounded(name, limits.clamp(values[j]), limits.low(), limits.high()));
            }
        }
        return ParameterLayout.of(parameters);
    }
}
