package org.kindlin.assays.adhesion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.statistics.Descriptive;

/** By how many whole pixels the adhesions of a second channel lie off those of the first, from their reliefs. */
record ChannelShift(int right, int down) {
    private static final ChannelShift NONE = new ChannelShift(0, 0);
    private static final int MOST = 5;
    private static final double CLEARLY = 1.02;
    private static final double STANDS_OUT = 10; // deviations of a mean of as many pixels, were they independent

    /** Empty where the channels agree, or the second shows nothing of the adhesions. */
    static Optional<ChannelShift> of(List<Adhesion> adhesions, ImagePlane second) {
        int[] members = adhesions.stream()
                .flatMapToInt(adhesion -> Arrays.stream(adhesion.members()))
                .toArray();
        if (members.length == 0) {
            return Optional.empty();
        }
        float[] relief = AdhesionFinder.relief(second);
        double unmoved = mean(relief, second.width(), members, NONE);
        double best = unmoved;
        ChannelShift shift = NONE;
        for (int down = -MOST; down <= MOST; down++) {
            for (int right = -MOST; right <= MOST; right++) {
                ChannelShift trial = new ChannelShift(right, down);
                double mean = mean(relief, second.width(), members, trial);
                if (mean > best) {
                    best = mean;
                    shift = trial;
                }
            }
        }
        boolean isMoved = best > CLEARLY * unmoved && best > STANDS_OUT * scatter(relief) / Math.sqrt(members.length);
        return isMoved && !shift.equals(NONE) ? Optional.of(shift) : Optional.empty();
    }

    /** Of the relief in the adhesions, moved; pixels that leave the picture do not count. */
    private static double mean(float[] relief, int width, int[] members, ChannelShift by) {
        double sum = 0;
        int count = 0;
        for (int i : members) {
            int x = i % width + by.right;
            int y = i / width + by.down;
            if (x >= 0 && x < width && y >= 0 && y < relief.length / width) {
                sum += relief[y * width + x];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double scatter(float[] relief) {
        double[] values = new double[relief.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = relief[i];
        }
        return Descriptive.scaledMad(values);
    }
}
