package org.kindlin.numerics.growth;

import org.kindlin.numerics.statistics.Descriptive;

/**
 * Start and growth rate of one animal under a shape whose bend is given: least squares of log volume, by Levenberg and Marquardt's
 * method in two parameters,
 * or a straight line where the law is one.
 *
 * @param logStart fitted log volume at time zero
 * @param rate 1/time
 * @param squares sum of squared residuals
 */
record CourseFit(double logStart, double rate, double squares) {
    private static final int MOST_STEPS = 60;
    /** A course that has bent before its first reading does not tell its rate: no tumour doubles within eight hours. */
    static final double FASTEST = 2;

    /** The straight line through log volume. */
    static CourseFit line(GrowthCourse course) {
        return line(course.time(), course.logVolume());
    }

    private static CourseFit line(double[] x, double[] y) {
        double meanX = Descriptive.mean(x);
        double meanY = Descriptive.mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        double slope = xx > 0 ? xy / xx : 0;
        return new CourseFit(meanY - slope * meanX, slope, Math.max(0, yy - slope * xy));
    }

    /** Under Gompertz's law log volume is a straight line in (1 - exp(-b t))/b. */
    private static CourseFit gompertz(GrowthCourse course, double decline) {
        double[] grown = new double[course.time().length];
        for (int i = 0; i < grown.length; i++) {
            grown[i] = -Math.expm1(-decline * course.time()[i]) / decline;
        }
        return line(grown, course.logVolume());
    }

    static CourseFit of(GrowthCourse course, GrowthShape shape, double bend, CourseFit from) {
        if (shape == GrowthShape.EXPONENTIAL) {
            return line(course);
        }
        if (shape == GrowthShape.GOMPERTZ) {
            return gompertz(course, bend);
        }
        double start = from.logStart;
        double rate = bounded(from.rate);
        double squares = squares(course, shape, bend, start, rate);
        double damping = 1e-3;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = move(course, shape, bend, start, rate, damping);
            double next = bounded(rate + move[1]);
            double tried = squares(course, shape, bend, start + move[0], next);
            if (tried <= squares) {
                double gain = squares - tried;
                start += move[0];
                rate = next;
                squares = tried;
                damping = Math.max(damping / 10, 1e-12);
                if (gain <= 1e-12 * Math.max(squares, 1e-9)) {
                    break;
                }
            } else {
                damping *= 10;
                if (damping > 1e12) {
                    break;
                }
            }
        }
        return new CourseFit(start, rate, squares);
    }

    private static double bounded(double rate) {
        return Math.clamp(rate, -FASTEST, FASTEST);
    }

    private static double squares(GrowthCourse course, GrowthShape shape, double bend, double start, double rate) {
        double squares = course.squares(shape.law(rate, bend), start);
        return Double.isFinite(squares) ? squares : Double.MAX_VALUE;
    }

    /** The damped Gauss-Newton step of both parameters. */
    private static double[] move(
            GrowthCourse course, GrowthShape shape, double bend, double start, double rate, double damping) {
        GrowthLaw.LogCourse curve = shape.law(rate, bend).from(start);
        double[] at = new double[3];
        double ss = 0;
        double sr = 0;
        double rr = 0;
        double s = 0;
        double r = 0;
        for (int i = 0; i < course.time().length; i++) {
            curve.at(course.time()[i], at);
            double residual = course.logVolume()[i] - at[0];
            ss += at[1] * at[1];
            sr += at[1] * at[2];
            rr += at[2] * at[2];
            s += at[1] * residual;
            r += at[2] * residual;
        }
        ss *= 1 + damping;
        rr *= 1 + damping;
        double determinant = ss * rr - sr * sr;
        return determinant > 0
                ? new double[] {(rr * s - sr * r) / determinant, (ss * r - sr * s) / determinant}
                : new double[] {0, 0};
    }
}
