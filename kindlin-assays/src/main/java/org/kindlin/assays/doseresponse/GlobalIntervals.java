package org.kindlin.assays.doseresponse;

import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.numerics.sigmoid.Parameter;

/**
 * The uncertainty of one curve's parameters in a global fit, that of the shared parameters included: the mid-point by
 * profile likelihood over all parameters of all curves, the rest Wald's.
 *
 * @param profiles the global fit with the profile intervals that are known of it
 * @param shared parameters that all curves have in common
 * @param group the curve's name in the global fit
 */
record GlobalIntervals(GlobalProfiles profiles, Set<Parameter> shared, String group, IntervalMethod interval)
        implements CurveIntervals {

    @Override
    public Limits of(Parameter parameter, double level) {
        return parameter == Parameter.LOG_IC50 && interval != IntervalMethod.WALD
                ? profile(parameter, level)
                : wald(parameter, level);
    }

    @Override
    public String method(Parameter parameter) {
        boolean profiled = parameter == Parameter.LOG_IC50 && interval != IntervalMethod.WALD;
        return "global fit, " + (profiled ? IntervalMethod.PROFILE.label() : IntervalMethod.WALD.label());
    }

    @Override
    public OptionalDouble standardError(Parameter parameter) {
        return profiles.fit().estimate(name(parameter)).standardError();
    }

    @Override
    public boolean excludeAtOrBelow(double logDose, double confidence) {
        return profile(Parameter.LOG_IC50, 2 * confidence - 1).low().orElse(Double.NEGATIVE_INFINITY) > logDose;
    }

    @Override
    public boolean excludeAtOrAbove(double logDose, double confidence) {
        return profile(Parameter.LOG_IC50, 2 * confidence - 1).high().orElse(Double.POSITIVE_INFINITY) < logDose;
    }

    @Override
    public String fixedBecause(Parameter parameter) {
        return shared.contains(parameter) ? "shared by all curves" : "fixed";
    }

    private String name(Parameter parameter) {
        String name = ParameterNames.of(parameter);
        return shared.contains(parameter) ? name : name + "[" + group + "]";
    }

    private Limits profile(Parameter parameter, double level) {
        return profiles.of(name(parameter), level);
    }

    private Limits wald(Parameter parameter, double level) {
        return profiles.fit()
                .waldInterval(name(parameter), level)
                .map(found -> Limits.of(found.low(), found.high()))
                .orElse(Limits.OPEN);
    }
}
