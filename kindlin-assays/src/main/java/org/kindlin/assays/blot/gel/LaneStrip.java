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
        double[] left = new double[signal.height()];
        for (int y = 0; y < left.length; y++) {
            left[y] = lane.centreAt(y) - reach + 0.5 * step;
        }
        for (int y = 0; y < left.length; y += ROWS) {
            cut(signal, left, step, columns, y, Math.min(left.length, y + ROWS));
        }
        return new LaneStrip(-reach, step, columns);
    }

    /** A few rows at a time, whose pixels stay in a near cache while they go from rows to columns. */
    private static void cut(BlotSignal signal, double[] left, double step, float[][] columns, int from, int to) {
        double most = signal.width() - 1 - columns.length * step;
        boolean isWithin = true;
        for (int y = from; y < to; y++) {
            isWithin &= left[y] >= 0 && left[y] < most;
        }
        for (int c = 0; c < columns.length; c++) {
            if (isWithin) {
                within(signal, left, c * step, columns[c], from, to);
            } else {
                for (int y = from; y < to; y++) {
                    columns[c][y] = (float) signal.at(left[y] + c * step, y);
                }
            }
        }
    }

    private static void within(BlotSignal signal, double[] left, double right, float[] column, int from, int to) {
        float[] values = signal.values();
        int row = from * signal.width();
        for (int y = from; y < to; y++) {
            double x = left[y] + right;
            int whole = (int) x;
            float here = values[row + whole];
            column[y] = here + (float) (x - whole) * (values[row + whole + 1] - here);
            row += signal.width();
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
        inner(sums, column, start, end, whole, upper, lower);
        for (int y = end; y < rows; y++) {
            sums[y] += (upper + lower) * column[rows - 1];
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
