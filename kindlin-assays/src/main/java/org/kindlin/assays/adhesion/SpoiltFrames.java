package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Frames in which all adhesions together leave their courses: out of focus, dark, or of another exposure. What a frame should
 * show of an adhesion is the robust line (H. Theil, 1950) through the logarithms of up to four frames on either side; a frame
 * is spoilt where the median over adhesions lies off that line by a fifth and more. Adhesions do not all jump and come back
 * from one frame to the next.
 */
final class SpoiltFrames {
    private static final int REACH = 4;
    private static final int FEWEST_BESIDE = 3;
    private static final int FEWEST_ADHESIONS = 3;
    private static final double JUMP = 0.2;
    /** Where an adhesion should show less than this part of its top, noise and rests of the ground say too much. */
    private static final double BRIGHT = 0.2;

    private static final double FLOOR = 0.01;

    private SpoiltFrames() {}

    /** The spoilt ones of so many frames. */
    static BitSet of(List<Turnover.Course> courses, int frames, double interval) {
        List<List<Double>> jumps = new ArrayList<>();
        for (int t = 0; t < frames; t++) {
            jumps.add(new ArrayList<>());
        }
        for (Turnover.Course course : courses) {
            add(course, interval, jumps);
        }
        BitSet spoilt = new BitSet(frames);
        for (int t = 0; t < frames; t++) {
            double[] own =
                    jumps.get(t).stream().mapToDouble(Double::doubleValue).toArray();
            spoilt.set(t, own.length >= FEWEST_ADHESIONS && Math.abs(Descriptive.median(own)) > JUMP);
        }
        return spoilt;
    }

    private static void add(Turnover.Course course, double interval, List<List<Double>> jumps) {
        double top = Arrays.stream(course.intensity()).max().orElse(0);
        if (!(top > 0)) {
            return;
        }
        double[] minutes = course.wideMinutes();
        double[] log = Arrays.stream(course.wideIntensity())
                .map(intensity -> StrictMath.log(Math.max(intensity / top, FLOOR)))
                .toArray();
        for (int k = 0; k < log.length; k++) {
            double expected = expected(minutes, log, k);
            if (expected > StrictMath.log(BRIGHT)) {
                jumps.get((int) Math.rint(minutes[k] / interval)).add(log[k] - expected);
            }
        }
    }

    /** What the frames beside it say of a frame; NaN where there are too few. */
    private static double expected(double[] minutes, double[] log, int at) {
        int from = Math.max(0, at - REACH);
        int to = Math.min(log.length - 1, at + REACH);
        if (to - from < FEWEST_BESIDE) {
            return Double.NaN;
        }
        List<Double> slopes = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            for (int j = i + 1; j <= to; j++) {
                if (i != at && j != at) {
                    slopes.add((log[j] - log[i]) / (minutes[j] - minutes[i]));
                }
            }
        }
        double slope = median(slopes);
        List<Double> here = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            if (i != at) {
                here.add(log[i] + slope * (minutes[at] - minutes[i]));
            }
        }
        return median(here);
    }

    private static double median(List<Double> values) {
        return Descriptive.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
