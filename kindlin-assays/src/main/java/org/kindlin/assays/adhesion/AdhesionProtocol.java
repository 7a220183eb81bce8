package org.kindlin.assays.adhesion;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The parameters of an adhesion analysis.
 *
 * @param pixelSize micrometres; empty to take it from the files
 * @param interval minutes between frames; empty to take it from the files
 * @param leastArea square micrometres, or pixels where no pixel size is known
 * @param contrast how many deviations of the background an adhesion stands out by
 * @param cameraOffset counts without light; empty for no correction of bleaching
 * @param adhesionChannel which channel shows adhesions, from 1; empty for the first
 * @param ratioChannel which channel is compared to it; empty for the other of two
 * @param bleedThrough part of the light of adhesions that shows in the channel compared to it
 * @param level of intervals
 */
public record AdhesionProtocol(
        OptionalDouble pixelSize,
        OptionalDouble interval,
        OptionalDouble leastArea,
        double contrast,
        OptionalDouble cameraOffset,
        OptionalInt adhesionChannel,
        OptionalInt ratioChannel,
        double bleedThrough,
        double level) {}
