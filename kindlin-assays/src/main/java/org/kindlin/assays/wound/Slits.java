package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is still open where edges have nearly met: cells are felt from both sides there, and no mask shows it.
 *
 * <p>A place along the gap at which nothing is seen open any more was last seen so many pixels wide, and its edges have moved on since as
 * they usually do. What is left then, no more than the widest slit that is not seen, is taken as open. The usual pace is the median
 * over places that were wide enough for two unseen slits a frame before; those that have vanished count as the fastest, so that the median
 * is not of the slow ones that are left.
 *
 * @param widest pixels; a slit narrower than this is not seen
 */
record Slits(GapLines gaps, double widest) {
    private static final double WIDE = 2; // of the widest slit that is not seen

    /** The frames, with what is open in slits added to those that are measured; as they are where no place has closed. */
    List<MeasuredFrame> addedTo(List<MeasuredFrame> frames) {
        List<Seen> seen = new ArrayList<>();
        boolean allTimed =
                frames.stream().allMatch(frame -> frame.frame().hours().isPresent());
        for (int i = 0; i < frames.size(); i++) {
            MeasuredFrame frame = frames.get(i);
            if (frame.isMeasured()) {
                double time = allTimed ? frame.frame().hours().getAsDouble() : i;
                seen.add(new Seen(i, time, gaps.widths(frame.open().orElseThrow())));
            }
        }
        double pace = pace(seen);
        List<MeasuredFrame> added = new ArrayList<>(frames);
        int[] width = seen.getFirst().width().clone();
        double[] time = new double[width.length];
        Arrays.fill(time, seen.getFirst().time());
        for (Seen one : seen) {
            double left = 0;
            for (int line = 0; line < width.length; line++) {
                if (one.width()[line] > 0) {
                    width[line] = one.width()[line];
                    time[line] = one.time();
                } else if (width[line] > 0) {
                    left += Math.clamp(width[line] - pace * (one.time() - time[line]), 0, widest);
                }
            }
            added.set(one.index(), frames.get(one.index()).withSlits((int) Math.rint(left)));
        }
        return added;
    }

    /** The widths of a frame along the gaps. */
    private record Seen(int index, double time, int[] width) {}

    /** Pixels per hour, or from frame to frame where times are not known, by which the gap usually becomes narrower. */
    private double pace(List<Seen> seen) {
        List<Double> paces = new ArrayList<>();
        for (int i = 1; i < seen.size(); i++) {
            Seen before = seen.get(i - 1);
            Seen after = seen.get(i);
            double passed = after.time() - before.time();
            for (int line = 0; line < before.width().length && passed > 0; line++) {
                int wide = before.width()[line];
                if (wide >= WIDE * widest) {
                    int narrower = after.width()[line];
                    paces.add(narrower == 0 ? Double.POSITIVE_INFINITY : (wide - narrower) / passed);
                }
            }
        }
        double[] sorted =
                paces.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.POSITIVE_INFINITY : Math.max(0, sorted[sorted.length / 2]);
    }
}
