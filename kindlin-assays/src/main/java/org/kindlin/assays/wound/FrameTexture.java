package org.kindlin.assays.wound;

import java.util.Optional;
import org.kindlin.assays.result.Warning;

/**
 * A frame by its texture, or why it is not judged.
 *
 * @param texture by {@link Texture}
 * @param refusal why it is not judged; empty while nothing speaks against it
 */
record FrameTexture(WoundData.Frame frame, Texture texture, Optional<Warning> refusal) {

    /** The texture of a frame smoothed by a Gaussian of this width in pixels; 0 for none. */
    static FrameTexture of(Exposure exposure, double smoothing, int reach) {
        Texture texture = Texture.of(Denoised.smooth(exposure.frame().plane(), smoothing), reach);
        return new FrameTexture(exposure.frame(), texture, exposure.refusal());
    }

    boolean isJudged() {
        return refusal.isEmpty();
    }

    FrameTexture refused(String why) {
        return new FrameTexture(frame, texture, Optional.of(new Warning("abstained", why)));
    }
}
