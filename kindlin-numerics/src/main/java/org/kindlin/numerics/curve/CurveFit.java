package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.Prediction;
import org.kindlin.numerics.sigmoid.SigmoidData;

/**
 * The best curve of a family.
 *
 * <p>Covariance: {@code s^2 (J'WJ)^-1}, for normal errors with {@code s^2 = RSS/df} (Seber and Wild 1989, 2.1), for Student
 * errors with {@code s^2 = scale^2 (4 + 3)/(4 + 1)}, the reciprocal of their Fisher information. Empty without degrees of
 * freedom, where a parameter is at a limit, and where the data leave some combination of parameters undetermined.
 */
public final class CurveFit implements CurveOutcome {
    private static final double AT_LIMIT = 1e-9;

    private final CurveFamily family;
    private final SigmoidData data;
    private final CurveOptions options;
    private final List<CurveParameter.Limits> limits;
    private final double[] values;
    private final double scale;
    private final double rss;
    private final Optional<NormalInverse> inverse;

    private CurveFit(
            CurveFamily family,
            SigmoidData data,
            CurveOptions options,
            List<CurveParameter.Limits> limits,
            double[] values,
            double scale) {
        this.family = family;
        this.data = data;
        this.options = options;
        this.limits = List.copyOf(limits);
        this.values = values.clone();
        this.rss = ErrorFit.weightedSquares(CurveSearch.values(family, values, data.logDose()), data);
        this.scale = options.error() == ErrorModel.NORMAL ? Math.sqrt(rss / data.size()) : scale;
        this.inverse = degreesOfFreedom() > 0 && atLimit().isEmpty()
                ? NormalInverse.of(jacobian(), estimated())
                : Optional.empty();
    }

    static CurveFit of(
            CurveFamily family,
            SigmoidData data,
            CurveOptions options,
            List<CurveParameter.Limits> limits,
            ErrorFit.Point end) {
        return new CurveFit(family, data, options, limits, end.parameters(), end.scale());
    }

    public CurveFamily family() {
        return family;
    }

    /** The observations with their weights. */
    public SigmoidData data() {
        return data;
    }

    public CurveOptions options() {
        return options;
    }

    List<CurveParameter.Limits> limits() {
        return limits;
    }

    /** The parameters in the family's order. */
    public double[] values() {
        return values.clone();
    }

    /** The value of the parameter of this name. */
    public double value(String name) {
        return values[indexOf(name)];
    }

    /** The index of the parameter of this name. */
    public int indexOf(String name) {
        return IntStream.range(0, values.length)
                .filter(j -> family.parameters().get(j).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(family.name() + " has no parameter " + name));
    }

    public boolean isFixed(int parameter) {
        return limits.get(parameter).isPoint();
    }

    /** The response at a log dose, {@code -Infinity} being zero dose. */
    public double response(double logDose) {
        return CurveSearch.values(family, values, new double[] {logDose})[0];
    }

    /** The response at a log dose with the standard error of the curve there. */
    public Prediction predict(double logDose) {
        return predict(gradientAt(logDose));
    }

    /** A function of the parameters at their optimum, with its standard error by the delta method. */
    public Prediction predict(Dual function) {
        return new Prediction(function.value(), errorOf(function), degreesOfFreedom());
    }

    /** The standard error of a function of the parameters, by the delta method. */
    public OptionalDouble errorOf(Dual function) {
        if (inverse.isEmpty()) {
            return OptionalDouble.empty();
        }
        double error = Math.sqrt(variance() * inverse.get().form(function, function));
        return Double.isFinite(error) ? OptionalDouble.of(error) : OptionalDouble.empty();
    }

    /** The parameters as variables, for functions of them. */
    public Dual[] variables() {
        return CurveSearch.variables(values);
    }

    private Dual gradientAt(double logDose) {
        return logDose == Double.NEGATIVE_INFINITY
                ? family.atZeroDose(variables())
                : family.at(variables(), Dual.constant(logDose));
    }

    /** The variance that multiplies (J'WJ)^-1. */
    private double variance() {
        return options.error() == ErrorModel.NORMAL
                ? rss / degreesOfFreedom()
                : scale * scale * (StudentError.DF + 3) / (StudentError.DF + 1);
    }

    /** Weighted residual sum of squares. */
    public double rss() {
        return rss;
    }

    /** The scale of the errors of an observation of weight one, by maximum likelihood. */
    public double scale() {
        return scale;
    }

    public int observations() {
        return data.size();
    }

    public int freeParameters() {
        return estimated().length;
    }

    public int degreesOfFreedom() {
        return data.size() - freeParameters();
    }

    /** The standard error of the parameter of this index. */
    public OptionalDouble standardError(int parameter) {
        return isFixed(parameter) ? OptionalDouble.empty() : errorOf(variables()[parameter]);
    }

    /** Names of estimated parameters that ended at a limit of the search or of their constraint. */
    public List<String> atLimit() {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            double slack = AT_LIMIT * Math.max(1, Math.abs(values[j]));
            boolean touches = values[j] <= limits.get(j).low() + slack
                    || values[j] >= limits.get(j).high() - slack;
            if (touches && !isFixed(j)) {
                names.add(family.parameters().get(j).name());
            }
        }
        return names;
    }

    /** The log likelihood at the optimum, scale included; infinite where the fit is perfect. */
    public double logLikelihood() {
        double n = data.size();
        if (options.error() == ErrorModel.STUDENT4) {
            double[] weighted = CurveSearch.values(family, values, data.logDose());
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] = Math.sqrt(data.weight()[i]) * (data.response()[i] - weighted[i]);
            }
            return StudentError.logLikelihood(weighted, scale, data.weight());
        }
        double weights = Arrays.stream(data.weight()).map(StrictMath::log).sum();
        return -0.5 * n * (StrictMath.log(2 * Math.PI * rss / n) + 1) + 0.5 * weights;
    }

    /** Akaike's criterion, the scale being one of the parameters; empty where the fit is perfect. */
    public OptionalDouble aic() {
        double value = 2.0 * (freeParameters() + 1) - 2 * logLikelihood();
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** {@link #aic} with the small-sample correction; empty too where it does not exist. */
    public OptionalDouble aicc() {
        double k = freeParameters() + 1;
        double left = data.size() - k - 1;
        return aic().isPresent() && left > 0
                ? OptionalDouble.of(aic().getAsDouble() + 2 * k * (k + 1) / left)
                : OptionalDouble.empty();
    }

    private int[] estimated() {
        return IntStream.range(0, values.length).filter(j -> !isFixed(j)).toArray();
    }

    /** One row per observation. */
    private double[][] jacobian() {
        double[][] rows = new double[data.size()][];
        for (int i = 0; i < rows.length; i++) {
            Dual here = i > 0 && data.logDose()[i] == data.logDose()[i - 1] ? null : gradientAt(data.logDose()[i]);
            rows[i] = here == null ? scaled(rows[i - 1], i) : row(here, Math.sqrt(data.weight()[i]));
        }
        return rows;
    }

    private double[] scaled(double[] before, int i) {
        double factor = Math.sqrt(data.weight()[i] / data.weight()[i - 1]);
        return Arrays.stream(before).map(value -> value * factor).toArray();
    }

    private double[] row(Dual response, double root) {
        return IntStream.range(0, values.length)
                .mapToDouble(j -> root * response.derivative(j))
                .toArray();
    }
}
