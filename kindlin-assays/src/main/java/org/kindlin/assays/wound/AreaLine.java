package org.kindlin.assays.wound;

/**
 * The straight line of least squares through areas over time.
 *
 * @param slope pixels per hour
 * @param slopeError its standard error, from the scatter about the line
 * @param scatter standard deviation of an area about the line, in pixels; 0 with two frames
 * @param degreesOfFreedom frames less two
 */
record AreaLine(double slope, double slopeError, double scatter, int degreesOfFreedom) {

    /** Through the first {@code n} points, at least two. */
    static AreaLine of(double[] hours, double[] area, int n) {
        double middle = 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            middle += hours[i] / n;
            mean += area[i] / n;
        }
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            squares += (hours[i] - middle) * (hours[i] - middle);
            products += (hours[i] - middle) * (area[i] - mean);
        }
        double slope = products / squares;
        double rss = 0;
        for (int i = 0; i < n; i++) {
            double away = area[i] - mean - slope * (hours[i] - middle);
            rss += away * away;
        }
        double scatter = n > 2 ? Math.sqrt(rss / (n - 2)) : 0;
        return new AreaLine(slope, scatter / Math.sqrt(squares), scatter, n - 2);
    }
}
