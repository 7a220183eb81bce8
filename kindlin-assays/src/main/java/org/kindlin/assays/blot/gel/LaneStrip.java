package org.kindlin.assays.blot.gel;

/**
 * A lane cut out along its middle, so that it stands upright; its bands may still be bent. Cut once, summed along many bends.
 *
 * @param from distance of the left edge from the lane's middle
 * @param step width of a column in pixels
 * @param columns of the strip from the left, each from the top
 */
record LaneStrip(double from, double step, float[][] columns) {

    /** Columns about one pixel wide from as far left as right of the lane's middle; 0 beyond the picture. */
    static LaneStrip of(BlotSignal signal, Lane lane, double reach) {
        int count = Math.max(1, (int) Math.rint(2 * reach));
        double step = 2 * reach / count;
        float[][] columns = new float[count][signal.height()];
        for (int y = 0; y < signal.height(); y++) {
            cut(signal, y, lane.centreAt(y) - reach + 0.5 * step, step, columns);
        }
        return new LaneStrip(-reach, step, columns);
    }

    private static void cut(BlotSignal signal, int y, double left, double step, float[][] columns) {
        boolean isWithin = left >= 0 && left + columns.length * step < signal.width() - 1;
        int row = y * signal.width();
        float[] values = signal.values();
        for (int c = 0; c < columns.length; c++) {
            double x = left + c * step;
            if (isWithin) {
                int at = row + (int) x;
                float part = (float) (x - (int) x);
                columns[c][y] = values[at] + part * (values[at + 1] - values[at]);
            } else {
                columns[c][y] = (float) signal.at(x, y);
            }
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
