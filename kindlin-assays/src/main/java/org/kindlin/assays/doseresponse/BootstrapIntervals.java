package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sigmoid.Loss;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/**
 * Percentile intervals of a parametric bootstrap: normal errors of the residual variance are added to the fitted curve,
 * and the same model is fitted to each simulated data set (B. Efron and R. J. Tibshirani, An Introduction to the
 * Bootstrap, 1993, section 13.3).
 *
 * <p>A simulated mid-point at a limit of its search counts as infinite, so a percentile that falls there is open. The
 * percentile is a simulated value, never one between two.
 */
final class BootstrapIntervals extends SingleCurveIntervals {
    private final Map<Parameter, double[]> sorted;

    private BootstrapIntervals(SigmoidFit fit, Map<Parameter, double[]> sorted) {
        super(fit);
        this.sorted = sorted;
    }

    static CurveIntervals of(FittedCurve fitted, long seed) {
        if (fitted.fit().degreesOfFreedom() <= 0) {
            return new BootstrapIntervals(fitted.fit(), Map.of());
        }
        RandomStream random = RandomStream.ofSeed(seed).child(fitted.data().label());
        List<SigmoidFit> samples = new ArrayList<>();
        for (int i = 0; i < fitted.protocol().inference().bootstrapSamples(); i++) {
            SigmoidRegression.fit(simulated(fitted, random.child(i)), spec(fitted))
                    .fit()
                    .ifPresent(samples::add);
        }
        Map<Parameter, double[]> sorted = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            sorted.put(
                    parameter,
                    samples.stream()
                            .mapToDouble(sample -> value(sample, parameter))
                            .sorted()
                            .toArray());
        }
        return new BootstrapIntervals(fitted.fit(), sorted);
    }

    @Override
    public Limits of(Parameter parameter, double level) {
        double[] values = sorted.getOrDefault(parameter, new double[0]);
        if (values.length == 0) {
            return Limits.OPEN;
        }
        int tail = (int) Math.floor(0.5 * (1 - level) * values.length);
        return Limits.of(values[tail], values[values.length - 1 - tail]);
    }

    @Override
    public String method(Parameter parameter) {
        return IntervalMethod.BOOTSTRAP.label();
    }

    private static SigmoidSpec spec(FittedCurve fitted) {
        return fitted.fit().spec().with(Loss.leastSquares());
    }

    private static SigmoidData simulated(FittedCurve fitted, RandomStream random) {
        SigmoidData data = fitted.fit().data();
        double sd = fitted.residualStandardDeviation().orElseThrow();
        double[] response = new double[data.size()];
        for (int i = 0; i < response.length; i++) {
            double error = sd / Math.sqrt(data.weight()[i]);
            response[i] = random.nextGaussian(fitted.curve().value(data.logDose()[i]), error);
        }
        return new SigmoidData(data.logDose(), response, data.weight());
    }

    private static double value(SigmoidFit sample, Parameter parameter) {
        double value = sample.curve().get(parameter);
        if (parameter != Parameter.LOG_IC50 || !sample.atBound().contains(parameter)) {
            return value;
        }
        double[] logDose = sample.data().logDose();
        return value < logDose[logDose.length - 1] ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
