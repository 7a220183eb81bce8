package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindlin.numerics.regression.LeastSquares;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Observations;
import org.kindlin.numerics.regression.ParameterLayout;
import org.kindlin.numerics.regression.RegressionFit;
import org.kindlin.numerics.regression.RegressionResult;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidSpec;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * One least-squares fit of several curves that have parameters in common.
 *
 * <p>The search starts from the separate optima, shared parameters at their median, and descends (D. M. Bates and D. G.
 * Watts 1988, section 3.10). Weights are those of the separate fits. All curves go the way most of them go.
 */
final class GlobalFit {
    /** The work grows with the cube of the parameters. */
    private static final int MOST_PARAMETERS = 300;

    private final List<FittedCurve> curves;
    private final Set<Parameter> shared;
    private final SigmoidSpec spec;

    private GlobalFit(List<FittedCurve> curves, Set<Parameter> shared) {
        this.curves = curves;
        this.shared = shared;
        this.spec = curves.getFirst().protocol().spec();
    }

    /** The joint optimum of separately fitted curves; empty where there are too few or too many, or none is found. */
    static Optional<RegressionFit> of(List<FittedCurve> curves, Set<Parameter> shared) {
        if (curves.size() < 2 || curves.size() * Parameter.values().length > MOST_PARAMETERS) {
            return Optional.empty();
        }
        RegressionResult result = LeastSquares.fit(new GlobalFit(curves, shared).problem());
        return result instanceof RegressionResult.Converged(RegressionFit fit) ? Optional.of(fit) : Optional.empty();
    }

    /** The name of a curve within the fit. */
    static String group(int index) {
        return Integer.toString(index + 1);
    }

    /** The values the shared parameters came to. */
    static Map<Parameter, Constraint> sharedValues(RegressionFit fit, Set<Parameter> shared) {
        Map<Parameter, Constraint> values = new EnumMap<>(Parameter.class);
        shared.forEach(parameter -> values.put(parameter, Constraint.fixed(fit.value(ParameterNames.of(parameter)))));
        return values;
    }

    static Direction direction(List<FittedCurve> curves) {
        long falling = curves.stream().filter(FittedCurve::isFalling).count();
        return 2 * falling >= curves.size() ? Direction.FALLING : Direction.RISING;
    }

    private LeastSquaresProblem problem() {
        List<String> groups =
                IntStream.range(0, curves.size()).mapToObj(GlobalFit::group).toList();
        ParameterLayout.Builder layout = ParameterLayout.acrossGroups(groups);
        for (Parameter parameter : Parameter.values()) {
            String name = ParameterNames.of(parameter);
            Constraint constraint = spec.constraint(parameter);
            if (shared.contains(parameter) || constraint instanceof Constraint.Fixed) {
                layout.shared(bounded(name, parameter, constraint, median(parameter)));
            } else {
                layout.separate(group -> bounded(
                        name,
                        parameter,
                        constraint,
                        curves.get(Integer.parseInt(group) - 1).curve().get(parameter)));
            }
        }
        return new LeastSquaresProblem(new GlobalModel(direction(curves)), observations(), layout.build());
    }

    private double median(Parameter parameter) {
        return Descriptive.median(curves.stream()
                .mapToDouble(curve -> curve.curve().get(parameter))
                .toArray());
    }

    private org.kindlin.numerics.regression.Parameter bounded(
            String name, Parameter parameter, Constraint constraint, double start) {
        if (constraint instanceof Constraint.Fixed fixed) {
            return org.kindlin.numerics.regression.Parameter.fixed(name, fixed.value());
        }
        double low = constraint.low(lowest(parameter));
        double high = constraint.high(highest(parameter));
        return org.kindlin.numerics.regression.Parameter.bounded(name, Math.clamp(start, low, high), low, high);
    }

    private double lowest(Parameter parameter) {
        return switch (parameter) {
            case LOG_IC50 ->
                curves.stream().mapToDouble(c -> c.range().lowest()).min().orElseThrow() - spec.searchDecades();
            case HILL_SLOPE -> SigmoidSpec.HILL_BOX.low();
            case ASYMMETRY -> SigmoidSpec.ASYMMETRY_BOX.low();
            case TOP, BOTTOM -> Double.NEGATIVE_INFINITY;
        };
    }

    private double highest(Parameter parameter) {
        return switch (parameter) {
            case LOG_IC50 ->
                curves.stream().mapToDouble(c -> c.range().highest()).max().orElseThrow() + spec.searchDecades();
            case HILL_SLOPE -> SigmoidSpec.HILL_BOX.high();
            case ASYMMETRY -> SigmoidSpec.ASYMMETRY_BOX.high();
            case TOP, BOTTOM -> Double.POSITIVE_INFINITY;
        };
    }

    private Observations observations() {
        List<double[]> predictors = new ArrayList<>();
        List<Double> responses = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int g = 0; g < curves.size(); g++) {
            SigmoidData data = curves.get(g).fit().data();
            for (int i = 0; i < data.size(); i++) {
                predictors.add(GlobalModel.predictors(data.logDose()[i]));
                responses.add(data.response()[i]);
                weights.add(data.weight()[i]);
                groups.add(g);
            }
        }
        return Observations.ofRows(predictors.toArray(double[][]::new), plain(responses))
                .withWeights(plain(weights))
                .withGroups(groups.stream().mapToInt(Integer::intValue).toArray());
    }

    private static double[] plain(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
