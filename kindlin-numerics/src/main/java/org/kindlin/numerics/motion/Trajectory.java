package org.kindlin.numerics.motion;

/**
 * Where a point was at a series of times. Arrays are shared, not copied: nobody writes to them.
 *
 * @param time strictly rising
 * @param position {@code [time][coordinate]}, two or three coordinates
 */
public record Trajectory(double[] time, double[][] position) {
    public Trajectory {
        if (time.length != position.length || time.length == 0) {
            throw new IllegalArgumentException(time.length + " times, " + position.length + " positions");
        }
        for (int i = 1; i < time.length; i++) {
            if (!(time[i] > time[i - 1])) {
                throw new IllegalArgumentException("time " + time[i] + " after " + time[i - 1]);
            }
        }
    }

    public int size() {
        return time.length;
    }

    public int dimensions() {
        return position[0].length;
    }

    public double duration() {
        return time[time.length - 1] - time[0];
    }

    /** Sum of the lengths of all steps. */
    public double pathLength() {
        double sum = 0;
        for (int i = 1; i < position.length; i++) {
            sum += distance(position[i - 1], position[i]);
        }
        return sum;
    }

    /** Distance from the first to the last position. */
    public double displacement() {
        return distance(position[0], position[position.length - 1]);
    }

    /** Path length over duration; NaN for a single position. */
    public double meanSpeed() {
        return size() < 2 ? Double.NaN : pathLength() / duration();
    }

    /** Displacement over path length, 1 for a straight line; NaN where the point never moved. */
    public double straightness() {
        double path = pathLength();
        return path > 0 ? displacement() / path : Double.NaN;
    }

    /** The cosine between the displacement and a direction in the plane; NaN without displacement in the plane. */
    public double cosineTo(double directionX, double directionY) {
        double x = position[position.length - 1][0] - position[0][0];
        double y = position[position.length - 1][1] - position[0][1];
        double length = Math.hypot(x, y);
        return length > 0
                ? (x * directionX + y * directionY) / (length * Math.hypot(directionX, directionY))
                : Double.NaN;
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += (b[c] - a[c]) * (b[c] - a[c]);
        }
        return Math.sqrt(sum);
    }
}
