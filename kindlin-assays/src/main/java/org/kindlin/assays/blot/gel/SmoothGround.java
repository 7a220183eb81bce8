package org.kindlin.assays.blot.gel;

import java.util.Arrays;
import java.util.List;
import org.kindlin.numerics.image.Peak;
import org.kindlin.numerics.image.SkewedPeaks;
import org.kindlin.numerics.image.SmoothBaseline;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * What lies below the bands of a lane, as a smooth line ({@link SmoothBaseline}) through the rows that no band covers.
 *
 * @param signal of the rows; what is known of bands there is taken off
 * @param inBand rows of bands
 * @param smoothing of the line
 */
record SmoothGround(double[] signal, boolean[] inBand, double smoothing) {
    private static final double PART = 0.75; // of the bands' stretch: what varies more slowly is ground
    private static final double LEAST_PERIOD = 28; // widths of a band: 12 times its width at half height
    private static final double BARE = 0.02; // of the lower top: where bands that touch leave less, the ground is seen

    /** By where the bands stand and how wide their tops are. */
    static double[] of(LaneProfile profile, List<Peak> peaks, double[] widths) {
        return of(profile.signal().clone(), peaks, widths).line(profile.noise());
    }

    /**
     * The same when bands that touch are fitted. Their flanks reach farther than their tops tell; rows between them may still be bare.
     * From rows where little is left of them, that little is taken off.
     */
    static double[] beside(List<BandGroup> groups, LaneProfile profile, List<Peak> peaks, double[] widths) {
        SmoothGround ground = of(profile.signal().clone(), peaks, widths);
        for (BandGroup group : groups) {
            group.shapes().ifPresent(shapes -> ground.without(group, shapes));
        }
        return ground.line(profile.noise());
    }

    private static SmoothGround of(double[] signal, List<Peak> peaks, double[] widths) {
        int n = signal.length;
        boolean[] inBand = new boolean[n];
        int first = n;
        int last = 0;
        for (int i = 0; i < widths.length; i++) {
            int from = (int) Math.max(0, peaks.get(i).position() - BandGroup.FLANK * widths[i]);
            int to = (int) Math.min(n - 1.0, peaks.get(i).position() + BandGroup.FLANK * widths[i]);
            Arrays.fill(inBand, from, to + 1, true);
            first = Math.min(first, from);
            last = Math.max(last, to);
        }
        double widest = widths.length == 0 ? n / 8.0 : Descriptive.quantile(widths, 0.9);
        double period = Math.max(PART * (last - first), LEAST_PERIOD * widest);
        return new SmoothGround(signal, inBand, SmoothBaseline.smoothing(period));
    }

    private void without(BandGroup group, SkewedPeaks shapes) {
        for (int y = 0; y < signal.length; y++) {
            double left = shapes.at(y);
            if (left >= BARE * shapes.lowerTop(y)) {
                inBand[y] = true;
            } else {
                signal[y] -= left;
                inBand[y] &= y < group.from() || y > group.to();
            }
        }
    }

    private double[] line(double noise) {
        return SmoothBaseline.of(signal, smoothing, noise, inBand);
    }
}
