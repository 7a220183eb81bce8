package org.kindlin.assays.adhesion;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * How the dye fades in a film: the slope of the logarithm of the frames' medians, which are mostly ground, less what the camera
 * writes without light. Rates of disassembly come out too high by it, rates of assembly too low.
 *
 * @param rate per minute
 * @param isCorrected whether courses were divided by the fading: only where the camera's offset is known
 */
record Bleaching(double rate, boolean isCorrected) {
    private static final int SAMPLE_STEP = 7;

    /** Of a film with a known interval, without its spoilt frames; empty where nothing is left above the offset. */
    static Optional<Bleaching> of(AdhesionData.Film film, BitSet spoilt, AdhesionProtocol protocol) {
        double offset = protocol.cameraOffset().orElse(0);
        List<ImagePlane> frames = film.frames();
        int[] whole =
                IntStream.range(0, frames.size()).filter(t -> !spoilt.get(t)).toArray();
        double middle =
                IntStream.of(whole).average().orElse(0) * film.interval().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int t : whole) {
            double ground = median(frames.get(t)) - offset;
            if (!(ground > 0)) {
                return Optional.empty();
            }
            double minutes = t * film.interval().orElseThrow() - middle;
            products += minutes * StrictMath.log(ground);
            squares += minutes * minutes;
        }
        if (!(squares > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Bleaching(-products / squares, protocol.cameraOffset().isPresent()));
    }

    private static double median(ImagePlane plane) {
        int length = plane.samples().length();
        double[] some = new double[(length + SAMPLE_STEP - 1) / SAMPLE_STEP];
        for (int i = 0; i < some.length; i++) {
            some[i] = plane.samples().at(i * SAMPLE_STEP);
        }
        return Descriptive.mean(middle(some));
    }

    /** The middle half, so that a mean of whole counts is no whole count. */
    private static double[] middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.copyOfRange(sorted, sorted.length / 4, Math.max(sorted.length / 4 + 1, 3 * sorted.length / 4));
    }

    /** A course as it would be had nothing faded. */
    Turnover.Course undone(Turnover.Course course) {
        return course.times(minutes -> StrictMath.exp(rate * minutes));
    }
}
