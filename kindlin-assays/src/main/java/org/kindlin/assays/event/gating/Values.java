package org.kindlin.assays.event.gating;

import java.util.List;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.numerics.scale.Scale;

/**
 * Values of one quantity for a block of events. Each is computed when it is first asked for in a block, so that what no gate
 * looks at costs nothing.
 */
abstract sealed class Values {
    /** Events in a block: few enough that all columns stay in a processor's cache. */
    static final int BLOCK = 2048;

    private final double[] values = new double[BLOCK];
    private long computed = -1;

    /** Values of events {@code from .. from + count - 1} at the front of the array. */
    final double[] at(long from, int count) {
        if (computed != from) {
            compute(from, count, values);
            computed = from;
        }
        return values;
    }

    abstract void compute(long from, int count, double[] out);

    /** A parameter of the file on the instrument's linear scale. */
    static final class OfChannel extends Values {
        private final FcsDataSet set;
        private final FcsParameter parameter;

        OfChannel(FcsDataSet set, FcsParameter parameter) {
            this.set = set;
            this.parameter = parameter;
        }

        @Override
        void compute(long from, int count, double[] out) {
            set.scale(parameter, from, count, out);
        }
    }

    /** A fluorochrome: detectors weighted by its column of the unmixing matrix. */
    static final class Compensated extends Values {
        private final List<Values> detectors;
        private final double[] weights;

        Compensated(List<Values> detectors, double[] weights) {
            this.detectors = List.copyOf(detectors);
            this.weights = weights.clone();
        }

        @Override
        void compute(long from, int count, double[] out) {
            java.util.Arrays.fill(out, 0, count, 0);
            for (int d = 0; d < weights.length; d++) {
                double[] seen = detectors.get(d).at(from, count);
                double weight = weights[d];
                for (int i = 0; i < count; i++) {
                    out[i] += weight * seen[i];
                }
            }
        }
    }

    /** A ratio of two quantities. */
    static final class OfRatio extends Values {
        private final Values numerator;
        private final Values denominator;
        private final Transformation.Ratio ratio;

        OfRatio(Values numerator, Values denominator, Transformation.Ratio ratio) {
            this.numerator = numerator;
            this.denominator = denominator;
            this.ratio = ratio;
        }

        @Override
        void compute(long from, int count, double[] out) {
            double[] x = numerator.at(from, count);
            double[] y = denominator.at(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = ratio.of(x[i], y[i]);
            }
        }
    }

    /** Places of a quantity on a scale. */
    static final class OnScale extends Values {
        private final Values linear;
        private final Scale scale;

        OnScale(Values linear, Scale scale) {
            this.linear = linear;
            this.scale = scale;
        }

        @Override
        void compute(long from, int count, double[] out) {
            double[] x = linear.at(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = scale.apply(x[i]);
            }
        }
    }
}
