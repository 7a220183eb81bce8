package org.kindlin.numerics.statistics;

import java.util.Arrays;

/**
 * Tukey's two-way median polish: value = overall + row + column + residual, the medians of rows and columns of residuals
 * being swept into the effects in turn until the sum of absolute residuals falls by less than {@value #SETTLED} of itself,
 * at most {@value #MOST_ROUNDS} rounds, rows first (J. W. Tukey, Exploratory Data Analysis, 1977, chapter 11).
 *
 * <p>The residual over 1.4826 times the median absolute residual is the B-score of C. Brideau et al., J. Biomol. Screen.
 * 8:634-647 (2003).
 *
 * @param overall common value
 * @param rows effect of each row; 0 where a row has no value
 * @param columns effect of each column; 0 where a column has no value
 * @param residuals in the shape of the table; NaN where it has no value
 */
@SuppressWarnings("ArrayRecordComponent")
public record MedianPolish(double overall, double[] rows, double[] columns, double[][] residuals) {
    private static final double SETTLED = 1e-4;
    private static final int MOST_ROUNDS = 50;

    /** The polish of a table whose missing values are NaN. */
    public static MedianPolish of(double[][] table) {
        double[][] left = Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
        double[] rows = new double[table.length];
        double[] columns = new double[table.length == 0 ? 0 : table[0].length];
        double overall = 0;
        double before = size(left);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            sweepRows(left, rows);
            overall += centre(columns);
            sweepColumns(left, columns);
            overall += centre(rows);
            double now = size(left);
            if (now == 0 || Math.abs(before - now) < SETTLED * now) {
                break;
            }
            before = now;
        }
        return new MedianPolish(overall, rows, columns, left);
    }

    /** The residuals over 1.4826 times their median absolute deviation from zero; NaN where there is no scale. */
    public double[][] bScores() {
        double[] sizes = Arrays.stream(residuals)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(Math::abs)
                .toArray();
        double scale = sizes.length == 0 ? Double.NaN : Descriptive.MAD_TO_SD * Descriptive.median(sizes);
        return Arrays.stream(residuals)
                .map(row -> Arrays.stream(row)
                        .map(residual -> scale > 0 ? residual / scale : Double.NaN)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void sweepRows(double[][] left, double[] effects) {
        for (int i = 0; i < left.length; i++) {
            double median = median(left[i]);
            effects[i] += median;
            for (int j = 0; j < left[i].length; j++) {
                left[i][j] -= median;
            }
        }
    }

    private static void sweepColumns(double[][] left, double[] effects) {
        for (int j = 0; j < effects.length; j++) {
            int column = j;
            double median =
                    median(Arrays.stream(left).mapToDouble(row -> row[column]).toArray());
            effects[j] += median;
            for (double[] row : left) {
                row[j] -= median;
            }
        }
    }

    /** Takes the median out of effects and returns it. */
    private static double centre(double[] effects) {
        double median = median(effects);
        for (int i = 0; i < effects.length; i++) {
            effects[i] -= median;
        }
        return median;
    }

    private static double median(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        return finite.length == 0 ? 0 : Descriptive.median(finite);
    }

    private static double size(double[][] table) {
        return CompensatedSum.of(Arrays.stream(table)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(Math::abs)
                .toArray());
    }
}
