package org.kindlin.assays.wound;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.kindlin.numerics.image.BitMask;

/**
 * How fast the edges move, and when half of the wound is closed.
 *
 * <p>Width is area over length, single cells within the gap counted as gap ({@link LooseCells}); its slope over time, by least
 * squares while the gap is open along its whole length, is that of two edges: each moves at half of it. (Where the edges have met at some places the area
 * falls more slowly, though the others move on as before.) Its error is that of the line and, as the outline errs alike in
 * all frames, a third of half the difference of the slopes under the stricter and the looser threshold. The half-time is read
 * off the line between the frames about it ({@link HalfTime}); its error is that of the scatter of areas and the outline's.
 *
 * <p>Where edges have nearly met, the slit between them cannot be seen: cells are felt from both sides. In a gap that is narrow from the
 * beginning such slits, estimated by {@link Slits}, are a part of the area that matters.
 *
 * @param velocity micrometres per hour of one edge
 * @param isAtLeast whether the velocity is a lower limit: the edges met before a second frame was taken
 * @param halfTime hours; empty where the wound was never seen half closed
 * @param lastHours time of the last frame, for a limit on the half-time
 * @param lacking why there is no velocity; empty where there is
 * @param hidden part of the first area that slits too narrow to be seen can hold in a frame
 */
record WoundKinetics(
        Optional<Uncertain> velocity,
        boolean isAtLeast,
        Optional<Uncertain> halfTime,
        OptionalDouble lastHours,
        String lacking,
        double hidden) {
    static final double NARROW = 0.02; // hidden: from here on a gap is a narrow one
    private static final double SLIT = 0.6; // reaches: mean width of what is open and not seen where edges meet
    private static final double OPEN_ALONG = 0.95; // of the lines across the gap
    private static final double OUTLINE =
            1 / 3.0; // standard deviation of an outline's error, of its limits' half distance

    static WoundKinetics none(String why) {
        return new WoundKinetics(Optional.empty(), false, Optional.empty(), OptionalDouble.empty(), why, 0);
    }

    /** Of at least two frames that are measured. */
    static WoundKinetics of(
            List<MeasuredFrame> frames, BitMask region, GapLines gaps, int reach, OptionalDouble pixelSize) {
        List<MeasuredFrame> measured =
                frames.stream().filter(MeasuredFrame::isMeasured).toList();
        if (!measured.stream().allMatch(frame -> frame.frame().hours().isPresent())) {
            return none("the times of the frames are not known: state interval or times");
        }
        double[] hours = measured.stream()
                .mapToDouble(frame -> frame.frame().hours().getAsDouble())
                .toArray();
        int unmet = unmet(measured, gaps);
        int used = Math.max(2, unmet);
        LooseCells loose = LooseCells.of(measured, reach);
        double[] width = areas(
                measured,
                frame -> frame.slits() + loose.gap(OpenArea.large(frame.open().orElseThrow(), reach), region));
        AreaLine line = line(hours, width, used, 2 * loose.radius() * 2 * gaps.length());
        double outline = Math.abs(AreaLine.of(hours, areas(measured, MeasuredFrame::most), used)
                                .slope()
                        - AreaLine.of(hours, areas(measured, MeasuredFrame::least), used)
                                .slope())
                / 2;
        Uncertain slope = new Uncertain(-line.slope(), line.slopeError(), line.degreesOfFreedom(), OUTLINE * outline);
        Optional<Uncertain> velocity = pixelSize.isPresent() && gaps.length() > 0
                ? Optional.of(slope.times(pixelSize.getAsDouble() / (2 * gaps.length())))
                : Optional.empty();
        double hidden =
                SLIT * reach * gaps.length() / Math.max(1, measured.getFirst().pixels());
        return new WoundKinetics(
                velocity,
                unmet < 2,
                halfTime(measured, hours, unmet),
                OptionalDouble.of(hours[hours.length - 1]),
                velocity.isEmpty() ? "the size of a pixel is not known: state pixelSize" : "",
                hidden);
    }

    /** The line of errors that last until both edges have moved over a cell, by which they cover this many pixels. */
    private static AreaLine line(double[] hours, double[] area, int n, double cell) {
        AreaLine straight = AreaLine.of(hours, area, n);
        return straight.slope() < 0 ? AreaLine.of(hours, area, n, -cell / straight.slope()) : straight;
    }

    /** Number of frames before the edges have met at some place. */
    private static int unmet(List<MeasuredFrame> measured, GapLines gaps) {
        int first = gaps.open(measured.getFirst().open().orElseThrow());
        int n = 1;
        while (n < measured.size() && gaps.open(measured.get(n).open().orElseThrow()) >= OPEN_ALONG * first) {
            n++;
        }
        return n;
    }

    private static double[] areas(List<MeasuredFrame> frames, ToIntFunction<MeasuredFrame> area) {
        return frames.stream().mapToInt(area).asDoubleStream().toArray();
    }

    /** Its error is that of the scatter of areas and that of the outline, slits included. */
    private static Optional<Uncertain> halfTime(List<MeasuredFrame> measured, double[] hours, int unmet) {
        double[] area = areas(measured, MeasuredFrame::pixels);
        if (HalfTime.hours(hours, area).isEmpty()) {
            return Optional.empty();
        }
        HalfTime half = HalfTime.of(hours, area, unmet);
        OptionalDouble early = HalfTime.hours(hours, areas(measured, MeasuredFrame::least));
        OptionalDouble late = HalfTime.hours(hours, areas(measured, MeasuredFrame::most));
        int degreesOfFreedom = early.isPresent() && late.isPresent() ? half.degreesOfFreedom() : 0;
        double outline = Math.abs(late.orElse(0) - early.orElse(0)) / 2;
        return Optional.of(new Uncertain(half.hours(), half.scatter(), degreesOfFreedom, OUTLINE * outline));
    }
}
