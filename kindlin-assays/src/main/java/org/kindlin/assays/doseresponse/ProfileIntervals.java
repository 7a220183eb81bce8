package org.kindlin.assays.doseresponse;

import java.util.HashMap;
import java.util.Map;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.ProfileLikelihood;
import org.kindlin.numerics.sigmoid.SigmoidFit;

/**
 * Profile-likelihood intervals; a side that the profile never crosses is open.
 *
 * <p>Unless all are asked for, slope and plateaus have Wald's intervals, which cost nothing, and only where the profile
 * of the mid-point closes on both sides: where it does not, the curve is no place for a symmetric approximation. Keeps
 * what it has found; belongs to one thread.
 */
final class ProfileIntervals extends SingleCurveIntervals {
    private final boolean all;
    private final WaldIntervals wald;
    private final Map<Question, Limits> known = new HashMap<>();

    private record Question(Parameter parameter, double level) {}

    ProfileIntervals(SigmoidFit fit, boolean all) {
        super(fit);
        this.all = all;
        this.wald = new WaldIntervals(fit);
    }

    @Override
    public Limits of(Parameter parameter, double level) {
        if (isProfiled(parameter)) {
            return known.computeIfAbsent(new Question(parameter, level), this::profile);
        }
        return of(Parameter.LOG_IC50, level).isClosed() ? wald.of(parameter, level) : Limits.OPEN;
    }

    @Override
    public String method(Parameter parameter) {
        return isProfiled(parameter)
                ? IntervalMethod.PROFILE.label()
                : "least squares; Wald interval where the profile of ic50 is closed";
    }

    private boolean isProfiled(Parameter parameter) {
        return all || parameter == Parameter.LOG_IC50;
    }

    private Limits profile(Question question) {
        return ProfileLikelihood.interval(fit(), question.parameter(), question.level())
                .map(interval -> Limits.of(interval.low(), interval.high()))
                .orElse(Limits.OPEN);
    }
}
