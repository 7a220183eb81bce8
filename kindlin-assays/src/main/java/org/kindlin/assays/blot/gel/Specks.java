package org.kindlin.assays.blot.gel;

import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Dust and scratches on a band: columns that differ from those on both sides of them, and whose course down the rows is not that of
 * the band. A band that is stronger at its edges differs too, but runs down its rows as all of it does.
 */
final class Specks {
    private static final int FEWEST_COLUMNS = 16;
    private static final double ASIDE = 1 / 6.0; // of the lane's width
    private static final int LEAST_ASIDE = 4;
    private static final double CLEAR = 0.15; // of what a typical column holds
    private static final double NOISE = 6;
    private static final double OTHER_SHAPE = 0.12; // of a column's signal lies in other rows than the band's

    private final double[][] columns;

    private Specks(double[][] columns) {
        this.columns = columns;
    }

    /**
     * The part of a band's volume that specks add to it or take from it, from 0.
     *
     * @param start first row of the band
     * @param end its last row
     */
    static double share(BlotSignal signal, LaneProfile profile, int start, int end, double volume) {
        Lane lane = profile.lane();
        int reach = (int) lane.reach();
        if (2 * reach < FEWEST_COLUMNS || !(volume > 0)) {
            return 0;
        }
        double[][] columns = new double[2 * reach + 1][end - start + 1];
        for (int y = start; y <= end; y++) {
            double centre = lane.centreAt(y);
            for (int i = 0; i < columns.length; i++) {
                int x = (int) Math.clamp(Math.rint(centre + i - reach), 0, signal.width() - 1);
                int row = (int) Math.clamp(Math.rint(y + lane.drop(i - reach)), 0, signal.height() - 1);
                columns[i][y - start] = signal.values()[row * signal.width() + x];
            }
        }
        double noise = profile.noise() * Math.sqrt((end - start + 1.0) / columns.length);
        double least = Math.max(CLEAR * volume / lane.width(), NOISE * noise);
        return new Specks(columns).sum(lane, least) / volume;
    }

    private double sum(Lane lane, double least) {
        int aside = (int) Math.max(LEAST_ASIDE, ASIDE * lane.width());
        double[] sums = new double[columns.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = total(columns[i]);
        }
        double @Nullable [] shape = null;
        double all = 0;
        for (int i = 0; i < sums.length; i++) {
            double left = sums[Math.max(0, i - aside)];
            double right = sums[Math.min(sums.length - 1, i + aside)];
            double above = sums[i] - Math.max(left, right);
            double below = Math.min(left, right) - sums[i];
            if (Math.max(above, below) > least) {
                shape = shape == null ? shape() : shape;
                boolean isOther = distance(shape, share(columns[i])) > OTHER_SHAPE;
                all += isOther ? Math.max(above, below) : 0;
            }
        }
        return all;
    }

    /** How the signal of most columns is spread over the rows. */
    private double[] shape() {
        double[] shape = new double[columns[0].length];
        double[] across = new double[columns.length];
        for (int y = 0; y < shape.length; y++) {
            for (int i = 0; i < across.length; i++) {
                across[i] = columns[i][y];
            }
            shape[y] = Descriptive.median(across);
        }
        return share(shape);
    }

    /** What of a column above its lowest row lies in each row. */
    private static double[] share(double[] column) {
        double lowest = Double.POSITIVE_INFINITY;
        for (double value : column) {
            lowest = Math.min(lowest, value);
        }
        double sum = total(column) - lowest * column.length;
        double[] share = new double[column.length];
        for (int y = 0; y < share.length; y++) {
            share[y] = sum > 0 ? (column[y] - lowest) / sum : 0;
        }
        return share;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int y = 0; y < a.length; y++) {
            sum += Math.abs(a[y] - b[y]) / 2;
        }
        return sum;
    }

    private static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
