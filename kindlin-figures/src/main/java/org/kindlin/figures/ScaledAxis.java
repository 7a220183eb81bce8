package org.kindlin.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An axis laid onto pixels: where values fall, and the ticks whose labels fit there. */
final class ScaledAxis {
    private static final double LABEL_GAP = 8;
    private static final double LEAST_TICK_DISTANCE_X = 36;
    private static final double LEAST_TICK_DISTANCE_Y = 26;
    private static final double LEAST_DECADE_FOR_MINOR = 26;
    private static final double ZERO_INSET = 12;
    private static final double SHORTEST_ZERO_ZONE = 34;

    private final Axis axis;
    private final boolean horizontal;
    private final Range shown;
    private final double from;
    private final double to;
    private final double zone;
    private final Ticks ticks;

    private ScaledAxis(Axis axis, boolean horizontal, Range shown, double from, double to) {
        this.axis = axis;
        this.horizontal = horizontal;
        this.shown = shown.length() > 0 ? shown : new Range(shown.low() - 0.5, shown.high() + 0.5);
        this.from = from;
        this.to = to;
        String zero = axis.zeroLabel();
        this.zone = zero == null ? 0 : zoneLength(zero, horizontal);
        this.ticks = thinMinor(chooseTicks());
    }

    /** An axis from left to right that shows a range of positions (see {@link Transform#position}). */
    static ScaledAxis horizontal(Axis axis, Range shown, double left, double right) {
        return new ScaledAxis(axis, true, shown, left, right);
    }

    /** An axis from bottom to top. */
    static ScaledAxis vertical(Axis axis, Range shown, double bottom, double top) {
        return new ScaledAxis(axis, false, shown, bottom, top);
    }

    Axis axis() {
        return axis;
    }

    Ticks ticks() {
        return ticks;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /** Pixel of a value; off the ends for values beyond, the near end for values without a position. */
    double at(double value) {
        if (isZeroPosition(value)) {
            return from + direction() * ZERO_INSET;
        }
        if (!axis.transform().isDefined(value)) {
            return value > 0 ? to : start();
        }
        double fraction = (axis.transform().position(value) - shown.low()) / shown.length();
        return start() + fraction * (to - start());
    }

    /** -1 below the axis, 0 on it, 1 above; values without a position count as below or above by their sign. */
    int side(double value) {
        if (isZeroPosition(value)) {
            return 0;
        }
        if (!axis.transform().isDefined(value)) {
            return value > 0 ? 1 : -1;
        }
        double position = axis.transform().position(value);
        if (shown.contains(position)) {
            return 0;
        }
        return position < shown.low() ? -1 : 1;
    }

    boolean isZeroPosition(double value) {
        return value == 0 && axis.zeroLabel() != null;
    }

    boolean hasBreak() {
        return zone > 0;
    }

    /** Pixel in the middle of the break between zero and the log scale. */
    double breakAt() {
        return from + direction() * (zone + ZERO_INSET) / 2;
    }

    /** Pixel where the scale proper begins: behind the break, if any. */
    double start() {
        return from + direction() * zone;
    }

    private double direction() {
        return Math.signum(to - from);
    }

    private static double zoneLength(String zeroLabel, boolean horizontal) {
        double label = horizontal ? TextStyle.TICK.width(zeroLabel) / 2 : 0;
        return Math.max(SHORTEST_ZERO_ZONE, ZERO_INSET + label + 12);
    }

    private Ticks chooseTicks() {
        Range values =
                new Range(axis.transform().value(shown.low()), axis.transform().value(shown.high()));
        List<Ticks> candidates = axis.transform().candidates(values);
        Ticks chosen = candidates.stream().filter(this::fits).findFirst().orElse(null);
        if (chosen == null && axis.transform() instanceof CategoryTransform) {
            return candidates.getFirst();
        }
        return chosen == null ? Ticks.NONE : chosen;
    }

    /** Whether the labels, side by side, keep their distance from each other and from the zero label. */
    private boolean fits(Ticks candidate) {
        if (candidate.major().isEmpty()) {
            return false;
        }
        @Nullable Tick before = axis.zeroLabel() == null ? null : new Tick(0, axis.zeroLabel());
        for (Tick tick : candidate.major()) {
            if (before != null && distance(before, tick) < needed(before, tick)) {
                return false;
            }
            before = tick;
        }
        return true;
    }

    private double distance(Tick before, Tick tick) {
        return Math.abs(at(tick.value()) - at(before.value()));
    }

    private double needed(Tick before, Tick tick) {
        boolean category = axis.transform() instanceof CategoryTransform;
        if (!horizontal) {
            return category ? TextStyle.TICK.lineHeight() : LEAST_TICK_DISTANCE_Y;
        }
        double labels = (TextStyle.TICK.width(before.label()) + TextStyle.TICK.width(tick.label())) / 2 + LABEL_GAP;
        boolean sparse = category || isZeroPosition(before.value());
        return sparse ? labels : Math.max(labels, LEAST_TICK_DISTANCE_X);
    }

    private Ticks thinMinor(Ticks chosen) {
        boolean crowded = axis.transform() instanceof LogTransform
                && Math.abs(to - start()) / shown.length() < LEAST_DECADE_FOR_MINOR;
        boolean decadesOnly =
                chosen.minor().stream().allMatch(v -> isWhole(axis.transform().position(v)));
        return crowded && !decadesOnly ? new Ticks(chosen.major(), List.of()) : chosen;
    }

    private static boolean isWhole(double position) {
        return Math.abs(position - Math.rint(position)) < 1e-9;
    }
}
