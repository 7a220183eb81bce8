package org.kindlin.numerics.curve;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.regression.Dual;

/** The dose of a given effect on a fitted curve, as a common logarithm. */
public final class EffectDose {
    private final CurveFit fit;
    private final EffectTarget target;
    private final double logDose;
    private final OptionalDouble standardError;

    private EffectDose(CurveFit fit, EffectTarget target, double logDose, OptionalDouble standardError) {
        this.fit = fit;
        this.target = target;
        this.logDose = logDose;
        this.standardError = standardError;
    }

    /** The dose of an effect; empty where the fitted curve has it at no dose. */
    public static Optional<EffectDose> of(CurveFit fit, EffectTarget target) {
        Dual dose = target.logDose(fit.family(), fit.variables());
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
     * Profile-likelihood limits of the log dose under normal errors; infinite on a side that the profile never crosses;
     * empty under other errors and without degrees of freedom.
     */
    public Optional<CurveParameter.Limits> profile(double level) {
        return fit.options().error() == ErrorModel.NORMAL && fit.degreesOfFreedom() > 0 && fit.rss() > 0
                ? Optional.of(new EffectProfile(fit, target, logDose, standardError).limits(level))
                : Optional.empty();
    }
}
