package org.kindlin.assays.wound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.TwoModes;

/**
 * One meaning of smooth and rough for a whole experiment: the two hills of the textures of all frames together.
 *
 * @param modes empty where the textures do not fall into two
 * @param doubt why no frame can be judged; empty where they can
 */
record TextureModel(Optional<TwoModes> modes, Optional<Warning> doubt) {
    private static final int SAMPLE = 200_000;
    private static final double DEEPEST = 0.5;
    private static final double LEAST_RATIO = 1.8;

    static TextureModel of(List<Texture> textures) {
        TwoModes modes = TwoModes.of(sample(textures)).orElse(null);
        if (modes == null) {
            return refused("the frames have one texture only, so that open and covered cannot be told apart");
        }
        double ratio = StrictMath.exp(modes.high() - modes.low());
        if (ratio < LEAST_RATIO) {
            return refused(String.format(
                    Locale.ROOT,
                    "the rough parts are only %.2f times as rough as the smooth ones: cells do not stand out of the"
                            + " background",
                    ratio));
        }
        if (modes.valley() > DEEPEST) {
            return refused(String.format(
                    Locale.ROOT,
                    "smooth and rough run into each other (density between them %.0f %% of that of the rarer)",
                    100 * modes.valley()));
        }
        return new TextureModel(Optional.of(modes), Optional.empty());
    }

    private static TextureModel refused(String why) {
        return new TextureModel(Optional.empty(), Optional.of(new Warning("abstained", why)));
    }

    private static float[] sample(List<Texture> textures) {
        int length = textures.getFirst().values().length;
        int step = Math.max(1, (int) ((long) length * textures.size() / SAMPLE));
        float[] sample = new float[textures.size() * ((length + step - 1) / step)];
        int n = 0;
        for (Texture texture : textures) {
            for (int i = 0; i < length; i += step) {
                sample[n++] = texture.values()[i];
            }
        }
        return sample;
    }
}
