package org.kindlin.assays.wound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * A frame by its texture, or why it is not judged.
 *
 * @param texture by {@link Texture}
 * @param brightness median of the frame
 * @param refusal why it is not judged; empty while nothing speaks against it
 */
record FrameTexture(WoundData.Frame frame, Texture texture, double brightness, Optional<Warning> refusal) {
    private static final double MOST_CLIPPED = 0.2;
    private static final double MOST_EXPOSURE = 3;
    private static final int SAMPLE = 15_001; // columns of most pictures are no multiple of the step

    static FrameTexture of(WoundData.Frame frame, int reach) {
        ImagePlane plane = frame.plane();
        int step = Math.max(1, plane.samples().length() / SAMPLE);
        double[] some = new double[plane.samples().length() / step];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < some.length; i++) {
            some[i] = plane.samples().at(i * step);
            most = Math.max(most, some[i]);
        }
        FrameTexture judged =
                new FrameTexture(frame, Texture.of(plane, reach), Descriptive.median(some), Optional.empty());
        double clipped = share(some, most);
        return clipped > MOST_CLIPPED
                ? judged.refused(String.format(
                        Locale.ROOT,
                        "%.0f %% of the frame are at one value, the highest: overexposed, or no photograph",
                        100 * clipped))
                : judged;
    }

    private static double share(double[] values, double value) {
        int count = 0;
        for (double one : values) {
            count += one == value ? 1 : 0;
        }
        return count / (double) values.length;
    }

    /** The same frames, without those that are much darker or brighter than most: texture is relative to brightness. */
    static List<FrameTexture> sameExposure(List<FrameTexture> frames) {
        double[] brightness =
                frames.stream().mapToDouble(FrameTexture::brightness).toArray();
        double usual = Descriptive.median(brightness);
        return frames.stream()
                .map(frame -> {
                    double ratio = frame.brightness / usual;
                    boolean isAlike = !(usual > 0) || (ratio < MOST_EXPOSURE && ratio > 1 / MOST_EXPOSURE);
                    return isAlike || frame.refusal.isPresent()
                            ? frame
                            : frame.refused(String.format(
                                    Locale.ROOT, "the frame is %.2g times as bright as most: another exposure", ratio));
                })
                .toList();
    }

    /** The same frame, its texture that of the frame smoothed by a Gaussian of this width in pixels. */
    FrameTexture smoothed(double sigma, int reach) {
        ImagePlane plane = frame.plane();
        int width = plane.width();
        int height = plane.height();
        float[] smooth = GaussianFilter.smooth(plane.values(), width, height, sigma, sigma);
        return new FrameTexture(frame, Texture.of(ImagePlane.of(width, height, smooth), reach), brightness, refusal);
    }

    boolean isJudged() {
        return refusal.isEmpty();
    }

    FrameTexture refused(String why) {
        return new FrameTexture(frame, texture, brightness, Optional.of(new Warning("abstained", why)));
    }
}
