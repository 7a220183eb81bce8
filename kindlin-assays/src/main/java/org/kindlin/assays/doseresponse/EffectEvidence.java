package org.kindlin.assays.doseresponse;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.curve.EffectDose;
import org.kindlin.numerics.curve.EffectTarget;
import org.kindlin.numerics.curve.ErrorModel;
import org.kindlin.numerics.statistics.Distributions;

/**
 * The dose of an effect relative to the curve's own full effect. Limits are profile limits under normal errors, Wald's on
 * the logarithm under Student errors or where the protocol asks for them. Keeps what it has found; belongs to one thread.
 */
final class EffectEvidence implements DoseEvidence {
    private final String name;
    private final boolean isMidpoint;
    private final EffectDose dose;
    private final int degreesOfFreedom;
    private final boolean isProfiled;
    private final Map<Double, Limits> known = new HashMap<>();

    private EffectEvidence(FamilyCurve curve, double level, EffectDose dose) {
        this.isMidpoint = level == 0.5;
        this.name = isMidpoint ? "ic50" : EffectLevels.name(level);
        this.dose = dose;
        this.degreesOfFreedom = curve.fit().degreesOfFreedom();
        this.isProfiled = curve.fit().options().error() == ErrorModel.NORMAL
                && curve.protocol().inference().interval() != IntervalMethod.WALD;
    }

    /** Empty where the fitted curve has the effect at no dose. */
    static Optional<EffectEvidence> of(FamilyCurve curve, double level) {
        return EffectDose.of(curve.fit(), new EffectTarget.Relative(level))
                .map(dose -> new EffectEvidence(curve, level, dose));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String noun() {
        return isMidpoint ? "mid-point" : name;
    }

    @Override
    public boolean isMidpoint() {
        return isMidpoint;
    }

    @Override
    public double logDose() {
        return dose.logDose();
    }

    OptionalDouble standardError() {
        return dose.standardError();
    }

    String method() {
        return isProfiled ? IntervalMethod.PROFILE.label() : IntervalMethod.WALD.label();
    }

    @Override
    public Limits limits(double level) {
        return known.computeIfAbsent(level, this::find);
    }

    private Limits find(double level) {
        if (isProfiled) {
            return dose.profile(level)
                    .map(found -> Limits.of(found.low(), found.high()))
                    .orElse(Limits.OPEN);
        }
        if (dose.standardError().isEmpty()) {
            return Limits.OPEN;
        }
        double half = Distributions.studentQuantile(0.5 + level / 2, degreesOfFreedom)
                * dose.standardError().getAsDouble();
        return Limits.of(dose.logDose() - half, dose.logDose() + half);
    }
}
