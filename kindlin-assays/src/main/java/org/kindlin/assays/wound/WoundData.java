package org.kindlin.assays.wound;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Mask;
import org.kindlin.assays.result.Warning;

/**
 * The frames of one wound, all of one size.
 *
 * @param roi the part that is looked at; empty where the wound itself is to say
 * @param pixelSize micrometres; empty where nobody states it
 */
public record WoundData(List<Frame> frames, Optional<Mask> roi, OptionalDouble pixelSize, List<Warning> findings) {
    public WoundData {
        frames = List.copyOf(frames);
        findings = List.copyOf(findings);
    }

    /**
     * One picture of the wound.
     *
     * @param hours since the first; empty where nobody states it
     */
    public record Frame(String path, String name, ImagePlane plane, OptionalDouble hours) {}
}
