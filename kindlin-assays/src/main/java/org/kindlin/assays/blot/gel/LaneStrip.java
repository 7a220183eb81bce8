package org.kindlin.assays.blot.gel;

/**
 * A lane cut out along its middle, so that it stands upright; its bands may still be bent. Cut once, summed along many bends.
 *
 * @param from distance of the left edge from the lane's middle
 * @param step width of a column in pixels
 * @param columns of the strip from the left, each from the top
 */
record LaneStrip(double from, double step, float[][] columns) {
    private static final int ROWS = 16;

    /** Columns about one pixel wide from as far left as right of the lane's middle; 0 beyond the picture. */
    static LaneStrip of(BlotSignal signal, Lane lane, double reach) {
        int count = Math.max(1, (int) Math.rint(2 * reach));
        double step = 2 * reach / count;
        float[][] columns = new float[count][signal.height()];
        float[] drift = new float[count];
        for (int c = 0; c < count; c++) {
            drift[c] = (float) (c * (step - 1));
        }
        float[][] block = new float[ROWS][count];
        for (int y = 0; y < signal.height(); y += ROWS) {
            int rows = Math.min(ROWS, signal.height() - y);
            for (int i = 0; i < rows; i++) {
                cut(signal, lane.centreAt(y + i) - reach + 0.5 * step, step, drift, y + i, block[i]);
            }
            turn(block, rows, columns, y);
        }
        return new LaneStrip(-reach, step, columns);
    }

    /** One row. Steps are so nearly one that whole stretches lie as many pixels ahead of their columns. */
    private static void cut(BlotSignal signal, double left, double step, float[] drift, int y, float[] row) {
        int last = row.length - 1;
        if (left < 0 || left + last * step >= signal.width() - 1) {
            for (int c = 0; c <= last; c++) {
                row[c] = (float) signal.at(left + c * step, y);
            }
            return;
        }
        for (int c = 0; c <= last; ) {
            int ahead = ahead(left, step, c);
            int end = last + 1;
            while (ahead(left, step, end - 1) != ahead) {
                end--;
            }
            between(signal.values(), y * signal.width() + ahead, (float) (left - ahead), drift, c, end, row);
            c = end;
        }
    }

    private static int ahead(double left, double step, int column) {
        return (int) (left + column * step) - column;
    }

    private static void between(float[] values, int start, float part, float[] drift, int from, int to, float[] row) {
        for (int c = from; c < to; c++) {
            float here = values[start + c];
            row[c] = here + (part + drift[c]) * (values[start + c + 1] - here);
        }
    }

    /** Rows to columns, a few at a time, which stay in a near cache. */
    private static void turn(float[][] block, int rows, float[][] columns, int y) {
        int i = 0;
        for (; i + 3 < rows; i += 4) {
            turn(block[i], block[i + 1], block[i + 2], block[i + 3], columns, y + i);
        }
        for (; i < rows; i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][y + i] = block[i][c];
            }
        }
    }

    private static void turn(float[] one, float[] two, float[] three, float[] four, float[][] columns, int y) {
        for (int c = 0; c < columns.length; c++) {
            float[] column = columns[c];
            column[y] = one[c];
            column[y + 1] = two[c];
            column[y + 2] = three[c];
            column[y + 3] = four[c];
        }
    }

    /** The column nearest to a distance from the lane's middle. */
    int column(double offset) {
        return (int) Math.clamp(Math.rint((offset - from) / step), 0, columns.length);
    }

    int width() {
        return columns.length;
    }

    /** Distance of a place between columns from the lane's middle. */
    double offset(double column) {
        return from + column * step;
    }

    /** Sums over the columns from the first to before the last, rows interpolated along the lane's bend. */
    double[] sum(Lane bent, int first, int last) {
        double[] sums = new double[columns[0].length];
        for (int c = first; c < last; c++) {
            double drop = bent.drop(offset(c + 0.5));
            int whole = (int) Math.floor(drop);
            add(sums, columns[c], whole, step * (1 - (drop - whole)), step * (drop - whole));
        }
        return sums;
    }

    /** Adds a column lifted by whole rows and a part; beyond the picture its last row goes on. */
    private static void add(double[] sums, float[] column, int whole, double upper, double lower) {
        int rows = sums.length;
        int start = Math.clamp(-(long) whole, 0, rows);
        int end = Math.clamp(rows - 1L - whole, start, rows);
        for (int y = 0; y < start; y++) {
            sums[y] += (upper + lower) * column[0];
        }
        if (lower == 0) {
            inner(sums, column, start, end, whole, upper);
        } else {
            inner(sums, column, start, end, whole, upper, lower);
        }
        for (int y = end; y < rows; y++) {
            sums[y] += (upper + lower) * column[rows - 1];
        }
    }

    private static void inner(double[] sums, float[] column, int start, int end, int whole, double weight) {
        for (int y = start; y < end; y++) {
            sums[y] += weight * column[y + whole];
        }
    }

    private static void inner(
            double[] sums, float[] column, int start, int end, int whole, double upper, double lower) {
        int next = whole + 1;
        for (int y = start; y < end; y++) {
            sums[y] += upper * column[y + whole] + lower * column[y + next];
        }
    }
}
