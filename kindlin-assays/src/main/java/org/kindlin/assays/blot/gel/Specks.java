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

    private final StraightBand band;

    private Specks(StraightBand band) {
        this.band = band;
    }

    /**
     * The part of a band's volume that specks add to it or take from it, from 0.
     *
     * @param start first row of the band
     * @param end its last row
     */
    static double share(BlotSignal signal, LaneProfile profile, int start, int end, double volume) {
        Lane lane = profile.lane();
        if (2 * (int) lane.reach() < FEWEST_COLUMNS || !(volume > 0)) {
            return 0;
        }
        StraightBand band = StraightBand.of(signal, lane, start, end);
        double noise = profile.noise() * Math.sqrt((end - start + 1.0) / band.columns());
        double least = Math.max(CLEAR * volume / lane.width(), NOISE * noise);
        return new Specks(band).sum(lane, least) / volume;
    }

    private double sum(Lane lane, double least) {
        int aside = (int) Math.max(LEAST_ASIDE, ASIDE * lane.width());
        double[] sums = band.sums();
        double @Nullable [] shape = null;
        double all = 0;
        for (int i = 0; i < sums.length; i++) {
            double left = sums[Math.max(0, i - aside)];
            double right = sums[Math.min(sums.length - 1, i + aside)];
            double above = sums[i] - Math.max(left, right);
            double below = Math.min(left, right) - sums[i];
            if (Math.max(above, below) > least) {
                shape = shape == null ? shape() : shape;
                boolean isOther = distance(shape, share(band.column(i))) > OTHER_SHAPE;
                all += isOther ? Math.max(above, below) : 0;
            }
        }
        return all;
    }

    /** How the signal of most columns is spread over the rows. */
    private double[] shape() {
        double[] shape = new double[band.rows()];
        double[] across = new double[band.columns()];
        for (int y = 0; y < shape.length; y++) {
            for (int i = 0; i < across.length; i++) {
                across[i] = band.at(i, y);
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
