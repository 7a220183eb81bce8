package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.column.ColumnKernel;

/** The channels of a matrix for a block of events: fluorochromes of the matrix share them. */
final class Detectors {
    private static final long NONE = -1;
    /** One by one a sum costs as much as this many in a run. */
    private static final int FEW = 16;
    /** The same where many are added at once. */
    private static final int FEW_OF_WIDE = 48;

    private final ColumnKernel kernel;
    private final List<Compensated> fluorochromes = new ArrayList<>();
    private final List<? extends Values> channels;
    /** The same channels where all are floats on the linear scale, else empty. */
    private final List<Values.OfSingles> singles;

    private final double[][] columns;
    private final float[][] raw;
    private long computed = NONE;

    Detectors(List<? extends Values> channels, ColumnKernel kernel) {
        this.channels = List.copyOf(channels);
        this.kernel = kernel;
        List<Values.OfSingles> plain = new ArrayList<>();
        for (Values channel : channels) {
            if (channel instanceof Values.OfSingles single && single.isPlain()) {
                plain.add(single);
            }
        }
        this.singles = plain.size() == channels.size() ? List.copyOf(plain) : List.of();
        this.columns = new double[channels.size()][];
        this.raw = new float[singles.size()][];
    }

    /** Makes a sum of these channels known to {@link #likely}. */
    void add(Compensated fluorochrome) {
        fluorochromes.add(fluorochrome);
    }

    /** Sums not computed yet that are asked for in a block, or likely to be. */
    List<Compensated> likely(long from) {
        List<Compensated> likely = new ArrayList<>(fluorochromes.size());
        for (Compensated fluorochrome : fluorochromes) {
            if (!fluorochrome.isComputed(from) && fluorochrome.isLikelyAsked(from)) {
                likely.add(fluorochrome);
            }
        }
        return likely;
    }

    /** As many sums in a run cost what one costs by itself. */
    int worthOfOne() {
        return kernel.isWide() ? FEW_OF_WIDE : FEW;
    }

    /** Weighted sums of the channels of a block, one for each row of weights. */
    void combine(long from, int count, double[][] weights, double[][] sums) {
        compute(from, count);
        if (singles.isEmpty()) {
            kernel.combine(columns, weights, count, sums);
        } else {
            kernel.combine(raw, weights, count, sums);
        }
    }

    /** The sum of one event, with the bits of {@link #combine}. */
    double combine(long from, int count, double[] weights, int event) {
        compute(from, count);
        double sum = 0;
        if (singles.isEmpty()) {
            for (int d = 0; d < weights.length; d++) {
                sum = Math.fma(weights[d], columns[d][event], sum);
            }
        } else {
            for (int d = 0; d < weights.length; d++) {
                sum = Math.fma(weights[d], raw[d][event], sum);
            }
        }
        return sum;
    }

    private void compute(long from, int count) {
        if (computed == from) {
            return;
        }
        for (int d = 0; d < raw.length; d++) {
            raw[d] = singles.get(d).raw(from, count);
        }
        for (int d = 0; raw.length == 0 && d < columns.length; d++) {
            columns[d] = channels.get(d).at(from, count);
        }
        computed = from;
    }
}
