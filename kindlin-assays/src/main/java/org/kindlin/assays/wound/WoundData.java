package org.kindlin.assays.wound;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.BitMask;

/**
 * The wounds of an experiment, all frames of one size.
 *
 * @param roi the part that is looked at; empty where the wound itself is to say
 * @param pixelSize micrometres; empty where nobody states it
 */
public record WoundData(List<Wound> wounds, Optional<BitMask> roi, OptionalDouble pixelSize, List<Warning> findings) {
    public WoundData {
        wounds = List.copyOf(wounds);
        findings = List.copyOf(findings);
    }

    /**
     * One wound over time.
     *
     * @param name empty where it is the only one and nobody named it
     */
    public record Wound(String name, Treatment treatment, List<Frame> frames) {
        public Wound {
            frames = List.copyOf(frames);
        }
    }

    /**
     * One picture of a wound.
     *
     * @param hours since the first; empty where nobody states it
     */
    public record Frame(String path, String name, ImagePlane plane, OptionalDouble hours) {}

    Stream<Frame> frames() {
        return wounds.stream().flatMap(wound -> wound.frames().stream());
    }
}
