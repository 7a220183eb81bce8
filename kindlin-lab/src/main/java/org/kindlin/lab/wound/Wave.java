package org.kindlin.lab.wound;

import org.kindlin.numerics.random.RandomStream;

/** An irregular line: waves of several lengths added up; its values over the rows of a frame have mean zero. */
final class Wave {
    private static final double[] CYCLES = {0.7, 1.6, 3.1, 5.7, 9.3};

    private final double[] values;

    private Wave(double[] values) {
        this.values = values;
    }

    /** A wave over so many rows with about this standard deviation. */
    static Wave of(int rows, double deviation, RandomStream random) {
        double[] values = new double[rows];
        for (double cycles : CYCLES) {
            double amplitude = random.nextGaussian() / Math.sqrt(cycles);
            double phase = random.nextUniform(0, 2 * Math.PI);
            for (int y = 0; y < rows; y++) {
                values[y] += amplitude * StrictMath.sin(2 * Math.PI * cycles * y / rows + phase);
            }
        }
        double mean = 0;
        double squares = 0;
        for (double value : values) {
            mean += value / rows;
            squares += value * value / rows;
        }
        double scale = deviation / Math.sqrt(Math.max(1e-12, squares - mean * mean));
        for (int y = 0; y < rows; y++) {
            values[y] = (values[y] - mean) * scale;
        }
        return new Wave(values);
    }

    /** At a row; beyond the ends as at them. */
    double at(double y) {
        return values[(int) Math.clamp(Math.rint(y), 0, values.length - 1.0)];
    }
}
