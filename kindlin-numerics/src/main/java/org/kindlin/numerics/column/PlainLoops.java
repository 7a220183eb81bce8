package org.kindlin.numerics.column;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Plain loops, in shapes that the compiler turns into vector instructions where it can. */
final class PlainLoops implements ColumnKernel {
    /** Columns taken from the rows in one pass. */
    private static final int TOGETHER = 4;
    /** Terms added in one pass over a block: enough that the sum is seldom stored and read again. */
    private static final int TERMS = 4;

    private static final int QUARTER = Long.SIZE / 4;

    private final PlainPlaces places = new PlainPlaces();
    private float[] rows = new float[0];

    @Override
    public void split(MemorySegment data, FloatRows layout, int count, int[] channels, float[][] columns) {
        if (rows.length < count * layout.channels()) {
            rows = new float[count * layout.channels()];
        }
        layout.copy(data, count, rows);
        int together = channels.length - channels.length % TOGETHER;
        for (int c = 0; c < together; c += TOGETHER) {
            four(layout.channels(), count, channels, c, columns);
        }
        for (int c = together; c < channels.length; c++) {
            one(layout.channels(), count, channels[c], columns[c]);
        }
    }

    private void one(int channels, int count, int channel, float[] column) {
        for (int i = 0, at = channel; i < count; i++, at += channels) {
            column[i] = rows[at];
        }
    }

    private void four(int width, int count, int[] channels, int first, float[][] columns) {
        int a = channels[first];
        int b = channels[first + 1];
        int c = channels[first + 2];
        int d = channels[first + 3];
        float[] toA = columns[first];
        float[] toB = columns[first + 1];
        float[] toC = columns[first + 2];
        float[] toD = columns[first + 3];
        for (int i = 0, row = 0; i < count; i++, row += width) {
            toA[i] = rows[row + a];
            toB[i] = rows[row + b];
            toC[i] = rows[row + c];
            toD[i] = rows[row + d];
        }
    }

    @Override
    public void combine(float[][] columns, double[][] weights, int count, double[][] sums) {
        int paired = sums.length - sums.length % 2;
        for (int s = 0; s < paired; s += 2) {
            combine(columns, weights[s], weights[s + 1], count, sums[s], sums[s + 1]);
        }
        for (int s = paired; s < sums.length; s++) {
            combine(columns, weights[s], count, sums[s]);
        }
    }

    /** Two sums, for each of which a column would have to be widened. */
    private static void combine(
            float[][] columns, double[] weights, double[] others, int count, double[] sum, double[] other) {
        Arrays.fill(sum, 0, count, 0);
        Arrays.fill(other, 0, count, 0);
        int together = weights.length - weights.length % TERMS;
        for (int c = 0; c < together; c += TERMS) {
            add(columns, weights, others, c, count, sum, other);
        }
        for (int c = together; c < weights.length; c++) {
            float[] term = columns[c];
            double weight = weights[c];
            double ofOther = others[c];
            for (int i = 0; i < count; i++) {
                sum[i] = Math.fma(weight, term[i], sum[i]);
                other[i] = Math.fma(ofOther, term[i], other[i]);
            }
        }
    }

    private static void add(
            float[][] columns, double[] weights, double[] others, int first, int count, double[] sum, double[] other) {
        float[] columnA = columns[first];
        float[] columnB = columns[first + 1];
        float[] columnC = columns[first + 2];
        float[] columnD = columns[first + 3];
        double ofA = weights[first];
        double ofB = weights[first + 1];
        double ofC = weights[first + 2];
        double ofD = weights[first + 3];
        double otherA = others[first];
        double otherB = others[first + 1];
        double otherC = others[first + 2];
        double otherD = others[first + 3];
        for (int i = 0; i < count; i++) {
            double a = columnA[i];
            double b = columnB[i];
            double c = columnC[i];
            double d = columnD[i];
            sum[i] = Math.fma(ofD, d, Math.fma(ofC, c, Math.fma(ofB, b, Math.fma(ofA, a, sum[i]))));
            other[i] = Math.fma(otherD, d, Math.fma(otherC, c, Math.fma(otherB, b, Math.fma(otherA, a, other[i]))));
        }
    }

