package org.kindlin.assays.event.gating;

import java.util.Arrays;
import java.util.List;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.numerics.scale.ColumnScale;

/**
 * Values of one quantity for a block of events. Each is computed when it is first asked for in a block, so that what no gate
 * looks at costs nothing.
 */
abstract sealed class Values {
    /** Events in a block: few enough that all columns stay in a processor's cache. A multiple of 64. */
    static final int BLOCK = 512;

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

    /** A fluorochrome: detectors weighted by its column of the unmixing matrix, summed in the order of the matrix. */
    static final class Compensated extends Values {
        /** Terms added in one pass over the block: enough that the sum is seldom stored and read again. */
        private static final int TERMS = 4;

        private final List<Values> detectors;
        private final double[] weights;

        Compensated(List<Values> detectors, double[] weights) {
            this.detectors = List.copyOf(detectors);
            this.weights = weights.clone();
        }

        @Override
        void compute(long from, int count, double[] out) {
            Arrays.fill(out, 0, count, 0);
            int paired = weights.length - weights.length % TERMS;
            for (int d = 0; d < paired; d += TERMS) {
                double[][] terms = new double[TERMS][];
                for (int t = 0; t < TERMS; t++) {
                    terms[t] = detectors.get(d + t).at(from, count);
                }
                add(terms, d, count, out);
            }
            for (int d = paired; d < weights.length; d++) {
                double[] seen = detectors.get(d).at(from, count);
                double weight = weights[d];
                for (int i = 0; i < count; i++) {
                    out[i] += weight * seen[i];
                }
            }
        }

        private void add(double[][] terms, int first, int count, double[] sum) {
            double[] a = terms[0];
            double[] b = terms[1];
            double[] c = terms[2];
            double[] d = terms[3];
            double ofA = weights[first];
            double ofB = weights[first + 1];
            double ofC = weights[first + 2];
            double ofD = weights[first + 3];
            for (int i = 0; i < count; i++) {
                sum[i] = sum[i] + ofA * a[i] + ofB * b[i] + ofC * c[i] + ofD * d[i];
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

    /** Places of a quantity on a scale, to {@link ColumnScale#TOLERANCE}. */
    static final class OnScale extends Values {
        private final Values linear;
        private final ColumnScale scale;

        OnScale(Values linear, ColumnScale scale) {
            this.linear = linear;
            this.scale = scale;
        }

        @Override
        void compute(long from, int count, double[] out) {
            scale.apply(linear.at(from, count), out, count);
        }
    }
}
