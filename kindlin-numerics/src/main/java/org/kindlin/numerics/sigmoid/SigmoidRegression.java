package org.kindlin.numerics.sigmoid;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sigmoid.GlobalSearch.Optimum;
import org.kindlin.numerics.sigmoid.NotEstimable.Reason;

/** Fits sigmoid curves. Pure functions; safe for concurrent use. */
public final class SigmoidRegression {
    /** A sum of squares this far below that of the responses about zero is rounding. */
    private static final double ROUNDING = 1e-28;

    private SigmoidRegression() {}

    /** The best curve within the specification, or the reason why there is none. */
    public static SigmoidOutcome fit(SigmoidData data, SigmoidSpec spec) {
        if (!data.isUsable()) {
            return new NotEstimable(Reason.UNUSABLE_VALUE);
        }
        if (data.size() < Math.max(spec.freeParameters(), 1)) {
            return new NotEstimable(Reason.TOO_FEW_POINTS);
        }
        Replicates replicates = Replicates.of(data);
        if (replicates.doses() < Math.max(spec.freeParameters(), 1) || Double.isInfinite(replicates.lowest())) {
            return new NotEstimable(Reason.TOO_FEW_DOSES);
        }
        if (spec.freeParameters() > 0 && replicates.sumOfSquares() <= ROUNDING * squares(replicates)) {
            return new NotEstimable(Reason.CONSTANT_RESPONSE);
        }
        return spec.loss() instanceof Loss.LeastSquares
                ? leastSquares(data, replicates, spec)
                : RobustRegression.fit(data, spec);
    }

    private static SigmoidOutcome leastSquares(SigmoidData data, Replicates replicates, SigmoidSpec spec) {
        SearchBox box = SearchBox.of(spec, replicates);
        Optimum best = optimum(replicates, spec, box);
        if (best == null) {
            return new NotEstimable(Reason.NO_CURVE_WITHIN_LIMITS);
        }
        return describe(data, replicates, spec, box, best);
    }

    /** The global optimum over both directions, or the one allowed. */
    static @Nullable Optimum optimum(Replicates replicates, SigmoidSpec spec, SearchBox box) {
        PlateauLimits falling = PlateauLimits.of(spec, Direction.FALLING);
        if (spec.direction().isEmpty() && falling.isNone()) {
            return new GlobalSearch(new ProjectedProblem(replicates, falling), box, null).find();
        }
        Optimum best = null;
        for (Direction direction : Direction.values()) {
            if (spec.direction().isEmpty() || spec.direction().get() == direction) {
                var problem = new ProjectedProblem(replicates, PlateauLimits.of(spec, direction));
                Optimum found = new GlobalSearch(problem, box, direction).find();
                boolean better = found != null
                        && (best == null
                                || found.plateaus().sumOfSquares()
                                        < best.plateaus().sumOfSquares());
                best = better ? found : best;
            }
        }
        return best;
    }

    private static SigmoidFit describe(
            SigmoidData data, Replicates replicates, SigmoidSpec spec, SearchBox box, Optimum best) {
        SigmoidCurve curve = SigmoidCurve.of(best.at(), best.plateaus());
        double rss = replicates.pureError() + best.plateaus().sumOfSquares();
        Set<Parameter> atBound = atBound(spec, box, best, curve);
        List<Parameter> estimated = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            if (!spec.constraint(parameter).isFixed()) {
                estimated.add(parameter);
            }
        }
        int df = data.size() - estimated.size();
        Optional<Covariance> covariance =
                df > 0 && atBound.isEmpty() ? Covariance.of(curve, replicates, estimated, rss / df) : Optional.empty();
        return new SigmoidFit(
                spec,
                data,
                curve,
                rss,
                data.size(),
                estimated.size(),
                replicates.pureError() + replicates.sumOfSquares(),
                replicates.pureError(),
                replicates.doses(),
                covariance,
                atBound,
                best.gradientNorm());
    }

    private static Set<Parameter> atBound(SigmoidSpec spec, SearchBox box, Optimum best, SigmoidCurve curve) {
        Set<Parameter> found = EnumSet.noneOf(Parameter.class);
        Parameter[] coordinates = {Parameter.LOG_IC50, Parameter.HILL_SLOPE, Parameter.ASYMMETRY};
        for (int p = 0; p < coordinates.length; p++) {
            boolean touches = best.at()[p] <= box.low()[p] || best.at()[p] >= box.high()[p];
            if (!box.isFixed(p) && touches) {
                found.add(coordinates[p]);
            }
        }
        for (Parameter plateau : List.of(Parameter.TOP, Parameter.BOTTOM)) {
            if (spec.constraint(plateau) instanceof Constraint.Bounded bounded) {
                double value = curve.get(plateau);
                double touch = 1e-12 * Math.max(Math.abs(bounded.low()), Math.abs(bounded.high()));
                double margin = Double.isFinite(touch) ? touch : 1e-12 * Math.abs(value);
                if (value <= bounded.low() + margin || value >= bounded.high() - margin) {
                    found.add(plateau);
                }
            }
        }
        return found;
    }

    private static double squares(Replicates replicates) {
        double sum = 0;
        for (int i = 0; i < replicates.doses(); i++) {
            sum += replicates.weight()[i] * replicates.mean()[i] * replicates.mean()[i];
        }
        return sum;
    }
}
