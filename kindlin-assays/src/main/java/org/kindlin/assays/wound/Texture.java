package org.kindlin.assays.wound;

import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.DiscMean;
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
        float[] gradient = Sobel.magnitude(values, width, height);
        float[] squares = new float[gradient.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = gradient[i] * gradient[i];
        }
        float[] mean = DiscMean.of(gradient, width, height, reach);
        float[] meanSquare = DiscMean.of(squares, width, height, reach);
        float[] brightness = DiscMean.of(values, width, height, reach);
        double floor = floor(brightness);
        float[] texture = new float[values.length];
        for (int i = 0; i < texture.length; i++) {
            double variance = Math.max(0, meanSquare[i] - (double) mean[i] * mean[i]);
            double relative = Math.sqrt(variance) / Math.max(floor, brightness[i]);
            texture[i] = (float) StrictMath.log(Math.max(LEAST, relative));
        }
        return texture;
    }

    /** Brightness below a tenth of the mean is darkness: dividing by it would make noise of it. */
    private static double floor(float[] brightness) {
        double sum = 0;
        for (float value : brightness) {
            sum += Math.abs(value);
        }
        return Math.max(1e-12, 0.1 * sum / brightness.length);
    }
}
