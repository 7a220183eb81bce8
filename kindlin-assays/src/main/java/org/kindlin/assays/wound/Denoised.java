package org.kindlin.assays.wound;

import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.TwoModes;

/**
 * Frames and the model of their texture, smoothed where noise hides the cells. Shot noise is rough on plastic too: where cells
 * are less than four times as rough, the frames are smoothed by as little as makes them so, the same for all.
 *
 * @param smoothing width of the Gaussian in pixels; 0 for none
 */
record Denoised(List<FrameTexture> frames, TextureModel model, double smoothing) {
    static final double CLEAR = 4;
    private static final double[] WIDTHS = {0, 0.5, 0.7, 0.85, 1, 1.2};

    Denoised {
        frames = List.copyOf(frames);
    }

    /**
     * What cannot be judged as it is stays as it is: smoothing is for cells that are seen, not to make some of noise. Frames
     * are measured only where a glance leaves open that this width is the one.
     */
    static Denoised of(List<Exposure> frames, int reach) {
        int last = WIDTHS.length - 1;
        for (int i = 0; i < last; i++) {
            if (Glance.isFaint(frames, WIDTHS[i], reach)) {
                continue;
            }
            Denoised measured = measured(frames, WIDTHS[i], reach);
            if (measured.model.modes().isEmpty()) {
                return i == 0 ? measured : measured(frames, WIDTHS[i - 1], reach);
            }
            if (measured.ratio() >= CLEAR) {
                return measured;
            }
        }
        Denoised smoothest = measured(frames, WIDTHS[last], reach);
        return smoothest.model.modes().isPresent() ? smoothest : measured(frames, WIDTHS[last - 1], reach);
    }

    private static Denoised measured(List<Exposure> frames, double width, int reach) {
        List<FrameTexture> textures = frames.stream()
                .map(frame -> FrameTexture.of(frame, width, reach))
                .toList();
        return new Denoised(textures, TextureModel.of(textures(textures)), width);
    }

    /** A picture smoothed by a Gaussian of this width in pixels; itself for 0. */
    static ImagePlane smooth(ImagePlane plane, double width) {
        return width == 0
                ? plane
                : ImagePlane.of(
                        plane.width(),
                        plane.height(),
                        GaussianFilter.smooth(plane.values(), plane.width(), plane.height(), width, width));
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
