package org.kindlin.assays.wound;

import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.DiscMean;
import org.kindlin.numerics.image.Logarithm;
import org.kindlin.numerics.image.Sobel;

/**
 * How rough a picture is about every pixel: the natural logarithm of the standard deviation of the gradient within a disc of
 * one cell's radius, over the local brightness. Cells are rough; bare plastic, shadows and dirt out of focus are not.
 */
final class Texture {
    private static final float LEAST = 1e-6f;

    private Texture() {}

    static float[] of(ImagePlane plane, int reach) {
        int width = plane.width();
        int height = plane.height();
        float[] values = plane.values();
        float[] brightness = DiscMean.of(values, width, height, reach);
        float[] gradient = Sobel.magnitude(values, width, height);
        float[] mean = DiscMean.of(gradient, width, height, reach);
        square(gradient);
        float[] meanSquare = DiscMean.of(gradient, width, height, reach);
        float[] texture = meanSquare;
        relative(texture, mean, brightness, floor(brightness));
        Logarithm.of(texture);
        return texture;
    }

    private static void square(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= values[i];
        }
    }

    /** Mean squares become standard deviations over brightness. */
    private static void relative(float[] meanSquare, float[] mean, float[] brightness, float floor) {
        for (int i = 0; i < meanSquare.length; i++) {
            float variance = Math.max(0, meanSquare[i] - mean[i] * mean[i]);
            float relative = (float) Math.sqrt(variance) / Math.max(floor, brightness[i]);
            meanSquare[i] = Math.max(LEAST, relative);
        }
    }

    /** Brightness below a tenth of the mean is darkness: dividing by it would make noise of it. */
    private static float floor(float[] brightness) {
        double sum = 0;
        for (float value : brightness) {
            sum += Math.abs(value);
        }
        return (float) Math.max(1e-12, 0.1 * sum / brightness.length);
    }
}
