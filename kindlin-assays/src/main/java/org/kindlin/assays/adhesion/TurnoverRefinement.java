package org.kindlin.assays.adhesion;

import java.util.OptionalDouble;
import org.kindlin.numerics.regression.LeastSquares;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Model;
import org.kindlin.numerics.regression.Observations;
import org.kindlin.numerics.regression.Parameter;
import org.kindlin.numerics.regression.ParameterLayout;
import org.kindlin.numerics.regression.RegressionFit;
import org.kindlin.numerics.regression.RegressionResult.Converged;

/**
 * Least squares on the intensity itself, begun at the straight lines of its logarithm: {@code I = b + exp(c - ka max(0, t1 - t) - kd
 * max(0, t - t2))}. The ground under an adhesion is never quite that of the ring around it; what is left over, {@code b}, bends
 * the lines of the logarithm where the adhesion is faint, and makes rates too low. Intensities that noise has pushed below zero
 * count here, as those that it has lifted do.
 */
final class TurnoverRefinement {
    private static final double MOST_REST = 0.25; // of the largest intensity
    private static final double MOST_CHANGE = 2;

    private TurnoverRefinement() {}

    /** The refined fit; the one it began at where the search does not settle near it. */
    static TurnoverFit of(TurnoverFit start, Turnover.Course course) {
        if (start.assembly().isEmpty() && start.disassembly().isEmpty()) {
            return start;
        }
        double[] minutes = course.wideMinutes();
        double top = 0;
        for (double intensity : course.intensity()) {
            top = Math.max(top, intensity);
        }
        double[] part = new double[minutes.length];
        for (int k = 0; k < part.length; k++) {
            part[k] = course.wideIntensity()[k] / top;
        }
        return LeastSquares.fit(problem(start, minutes, part)) instanceof Converged(RegressionFit fit)
                ? refined(start, fit)
                : start;
    }

    private static LeastSquaresProblem problem(TurnoverFit start, double[] minutes, double[] part) {
        double first = minutes[0];
        double last = minutes[minutes.length - 1];
        ParameterLayout layout = ParameterLayout.of(
                Parameter.bounded("rest", 0, -MOST_REST, MOST_REST),
                Parameter.bounded("logarithm", 0, -5, 2),
                start.assembly().isPresent()
                        ? rate("assembly", start.assembly().getAsDouble())
                        : Parameter.fixed("assembly", 0),
                start.disassembly().isPresent()
                        ? rate("disassembly", start.disassembly().getAsDouble())
                        : Parameter.fixed("disassembly", 0),
                start.assembly().isPresent()
                        ? Parameter.bounded("rise", start.rise(), first, last)
                        : Parameter.fixed("rise", first),
                start.disassembly().isPresent()
                        ? Parameter.bounded("fall", start.fall(), first, last)
                        : Parameter.fixed("fall", last));
        return new LeastSquaresProblem(new Phases(), Observations.of(minutes, part), layout);
    }

    private static Parameter rate(String name, double start) {
        return Parameter.bounded(name, start, start / MOST_CHANGE, start * MOST_CHANGE);
    }

    private static TurnoverFit refined(TurnoverFit start, RegressionFit fit) {
        boolean isNear = fit.value("rise") <= fit.value("fall")
                && inside(fit, "assembly", start.assembly().orElse(0))
                && inside(fit, "disassembly", start.disassembly().orElse(0));
        return isNear
                ? new TurnoverFit(
                        start.assembly().isPresent() ? OptionalDouble.of(fit.value("assembly")) : start.assembly(),
                        start.disassembly().isPresent()
                                ? OptionalDouble.of(fit.value("disassembly"))
                                : start.disassembly(),
                        fit.value("rise"),
                        fit.value("fall"))
                : start;
    }

    private static boolean inside(RegressionFit fit, String name, double start) {
        double value = fit.value(name);
        return start == 0 || (value > 1.01 * start / MOST_CHANGE && value < 0.99 * start * MOST_CHANGE);
    }

    /** Parameters in the order rest, logarithm, assembly, disassembly, rise, fall; one predictor, minutes. */
    private static final class Phases implements Model {
        @Override
        public double value(double[] p, double[] predictors) {
            double rising = Math.max(0, p[4] - predictors[0]);
            double falling = Math.max(0, predictors[0] - p[5]);
            return p[0] + StrictMath.exp(p[1] - p[2] * rising - p[3] * falling);
        }

        @Override
        public double valueAndGradient(double[] p, double[] predictors, double[] gradient) {
            double rising = Math.max(0, p[4] - predictors[0]);
            double falling = Math.max(0, predictors[0] - p[5]);
            double above = StrictMath.exp(p[1] - p[2] * rising - p[3] * falling);
            gradient[0] = 1;
            gradient[1] = above;
            gradient[2] = -above * rising;
            gradient[3] = -above * falling;
            gradient[4] = rising > 0 ? -above * p[2] : 0;
            gradient[5] = falling > 0 ? above * p[3] : 0;
            return p[0] + above;
        }
    }
}
