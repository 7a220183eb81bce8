package org.kindlin.assays.wound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * How a frame was exposed.
 *
 * @param brightness median of the frame
 * @param refusal why it is not judged; empty while nothing speaks against it
 */
record Exposure(WoundData.Frame frame, double brightness, Optional<Warning> refusal) {
    private static final double MOST_CLIPPED = 0.2;
    private static final double MOST_EXPOSURE = 3;
    private static final int SAMPLE = 15_001; // columns of most pictures are no multiple of the step

    static Exposure of(WoundData.Frame frame) {
        ImagePlane plane = frame.plane();
        int step = Math.max(1, plane.samples().length() / SAMPLE);
        double[] some = new double[plane.samples().length() / step];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < some.length; i++) {
            some[i] = plane.samples().at(i * step);
            most = Math.max(most, some[i]);
        }
        Exposure exposure = new Exposure(frame, Descriptive.median(some), Optional.empty());
        double clipped = share(some, most);
        return clipped > MOST_CLIPPED
                ? exposure.refused(String.format(
                        Locale.ROOT,
                        "%.0f %% of the frame are at one value, the highest: overexposed, or no photograph",
                        100 * clipped))
                : exposure;
    }

    private static double share(double[] values, double value) {
        int count = 0;
        for (double one : values) {
            count += one == value ? 1 : 0;
        }
        return count / (double) values.length;
    }

    /** The same frames, without those that are much darker or brighter than most: texture is relative to brightness. */
    static List<Exposure> alike(List<Exposure> frames) {
        double[] brightness = frames.stream().mapToDouble(Exposure::brightness).toArray();
        double usual = Descriptive.median(brightness);
        return frames.stream()
                .map(frame -> {
                    double ratio = frame.brightness / usual;
                    boolean isAlike = !(usual > 0) || (ratio < MOST_EXPOSURE && ratio > 1 / MOST_EXPOSURE);
                    return isAlike || !frame.isJudged()
                            ? frame
                            : frame.refused(String.format(
                                    Locale.ROOT, "the frame is %.2g times as bright as most: another exposure", ratio));
                })
                .toList();
    }

    boolean isJudged() {
        return refusal.isEmpty();
    }

    private Exposure refused(String why) {
        return new Exposure(frame, brightness, Optional.of(new Warning("abstained", why)));
    }
}
