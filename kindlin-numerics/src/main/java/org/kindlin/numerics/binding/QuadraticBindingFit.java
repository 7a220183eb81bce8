package org.kindlin.numerics.binding;

import java.util.Arrays;
import org.kindlin.numerics.regression.GridStart;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Loss;
import org.kindlin.numerics.regression.Model;
import org.kindlin.numerics.regression.MultiStart;
import org.kindlin.numerics.regression.Observations;
import org.kindlin.numerics.regression.Parameter;
import org.kindlin.numerics.regression.ParameterLayout;
import org.kindlin.numerics.regression.Weighting;

/**
 * The fit of the quadratic (tight-binding) equation to a titration: response = background + (unbound − background) × f,
 * with f the unbound fraction of {@link QuadraticBinding}.
 *
 * <p>Parameters: {@link #UNBOUND}, the response without ligand; {@link #BACKGROUND}, the response at full binding;
 * {@link #LOG10_CONSTANT}, the decadic logarithm of the dissociation constant; {@link #TARGET}, total target. Where the
 * target concentration far exceeds the constant, the data determine the target and bound the constant from above only:
 * its profile interval is then open below (R. A. Copeland 2013, section 7.2).
 *
 * <p>The response is linear in unbound and background, so the search scans the constant from four decades below the
 * smallest positive ligand concentration to four above the largest and descends from every minimum of the scan.
 */
public final class QuadraticBindingFit {
    /** Name of the response without ligand. */
    public static final String UNBOUND = "unbound";

    /** Name of the response at full binding. */
    public static final String BACKGROUND = "background";

    /** Name of the decadic logarithm of the dissociation constant, in the unit of the ligand concentrations. */
    public static final String LOG10_CONSTANT = "log10Constant";

    /** Name of the total target concentration. */
    public static final String TARGET = "target";

    private static final double MARGIN_DECADES = 4;
    private static final double STEP_DECADES = 0.25;
    private static final Model MODEL = new QuadraticModel();

    private QuadraticBindingFit() {}

    /**
     * What is known of background and target: a fixed parameter where the value is, a bounded one where a range is.
     *
     * @param background the response at full binding, named {@link #BACKGROUND}
     * @param target the total target concentration, named {@link #TARGET}, bounded by values that are not negative
     */
    public record Known(Parameter background, Parameter target) {
        public Known {
            if (!background.name().equals(BACKGROUND) || !target.name().equals(TARGET) || !(target.lower() >= 0)) {
                throw new IllegalArgumentException("background " + background + ", target " + target);
            }
        }

        /** Response corrected for background, target concentration known. */
        public static Known targetAt(double concentration) {
            return new Known(Parameter.fixed(BACKGROUND, 0), Parameter.fixed(TARGET, concentration));
        }

        /** The same with a background to be estimated. */
        public Known withFreeBackground() {
            return new Known(Parameter.free(BACKGROUND, 0), target);
        }

        /** The same with the target concentration to be estimated within [lower, upper], an active-site titration. */
        public Known withTargetBetween(double lower, double upper) {
            return new Known(background, Parameter.bounded(TARGET, (lower + upper) / 2, lower, upper));
        }
    }

    /**
     * The problem of one titration.
     *
     * @param observations one predictor, the total ligand concentration, not negative and somewhere positive
     * @param known what is known beforehand
     * @param weighting variance model
     * @param loss loss
     */
    public static LeastSquaresProblem problem(Observations observations, Known known, Weighting weighting, Loss loss) {
        double[] ligand = ligands(observations);
        double[] positive = Arrays.stream(ligand).filter(c -> c > 0).toArray();
        if (positive.length == 0 || Arrays.stream(ligand).anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException("ligand concentrations must be non-negative, some of them positive");
        }
        double low = StrictMath.log10(Arrays.stream(positive).min().getAsDouble()) - MARGIN_DECADES;
        double high = StrictMath.log10(Arrays.stream(positive).max().getAsDouble()) + MARGIN_DECADES;
        return new LeastSquaresProblem(
                MODEL,
                observations,
                ParameterLayout.of(
                        Parameter.free(UNBOUND, observations.response(0)),
                        known.background(),
                        Parameter.bounded(LOG10_CONSTANT, (low + high) / 2, low, high),
                        known.target()),
                weighting,
                loss);
    }

    /** The best fit of a problem made by {@link #problem}. */
    public static MultiStart fit(LeastSquaresProblem problem) {
        Parameter constant = problem.layout().parameters().get(problem.layout().indexOf(LOG10_CONSTANT));
        return GridStart.fit(problem, LOG10_CONSTANT, GridStart.grid(constant.lower(), constant.upper(), STEP_DECADES));
    }

    private static double[] ligands(Observations observations) {
        double[] ligand = new double[observations.size()];
        Arrays.setAll(ligand, i -> observations.predictors(i)[0]);
        return ligand;
    }

    /** Parameters in the order unbound, background, log10 constant, target; one predictor, the ligand. */
    private static final class QuadraticModel implements Model {
        private static final double LN_10 = StrictMath.log(10);

        @Override
        public double value(double[] p, double[] predictors) {
            return p[1] + (p[0] - p[1]) * binding(p, predictors).unboundFraction();
        }

        @Override
        public double valueAndGradient(double[] p, double[] predictors, double[] gradient) {
            QuadraticBinding binding = binding(p, predictors);
            double amplitude = p[0] - p[1];
            double unbound = binding.unboundFraction();
            gradient[0] = unbound;
            gradient[1] = binding.boundFraction();
            gradient[2] = amplitude * binding.derivativeByConstant() * binding.constant() * LN_10;
            gradient[3] = amplitude * binding.derivativeByTarget();
            return p[1] + amplitude * unbound;
        }

        private static QuadraticBinding binding(double[] p, double[] predictors) {
            return new QuadraticBinding(p[3], StrictMath.pow(10, p[2]), predictors[0]);
        }
    }
}
