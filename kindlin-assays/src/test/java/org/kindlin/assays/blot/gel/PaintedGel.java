package org.kindlin.assays.blot.gel;

import java.util.OptionalInt;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.numerics.random.RandomStream;

/** Bright bands of known volume in upright lanes at an even pitch, with noise; edges as optics leave them. */
final class PaintedGel {
    static final int HEIGHT = 240;
    static final double THICKNESS = 4; // standard deviation of a band in rows
    private static final double EDGE = 1.5;
    private static final double NOISE = 12;

    final int width;
    final float[] values;
    private final int margin;
    private final int pitch;
    private final int laneWidth;

    PaintedGel(int lanes, int pitch, int laneWidth, int margin) {
        this.margin = margin;
        this.pitch = pitch;
        this.laneWidth = laneWidth;
        this.width = 2 * margin + pitch * (lanes - 1) + laneWidth;
        this.values = new float[width * HEIGHT];
        RandomStream random = RandomStream.ofSeed(11);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (800 + NOISE * random.nextGaussian());
        }
    }

    double centre(int lane) {
        return margin + laneWidth / 2.0 + (lane - 1) * pitch;
    }

    /** Adds a band; its volume is returned. */
    double band(int lane, int row, double height) {
        double volume = 0;
        for (int y = 0; y < HEIGHT; y++) {
            double down = (y - row) / THICKNESS;
            for (int x = 0; x < width; x++) {
                double across = 1 / (1 + Math.exp((Math.abs(x - centre(lane)) - laneWidth / 2.0) / EDGE));
                double signal = height * across * Math.exp(-0.5 * down * down);
                values[y * width + x] += (float) signal;
                volume += signal;
            }
        }
        return volume;
    }

    /** A round speck. */
    void speck(double x, double y, double height, double radius) {
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < width; column++) {
                double distance = Math.hypot(column - x, row - y);
                values[row * width + column] += (float) (height * Math.exp(-0.5 * Math.pow(distance / radius, 2)));
            }
        }
    }

    ImagePlane plane() {
        return ImagePlane.of(width, HEIGHT, values);
    }

    Gel measured(OptionalInt lanes) {
        return Gel.measure(
                plane(), new SampleDepth(16, SampleDepth.Kind.UNSIGNED), GelProtocol.STANDARD.withLanes(lanes));
    }
}
