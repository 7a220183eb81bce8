package org.kindlin.assays.adhesion;

import java.util.OptionalDouble;

/**
 * The parameters of an adhesion analysis.
 *
 * @param pixelSize micrometres; empty to take it from the files
 * @param interval minutes between frames; empty to take it from the files
 * @param leastArea square micrometres, or pixels where no pixel size is known
 * @param contrast how many deviations of the background an adhesion stands out by
 * @param cameraOffset counts without light; empty for no correction of bleaching
 * @param level of intervals
 */
public record AdhesionProtocol(
        OptionalDouble pixelSize,
        OptionalDouble interval,
        OptionalDouble leastArea,
        double contrast,
        OptionalDouble cameraOffset,
        double level) {}
