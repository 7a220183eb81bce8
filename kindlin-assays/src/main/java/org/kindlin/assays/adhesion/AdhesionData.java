package org.kindlin.assays.adhesion;

import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.result.Warning;

/** Pictures and films of adhesions. */
public record AdhesionData(List<Film> films, List<Warning> findings) {
    public AdhesionData {
        films = List.copyOf(films);
        findings = List.copyOf(findings);
    }

    /**
     * One file: a still picture, or a film of several frames.
     *
     * @param frames the channel that shows adhesions, such as paxillin
     * @param second another channel of every frame, such as pFAK; none without one
     * @param depth of the samples
     * @param pixelSize micrometres; empty where nobody states it
     * @param interval minutes between frames; empty where nobody states it
     * @param condition what it is compared by; may be empty
     */
    public record Film(
            String path,
            String name,
            List<ImagePlane> frames,
            List<ImagePlane> second,
            SampleDepth depth,
            OptionalDouble pixelSize,
            OptionalDouble interval,
            String condition,
            boolean isControl) {
        public Film {
            frames = List.copyOf(frames);
            second = List.copyOf(second);
        }

        boolean isMoving() {
            return frames.size() > 1;
        }

        /** Square micrometres of a pixel; 1 where the size is not known. */
        double pixelArea() {
            return pixelSize.isPresent() ? pixelSize.getAsDouble() * pixelSize.getAsDouble() : 1;
        }
    }
}
