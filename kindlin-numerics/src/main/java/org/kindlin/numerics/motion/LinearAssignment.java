package org.kindlin.numerics.motion;

import java.util.Arrays;

/**
 * The cheapest assignment of rows to columns, each column to one row at most, by shortest augmenting paths (R. Jonker and A.
 * Volgenant, Computing 38:325-340, 1987; in the form without initialisation). Cost grows as rows^2 x columns.
 */
public final class LinearAssignment {
    private LinearAssignment() {}

    /**
     * Assigns.
     *
     * @param cost {@code [row][column]}, at least as many columns as rows; infinite for pairs that are not allowed
     * @return the column of each row
     * @throws IllegalArgumentException where no assignment of all rows is allowed
     */
    public static int[] of(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        int[] rowOf = new int[columns];
        Arrays.fill(rowOf, -1);
        double[] rowPrice = new double[rows];
        double[] columnPrice = new double[columns];
        for (int row = 0; row < rows; row++) {
            augment(row, cost, rowOf, rowPrice, columnPrice);
        }
        int[] columnOf = new int[rows];
        for (int column = 0; column < columns; column++) {
            if (rowOf[column] >= 0) {
                columnOf[rowOf[column]] = column;
            }
        }
        return columnOf;
    }

    private static void augment(int free, double[][] cost, int[] rowOf, double[] rowPrice, double[] columnPrice) {
        int columns = columnPrice.length;
        double[] distance = new double[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] before = new int[columns];
        boolean[] scanned = new boolean[columns];
        int row = free;
        int previous = -1;
        double shortest = 0;
        int end = -1;
        while (end < 0) {
            int nearest = -1;
            for (int j = 0; j < columns; j++) {
                if (scanned[j]) {
                    continue;
                }
                double reduced = shortest + cost[row][j] - rowPrice[row] - columnPrice[j];
                if (reduced < distance[j]) {
                    distance[j] = reduced;
                    before[j] = previous;
                }
                if (distance[j] < Double.POSITIVE_INFINITY && (nearest < 0 || distance[j] < distance[nearest])) {
                    nearest = j;
                }
            }
            if (nearest < 0) {
                throw new IllegalArgumentException("row " + free + " can be given no column");
            }
            scanned[nearest] = true;
            shortest = distance[nearest];
            previous = nearest;
            if (rowOf[nearest] < 0) {
                end = nearest;
            } else {
                row = rowOf[nearest];
            }
        }
        rowPrice[free] += shortest;
        for (int j = 0; j < columns; j++) {
            if (scanned[j] && j != end) {
                rowPrice[rowOf[j]] += shortest - distance[j];
                columnPrice[j] -= shortest - distance[j];
            }
        }
        int column = end;
        while (before[column] >= 0) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
        rowOf[column] = free;
    }
}
