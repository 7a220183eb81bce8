package org.kindlin.numerics.image;

import java.util.Arrays;

/**
 * The background of a picture: what a ball reaches that is rolled along below it (S. R. Sternberg, Computer 16:22-34, 1983).
 *
 * <p>It follows the flanks of broad peaks and so takes part of them away: a radius of 50 pixels takes some 6 % of a band.
 *
 * @param radius in pixels
 * @param unit grey levels that are one pixel high; ImageJ takes 1, so that in 16 bits a ball is all but flat
 */
public record RollingBall(double radius, double unit) {
    private static final int BITS = 29; // of values and heights together

    public RollingBall {
        if (!(radius >= 1 && radius <= 5000 && unit > 0 && Double.isFinite(unit))) {
            throw new IllegalArgumentException("a ball of radius " + radius + ", unit " + unit);
        }
    }

    /** The background by the whole ball: the exact opening, heights rounded to a 2^29th of the range of values. */
    public float[] background(float[] picture, int width, int height) {
        return opened(picture, width, height, ball(radius, (int) radius));
    }

    /**
     * The background as ImageJ draws it: minima over squares of 2 pixels (radius from 10), 4 (from 30) or 8 (from 100), a ball
     * of so much smaller radius cut to a square that leaves out a quarter to two fifths of it, straight lines between the
     * squares' middles, and never above the picture. The result differs from that of the whole ball, mostly upwards, since
     * the cut ball is smaller.
     */
    public float[] quickBackground(float[] picture, int width, int height) {
        int side = radius <= 10 ? 1 : radius <= 30 ? 2 : radius <= 100 ? 4 : 8;
        int cut = radius <= 30 ? 24 : radius <= 100 ? 32 : 40; // % of the radius
        double small = Math.max(1, radius / side);
        int half = (int) Math.round(small - Math.floor(cut * small / 100));
        double[][] square = square(small, half);
        if (side == 1) {
            return opened(picture, width, height, square);
        }
        int w = (width + side - 1) / side;
        int h = (height + side - 1) / side;
        float[] least = opened(minima(picture, width, height, side), w, h, square);
        return Enlargement.below(least, w, h, side, picture, width, height);
    }

    /** Heights of a ball, a quarter of it; rows end where it does. */
    private static double[][] ball(double radius, int reach) {
        double[][] ball = new double[reach + 1][];
        for (int dy = 0; dy <= reach; dy++) {
            int half = (int) Math.sqrt(radius * radius - (double) dy * dy);
            ball[dy] = new double[half + 1];
            for (int dx = 0; dx <= half; dx++) {
                ball[dy][dx] = Math.sqrt(Math.max(0, radius * radius - (double) dx * dx - (double) dy * dy));
            }
        }
        return ball;
    }

    /** The ball over a square, flat at zero in corners beyond it. */
    private static double[][] square(double radius, int half) {
        double[][] square = new double[half + 1][half + 1];
        for (int dy = 0; dy <= half; dy++) {
            for (int dx = 0; dx <= half; dx++) {
                square[dy][dx] = Math.sqrt(Math.max(0, radius * radius - (double) dx * dx - (double) dy * dy));
            }
        }
        return square;
    }

    private float[] opened(float[] picture, int width, int height, double[][] heights) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : picture) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double range = (double) high - low + 2 * radius * unit;
        double steps = Math.scalb(1.0, BITS - 1 - Math.getExponent(range)); // a level, in steps: a power of two
        int[] whole = new int[picture.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.rint((picture[i] - (double) low) * steps);
        }
        int[][] cap = new int[heights.length][];
        for (int dy = 0; dy < cap.length; dy++) {
            cap[dy] = Arrays.stream(heights[dy])
                    .mapToInt(one -> (int) Math.rint(one * unit * steps))
                    .toArray();
        }
        int[] opened = new CapOpening(cap).of(whole, width, height);
        float[] background = new float[picture.length];
        for (int i = 0; i < background.length; i++) {
            background[i] = (float) (low + opened[i] / steps);
        }
        return background;
    }

    private static float[] minima(float[] picture, int width, int height, int side) {
        int w = (width + side - 1) / side;
        int h = (height + side - 1) / side;
        float[] minima = new float[w * h];
        Arrays.fill(minima, Float.POSITIVE_INFINITY);
        for (int y = 0; y < height; y++) {
            int start = y / side * w;
            for (int x = 0; x < width; x++) {
                int at = start + x / side;
                minima[at] = Math.min(minima[at], picture[y * width + x]);
            }
        }
        return minima;
    }
}
