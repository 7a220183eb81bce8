package org.kindlin.assays.wound;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The parameters of a wound analysis.
 *
 * @param pixelSize micrometres; empty to take it from the files
 * @param interval hours between frames; empty to take it from the files
 * @param times hours of every frame, where they are stated one by one
 * @param cellSize pixels across a cell; empty for a hundredth of the shorter side of a frame
 * @param doseUnit of the doses of a layout; may be empty
 * @param level of intervals
 */
public record WoundProtocol(
        OptionalDouble pixelSize,
        OptionalDouble interval,
        List<Double> times,
        OptionalDouble cellSize,
        String doseUnit,
        double level) {
    private static final double USUAL_PART = 0.01;
    private static final int LEAST = 3;

    public WoundProtocol {
        times = List.copyOf(times);
    }

    /** Pixels across a cell of a frame: the reach of the texture filter. */
    int reach(int width, int height) {
        return (int) Math.max(LEAST, Math.rint(cellSize.orElse(USUAL_PART * Math.min(width, height))));
    }
}
