package org.kindlin.assays.blot.gel;

import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.numerics.image.RollingBall;

/**
 * A picture turned so that more protein is more signal.
 *
 * @param values row by row; zero is the ground's side
 * @param saturated pixels at which the detector or the scan had run out; empty array where none
 */
public record BlotSignal(int width, int height, float[] values, boolean[] saturated, Polarity polarity) {

    /** The signal of a picture. */
    public static BlotSignal of(ImagePlane plane, SampleDepth depth, GelProtocol protocol) {
        float[] values = plane.values();
        Polarity polarity = protocol.polarity() == Polarity.AUTO
                ? Polarity.of(values, plane.width(), plane.height())
                : protocol.polarity();
        boolean[] saturated = Saturation.pixels(values, depth, polarity);
        if (polarity == Polarity.DARK_BANDS) {
            turn(values, protocol.scale());
        }
        return new BlotSignal(plane.width(), plane.height(), values, saturated, polarity);
    }

    private static void turn(float[] values, SignalScale scale) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) scale.ofDark(values[i], largest);
        }
    }

    /** What a ball reaches that is rolled below the picture. */
    BlotSignal belowBall(int radius, SignalScale scale) {
        RollingBall ball = new RollingBall(radius, scale.ballUnit());
        return new BlotSignal(width, height, ball.background(values, width, height), new boolean[0], polarity);
    }
}
