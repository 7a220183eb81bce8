package org.kindlin.assays.event.gating;

import java.util.List;

/**
 * Inside an ellipsoid: a quadratic form of the distance from its centre. Places are quick ones; where their error could
 * matter, the scale itself is asked.
 */
final class InEllipsoid implements GateTest {
    private static final double ROUNDING = 1e-14;

    private final List<Axis> axes;
    private final double[] mean;
    private final double[][] inverse;
    private final double distanceSquare;
    /** Sum of the sizes of the inverse's elements: what an error of the distances is at most multiplied by, twice. */
    private final double gain;

    InEllipsoid(List<Axis> axes, double[] mean, double[][] inverse, double distanceSquare) {
        this.axes = List.copyOf(axes);
        this.mean = mean.clone();
        this.inverse = inverse;
        this.distanceSquare = distanceSquare;
        double sum = 0;
        for (double[] row : inverse) {
            for (double element : row) {
                sum += Math.abs(element);
            }
        }
        this.gain = sum;
    }

    @Override
    public void keepInside(int from, int count, long[] words) {
        double[][] columns = new double[mean.length][];
        for (int d = 0; d < mean.length; d++) {
            columns[d] = axes.get(d).values().at(from, count, words);
        }
        double[] distances = new double[mean.length];
        for (int w = 0; w < Membership.words(count); w++) {
            long kept = 0;
            for (long rest = words[w]; rest != 0; rest &= rest - 1) {
                int event = (w << 6) + Long.numberOfTrailingZeros(rest);
                kept |= contains(columns, event, distances) ? rest & -rest : 0;
            }
            words[w] = kept;
        }
    }

    private boolean contains(double[][] columns, int event, double[] distances) {
        double farthest = 0;
        for (int d = 0; d < distances.length; d++) {
            distances[d] = axes.get(d).quickPlace(columns[d][event]) - mean[d];
            farthest = Math.max(farthest, Math.abs(distances[d]));
        }
        double margin = form(distances) - distanceSquare;
        double error = gain * (4 * Axis.TOLERANCE * (farthest + Axis.TOLERANCE) + ROUNDING * farthest * farthest);
        if (Math.abs(margin) > error) {
            return margin < 0;
        }
        for (int d = 0; d < distances.length; d++) {
            distances[d] = axes.get(d).place(columns[d][event]) - mean[d];
        }
        return form(distances) <= distanceSquare;
    }

    private double form(double[] distances) {
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            double row = 0;
            for (int j = 0; j < distances.length; j++) {
                row += inverse[i][j] * distances[j];
            }
            sum += row * distances[i];
        }
        return sum;
    }
}
