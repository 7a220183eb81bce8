package org.kindlin.assays.wound;

import java.util.List;
import org.kindlin.numerics.image.TwoModes;

/**
 * Frames and the model of their texture, smoothed where noise hides the cells. Shot noise is rough on plastic too: where cells
 * are less than four times as rough, the frames are smoothed by as little as makes them so, the same for all.
 *
 * @param smoothing width of the Gaussian in pixels; 0 for none
 */
record Denoised(List<FrameTexture> frames, TextureModel model, double smoothing) {
    private static final double CLEAR = 4;
    private static final double[] WIDTHS = {0.5, 0.7, 0.85, 1, 1.2};

    Denoised {
        frames = List.copyOf(frames);
    }

    /** What cannot be judged as it is stays as it is: smoothing is for cells that are seen, not to make some of noise. */
    static Denoised of(List<FrameTexture> frames, int reach) {
        Denoised best = new Denoised(frames, TextureModel.of(textures(frames)), 0);
        for (double width : WIDTHS) {
            if (best.model.modes().isEmpty() || best.ratio() >= CLEAR) {
                return best;
            }
            List<FrameTexture> smoothed =
                    frames.stream().map(frame -> frame.smoothed(width, reach)).toList();
            TextureModel model = TextureModel.of(textures(smoothed));
            if (model.modes().isEmpty()) {
                return best;
            }
            best = new Denoised(smoothed, model, width);
        }
        return best;
    }

    /** Textures of the frames that are judged. */
    static List<Texture> textures(List<FrameTexture> frames) {
        return frames.stream()
                .filter(FrameTexture::isJudged)
                .map(FrameTexture::texture)
                .toList();
    }

    private double ratio() {
        TwoModes modes = model.modes().orElseThrow();
        return StrictMath.exp(modes.high() - modes.low());
    }
}