    private static void combine(float[][] columns, double[] weights, int count, double[] sum) {
        Arrays.fill(sum, 0, count, 0);
        int together = weights.length - weights.length % TERMS;
        for (int c = 0; c < together; c += TERMS) {
            add(columns, weights, c, count, sum);
        }
        for (int c = together; c < weights.length; c++) {
            float[] term = columns[c];
            double weight = weights[c];
            for (int i = 0; i < count; i++) {
                sum[i] = Math.fma(weight, term[i], sum[i]);
            }
        }
    }

    private static void add(float[][] columns, double[] weights, int first, int count, double[] sum) {
        float[] a = columns[first];
        float[] b = columns[first + 1];
        float[] c = columns[first + 2];
        float[] d = columns[first + 3];
        double ofA = weights[first];
        double ofB = weights[first + 1];
        double ofC = weights[first + 2];
        double ofD = weights[first + 3];
        for (int i = 0; i < count; i++) {
            sum[i] = Math.fma(ofD, d[i], Math.fma(ofC, c[i], Math.fma(ofB, b[i], Math.fma(ofA, a[i], sum[i]))));
        }
    }

    @Override
    public void combine(double[][] columns, double[][] weights, int count, double[][] sums) {
        for (int s = 0; s < sums.length; s++) {
            combine(columns, weights[s], count, sums[s]);
        }
    }

    private static void combine(double[][] columns, double[] weights, int count, double[] sum) {
        Arrays.fill(sum, 0, count, 0);
        int together = weights.length - weights.length % TERMS;
        for (int c = 0; c < together; c += TERMS) {
            add(columns, weights, c, count, sum);
        }
        for (int c = together; c < weights.length; c++) {
            double[] term = columns[c];
            double weight = weights[c];
            for (int i = 0; i < count; i++) {
                sum[i] = Math.fma(weight, term[i], sum[i]);
            }
        }
    }

    private static void add(double[][] columns, double[] weights, int first, int count, double[] sum) {
        double[] a = columns[first];
        double[] b = columns[first + 1];
        double[] c = columns[first + 2];
        double[] d = columns[first + 3];
        double ofA = weights[first];
        double ofB = weights[first + 1];
        double ofC = weights[first + 2];
        double ofD = weights[first + 3];
        for (int i = 0; i < count; i++) {
            sum[i] = Math.fma(ofD, d[i], Math.fma(ofC, c[i], Math.fma(ofB, b[i], Math.fma(ofA, a[i], sum[i]))));
        }
    }

    @Override
    public void reach(double[] values, int count, double limit, long[] reached) {
        int whole = count - count % Long.SIZE;
        for (int from = 0; from < whole; from += Long.SIZE) {
            reached[from / Long.SIZE] = word(values, from, limit);
        }
        if (whole < count) {
            long word = 0;
            for (int i = count - 1; i >= whole; i--) {
                word = word << 1 | (values[i] >= limit ? 1 : 0);
            }
            reached[whole / Long.SIZE] = word;
        }
    }

    /** Four quarters of a word side by side, because each bit waits for the one before it. */
    private static long word(double[] values, int from, double limit) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        for (int i = from + QUARTER - 1; i >= from; i--) {
            first = first << 1 | (values[i] >= limit ? 1 : 0);
            second = second << 1 | (values[i + QUARTER] >= limit ? 1 : 0);
            third = third << 1 | (values[i + 2 * QUARTER] >= limit ? 1 : 0);
            fourth = fourth << 1 | (values[i + 3 * QUARTER] >= limit ? 1 : 0);
        }
        return first | (second << QUARTER) | (third << (2 * QUARTER)) | (fourth << (3 * QUARTER));
    }

    @Override
    public void classify(PolygonEdges edges, float[] x, float[] y, int count, long[] inside, long[] open) {
        for (int from = 0; from < count; from += Long.SIZE) {
            long in = 0;
            long near = 0;
            for (int i = from; i < Math.min(count, from + Long.SIZE); i++) {
                long state = edges.state(x[i], y[i]);
                in |= (state & 1) << i;
                near |= (state >> 1) << i;
            }
            inside[from / Long.SIZE] = in;
            open[from / Long.SIZE] = near;
        }
    }

    /** All: the rows are copied at every call. */
    @Override
    public int together() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean isWide() {
        return false;
    }

    @Override
    public boolean place(PlaceTable table, double[] values, int count, float[] to, int at) {
        return places.place(table, values, count, to, at);
    }
}
