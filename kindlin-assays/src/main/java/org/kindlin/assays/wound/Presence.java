package org.kindlin.assays.wound;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kindlin.numerics.image.TwoModes;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Whether the cells of a wound are there in each of its frames, and as sharp as elsewhere. Cells do not leave: what is covered
 * in most of the other frames is covered in this one, or the frame shows something else or nothing sharp.
 */
final class Presence {
    private static final double LEAST_ROUGHNESS = 0.7;
    private static final double MOST_FRAMES = 0.7;
    private static final double LEAST_LEFT = 0.5;
    private static final double LEAST_LEFT_OF_FEW = 0.2;
    private static final int MANY = 4;
    private static final double LEAST_SHEET = 0.02;
    private static final int STEP = 29;

    private Presence() {}

    static List<FrameTexture> check(List<FrameTexture> frames, TwoModes modes) {
        List<FrameTexture> sharp = frames.stream()
                .map(frame -> frame.isJudged() ? sharp(frame, modes) : frame)
                .toList();
        List<FrameTexture> judged =
                sharp.stream().filter(FrameTexture::isJudged).toList();
        if (judged.size() < 2) {
            return sharp;
        }
        int[] covered = covered(judged, modes.threshold());
        return sharp.stream()
                .map(frame -> frame.isJudged() ? present(frame, covered, judged.size(), modes.threshold()) : frame)
                .toList();
    }

    /** In how many frames each of some places is covered. */
    private static int[] covered(List<FrameTexture> frames, double threshold) {
        int[] covered = new int[(frames.getFirst().texture().values().length + STEP - 1) / STEP];
        for (FrameTexture frame : frames) {
            float[] texture = frame.texture().values();
            for (int i = 0; i < covered.length; i++) {
                covered[i] += texture[i * STEP] > threshold ? 1 : 0;
            }
        }
        return covered;
    }

    private static FrameTexture sharp(FrameTexture frame, TwoModes modes) {
        double rough = roughness(frame.texture(), modes);
        return rough >= LEAST_ROUGHNESS
                ? frame
                : frame.refused(String.format(
                        Locale.ROOT,
                        "the cells of this frame have lost %.0f %% of the contrast that the experiment's cells have: out of"
                                + " focus, or another exposure",
                        100 * (1 - rough)));
    }

    /** How far the rough part of a frame stands from smooth, where that of the experiment stands at 1. */
    private static double roughness(Texture frame, TwoModes modes) {
        float[] texture = frame.values();
        double[] rough = new double[texture.length / STEP + 1];
        int n = 0;
        for (int i = 0; i < texture.length; i += STEP) {
            if (texture[i] > modes.between(0.3)) {
                rough[n++] = texture[i];
            }
        }
        if (n < 50) {
            return 1; // bare, not blurred
        }
        double middle = Descriptive.median(Arrays.copyOf(rough, n));
        return (middle - modes.low()) / (modes.high() - modes.low());
    }

    private static FrameTexture present(FrameTexture frame, int[] covered, int frames, double threshold) {
        float[] texture = frame.texture().values();
        int sheet = 0;
        int left = 0;
        for (int i = 0; i < covered.length; i++) {
            int own = texture[i * STEP] > threshold ? 1 : 0;
            boolean isSheet = covered[i] - own >= MOST_FRAMES * (frames - 1);
            sheet += isSheet ? 1 : 0;
            left += isSheet ? own : 0;
        }
        double part = sheet > LEAST_SHEET * covered.length ? left / (double) sheet : 1;
        return part >= (frames >= MANY ? LEAST_LEFT : LEAST_LEFT_OF_FEW)
                ? frame
                : frame.refused(String.format(
                        Locale.ROOT,
                        "only %.0f %% of what cells cover in other frames is covered in this one: out of focus, or another"
                                + " place",
                        100 * part));
    }
}
