package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.regression.LeastSquares;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Model;
import org.kindlin.numerics.regression.Observations;
import org.kindlin.numerics.regression.Parameter;
import org.kindlin.numerics.regression.ParameterEstimate;
import org.kindlin.numerics.regression.ParameterLayout;
import org.kindlin.numerics.regression.ProfileInterval;
import org.kindlin.numerics.regression.ProfileLikelihood;
import org.kindlin.numerics.regression.RegressionFit;
import org.kindlin.numerics.regression.RegressionResult;
import org.kindlin.numerics.sigmoid.SigmoidData;

/**
 * Two preparations that differ in potency alone: one curve for both, the doses of the test counted {@code potency} times,
 * {@code y_test(x) = y_reference(potency x)} (D. J. Finney, Statistical Method in Biological Assay, 3rd ed. 1978, chapter
 * 4). Potency is the dose of the reference over the dose of the test that gives the same response.
 *
 * <p>Least squares from the optimum of either preparation alone, the lower end counting. The profile of the log potency of
 * straight lines is Fieller's interval of the ratio of slopes.
 */
public final class ParallelFit {
    private static final String POTENCY = "log potency";
    private static final double REACH = 12;

    private final CurveFamily family;
    private final RegressionFit fit;

    private ParallelFit(CurveFamily family, RegressionFit fit) {
        this.family = family;
        this.fit = fit;
    }

    /** The joint fit of two curves of one family; empty where none is found. */
    public static Optional<ParallelFit> of(CurveFit reference, CurveFit test) {
        if (!reference.family().name().equals(test.family().name())) {
            throw new IllegalArgumentException(
                    reference.family().name() + " beside " + test.family().name());
        }
        double shift = shiftBetween(reference, test);
        double[] moved = values(test.family().shifted(test.variables(), Dual.constant(shift)));
        RegressionFit best = null;
        for (double[] start : List.of(reference.values(), moved)) {
            for (double potency : new double[] {shift, 0}) {
                RegressionFit found = fit(reference, test, start, potency);
                if (found != null && (best == null || found.rss() < best.rss())) {
                    best = found;
                }
            }
        }
        return Optional.ofNullable(best).map(found -> new ParallelFit(reference.family(), found));
    }

    /** How far the test's curve lies to the left of the reference's: by half effects, else by place or by coefficient. */
    private static double shiftBetween(CurveFit reference, CurveFit test) {
        EffectTarget half = new EffectTarget.Relative(0.5);
        double by = half.logDose(reference.family(), reference.variables()).value()
                - half.logDose(test.family(), test.variables()).value();
        if (Double.isFinite(by)) {
            return by;
        }
        int place = reference.family().placeParameter();
        double ratio = StrictMath.log10(test.values()[place] / reference.values()[place]);
        return Double.isFinite(ratio) ? ratio : 0;
    }

    private static double[] values(Dual[] parameters) {
        return Arrays.stream(parameters).mapToDouble(Dual::value).toArray();
    }

    private static @Nullable RegressionFit fit(CurveFit reference, CurveFit test, double[] start, double potency) {
        LeastSquaresProblem problem = new LeastSquaresProblem(
                model(reference.family()),
                observations(reference.data(), test.data()),
                layout(reference, start, potency));
        return LeastSquares.fit(problem) instanceof RegressionResult.Converged(RegressionFit found) ? found : null;
    }

    private static Model model(CurveFamily family) {
        return Model.of((parameters, predictors) -> {
            Dual[] shape = Arrays.copyOf(parameters, parameters.length - 1);
            return predictors[1] == 1
                    ? family.atZeroDose(shape)
                    : family.at(shape, parameters[parameters.length - 1].plus(predictors[0]));
        });
    }

    private static ParameterLayout layout(CurveFit reference, double[] start, double potency) {
        ParameterLayout.Builder layout = ParameterLayout.acrossGroups(List.of("reference", "test"));
        for (int j = 0; j < start.length; j++) {
            CurveParameter.Limits limits = reference.limits().get(j);
            String name = reference.family().parameters().get(j).name();
            layout.shared(
                    limits.isPoint()
                            ? Parameter.fixed(name, limits.low())
                            : Parameter.bounded(name, limits.clamp(start[j]), limits.low(), limits.high()));
        }
        layout.separate(group -> group.equals("test")
                ? Parameter.bounded(POTENCY, potency, -REACH, REACH)
                : Parameter.fixed(POTENCY, 0));
        return layout.build();
    }

    private static Observations observations(SigmoidData reference, SigmoidData test) {
        List<double[]> predictors = new ArrayList<>();
        List<Double> responses = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (SigmoidData data : List.of(reference, test)) {
            for (int i = 0; i < data.size(); i++) {
                predictors.add(FamilyModel.predictors(data.logDose()[i]));
                responses.add(data.response()[i]);
                weights.add(data.weight()[i]);
            }
        }
        int[] groups = IntStream.range(0, responses.size())
                .map(i -> i < reference.size() ? 0 : 1)
                .toArray();
        return Observations.ofRows(predictors.toArray(double[][]::new), plain(responses))
                .withWeights(plain(weights))
                .withGroups(groups);
    }

    private static double[] plain(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Weighted residual sum of squares of both preparations. */
    public double rss() {
        return fit.rss();
    }

    public int degreesOfFreedom() {
        return fit.df();
    }

    /** The common logarithm of the potency of the test relative to the reference. */
    public double logPotency() {
        return estimate().value();
    }

    public OptionalDouble standardError() {
        return estimate().standardError();
    }

    private ParameterEstimate estimate() {
        return fit.estimate(POTENCY + "[test]");
    }

    /** Profile limits of the log potency, infinite where the profile never crosses; empty where there is no profile. */
    public Optional<CurveParameter.Limits> profile(double level) {
        return ProfileLikelihood.interval(fit, POTENCY + "[test]", level)
                .flatMap(interval -> interval instanceof ProfileInterval.Found found
                        ? Optional.of(new CurveParameter.Limits(
                                end(found.low(), Double.NEGATIVE_INFINITY),
                                end(found.high(), Double.POSITIVE_INFINITY)))
                        : Optional.empty());
    }

    private static double end(ProfileInterval.End end, double otherwise) {
        return end instanceof ProfileInterval.End.At(double value) ? value : otherwise;
    }

    /** The common curve at a dose of the reference, or of the test. */
    public double response(double logDose, boolean ofTest) {
        double[] values = Arrays.copyOf(fit.values(), family.parameters().size());
        return CurveSearch.values(family, values, new double[] {logDose + (ofTest ? logPotency() : 0)})[0];
    }
}
