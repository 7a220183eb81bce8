package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindlin.numerics.regression.LeastSquares;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Observations;
import org.kindlin.numerics.regression.ParameterLayout;
import org.kindlin.numerics.regression.RegressionFit;
import org.kindlin.numerics.regression.RegressionResult;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Loss;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidSpec;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * One least-squares fit of several curves that have parameters in common.
 *
 * <p>All parameters descend together (D. M. Bates and D. G. Watts 1988, section 3.10) from the separate optima, shared
 * parameters at their median, and from the lowest basins over the shared parameters ({@link GlobalStarts}); the lowest end
 * wins. Weights are those of the separate fits. All curves go the way most of them go.
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
        return new GlobalFit(curves, shared).lowest();
    }

    private Optional<RegressionFit> lowest() {
        List<SigmoidData> data =
                curves.stream().map(curve -> curve.fit().data()).toList();
        SigmoidSpec plain = spec.with(Loss.leastSquares()).with(direction(curves));
        return Stream.concat(
                        Stream.of(this::separate),
                        new GlobalStarts(data, plain, box()).lowest().stream().map(GlobalFit::at))
                .map(this::problem)
                .map(LeastSquares::fit)
                .flatMap(GlobalFit::converged)
                .min(Comparator.comparingDouble(RegressionFit::rss));
    }

    private static Stream<RegressionFit> converged(RegressionResult result) {
        return result instanceof RegressionResult.Converged(RegressionFit fit) ? Stream.of(fit) : Stream.empty();
    }

    /** Where a parameter of a curve starts. */
    private interface StartValues {
        double of(Parameter parameter, int curve);
    }

    private static StartValues at(GlobalStarts.Start start) {
        return (parameter, curve) -> start.curves().get(curve).get(parameter);
    }

    /** The separate optima, with the median of what is shared. */
    private double separate(Parameter parameter, int curve) {
        return shared.contains(parameter)
                ? median(parameter)
                : curves.get(curve).curve().get(parameter);
    }

    /** What the grid of starts covers of each shared parameter: its limits, or the heights of a plateau that the curves show. */
    private Map<Parameter, double[]> box() {
        Map<Parameter, double[]> box = new EnumMap<>(Parameter.class);
        shared.stream()
                .filter(parameter -> !spec.constraint(parameter).isFixed())
                .forEach(parameter -> box.put(
                        parameter,
                        parameter == Parameter.TOP || parameter == Parameter.BOTTOM
                                ? plateaus(parameter)
                                : new double[] {low(parameter), high(parameter)}));
        return box;
    }

    private double[] plateaus(Parameter plateau) {
        return curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.curve().get(plateau), extreme(curve.data(), plateau)))
                .toArray();
    }

    /** The dose mean that lies furthest towards a plateau. */
    private static double extreme(CurveData data, Parameter plateau) {
        DoubleStream means = Arrays.stream(data.logDoses()).map(dose -> Descriptive.mean(data.responsesAt(dose)));
        return plateau == Parameter.TOP
                ? means.max().orElseThrow()
                : means.min().orElseThrow();
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

    private LeastSquaresProblem problem(StartValues start) {
        List<String> groups =
                IntStream.range(0, curves.size()).mapToObj(GlobalFit::group).toList();
        ParameterLayout.Builder layout = ParameterLayout.acrossGroups(groups);
        for (Parameter parameter : Parameter.values()) {
            String name = ParameterNames.of(parameter);
            Constraint constraint = spec.constraint(parameter);
            if (shared.contains(parameter) || constraint instanceof Constraint.Fixed) {
                layout.shared(bounded(name, parameter, start.of(parameter, 0)));
            } else {
                layout.separate(group -> bounded(name, parameter, start.of(parameter, Integer.parseInt(group) - 1)));
            }
        }
        return new LeastSquaresProblem(new GlobalModel(direction(curves)), observations(), layout.build());
    }

    private double median(Parameter parameter) {
        return Descriptive.median(curves.stream()
                .mapToDouble(curve -> curve.curve().get(parameter))
                .toArray());
    }

    private org.kindlin.numerics.regression.Parameter bounded(String name, Parameter parameter, double start) {
        if (spec.constraint(parameter) instanceof Constraint.Fixed fixed) {
            return org.kindlin.numerics.regression.Parameter.fixed(name, fixed.value());
        }
        double low = low(parameter);
        double high = high(parameter);
        return org.kindlin.numerics.regression.Parameter.bounded(name, Math.clamp(start, low, high), low, high);
    }

    private double low(Parameter parameter) {
        double otherwise = switch (parameter) {
            case LOG_IC50 ->
                curves.stream().mapToDouble(c -> c.range().lowest()).min().orElseThrow() - spec.searchDecades();
            case HILL_SLOPE -> SigmoidSpec.HILL_BOX.low();
            case ASYMMETRY -> SigmoidSpec.ASYMMETRY_BOX.low();
            case TOP, BOTTOM -> Double.NEGATIVE_INFINITY;
        };
        return spec.constraint(parameter).low(otherwise);
    }

    private double high(Parameter parameter) {
        double otherwise = switch (parameter) {
            case LOG_IC50 ->
                curves.stream().mapToDouble(c -> c.range().highest()).max().orElseThrow() + spec.searchDecades();
            case HILL_SLOPE -> SigmoidSpec.HILL_BOX.high();
            case ASYMMETRY -> SigmoidSpec.ASYMMETRY_BOX.high();
            case TOP, BOTTOM -> Double.POSITIVE_INFINITY;
        };
        return spec.constraint(parameter).high(otherwise);
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
