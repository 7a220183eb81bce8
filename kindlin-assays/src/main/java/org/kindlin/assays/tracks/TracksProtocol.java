package org.kindlin.assays.tracks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.motion.TrackLinker;

/**
 * The parameters of a track analysis.
 *
 * @param columns where tables keep what, where it is stated
 * @param by columns or tags that tell groups apart
 * @param replicate column or tag with the name of the replicate
 * @param pixelSize micrometres in a pixel, for files in pixels
 * @param frameInterval minutes between frames, for files in frames
 * @param detection of cells in films
 * @param linker of detections that no tracker has linked
 * @param fewestPoints positions that a track must have
 * @param gradient direction of a gradient in degrees, where there is one
 * @param level of intervals
 */
public record TracksProtocol(
        Columns columns,
        List<String> by,
        Optional<String> replicate,
        OptionalDouble pixelSize,
        OptionalDouble frameInterval,
        SpotDetection detection,
        TrackLinker linker,
        int fewestPoints,
        OptionalDouble gradient,
        double level) {
    public TracksProtocol {
        by = List.copyOf(by);
    }

    /** Names of columns; empty to find them by their names. */
    public record Columns(
            Optional<String> track,
            Optional<String> time,
            Optional<String> x,
            Optional<String> y,
            Optional<String> z) {}
}
