package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.image.Mask;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.TwoModes;
import org.kindlin.numerics.statistics.Descriptive;

/** One model of texture for all frames, then each frame by it, or not at all; a pure function. */
final class WoundAnalysis {
    private static final double SHIFT = 0.1; // of the way between smooth and rough, for the interval of an area
    private static final double UNSURE_FROM = 0.35;
    private static final double UNSURE_TO = 0.65;
    private static final double MOST_UNSURE = 0.45;
    private static final double BLURRED = 0.7;
    private static final double SCATTERED = 0.5;
    private static final double SMALLEST_GAP = 0.005;

    private final WoundData data;
    private final WoundProtocol protocol;
    private final int width;
    private final int height;
    private final int reach;

    private WoundAnalysis(WoundData data, WoundProtocol protocol) {
        this.data = data;
        this.protocol = protocol;
        this.width = data.frames().getFirst().plane().width();
        this.height = data.frames().getFirst().plane().height();
        this.reach = protocol.reach(width, height);
    }

    static WoundResult analyze(WoundData data, WoundProtocol protocol) {
        return new WoundAnalysis(data, protocol).result();
    }

    private WoundResult result() {
        List<float[]> textures = data.frames().stream()
                .map(frame -> Texture.of(frame.plane(), reach))
                .toList();
        TextureModel model = TextureModel.of(textures);
        List<Warning> findings = new ArrayList<>(data.findings());
        model.doubt().ifPresent(findings::add);
        if (model.modes().isEmpty()) {
            return refused(findings, model.doubt().orElseThrow());
        }
        TwoModes modes = model.modes().get();
        Optional<WoundRegion> found = data.roi().isPresent() ? Optional.empty() : Optional.of(region(textures, modes));
        Mask region = data.roi().or(() -> found.map(WoundRegion::mask)).orElseThrow();
        Optional<Warning> doubt = found.flatMap(this::doubt);
        if (doubt.isPresent()) {
            findings.add(doubt.get());
            return refused(findings, doubt.get());
        }
        List<MeasuredFrame> frames = new ArrayList<>();
        for (int i = 0; i < textures.size(); i++) {
            frames.add(measure(data.frames().get(i), textures.get(i), modes, region));
        }
        if (frames.stream().noneMatch(MeasuredFrame::isMeasured)) {
            findings.add(frames.getFirst().warnings().getFirst());
        }
        int gaps = found.map(WoundRegion::gaps).orElse(0);
        return new WoundResult(
                protocol,
                data.pixelSize(),
                frames,
                Optional.of(region),
                gaps,
                reach,
                Optional.of(modes),
                findings,
                WoundKinetics.of(frames, WoundRegion.length(region), data.pixelSize(), protocol.level()));
    }

    /** From the frame that is most open: a wound may only look narrower later. */
    private WoundRegion region(List<float[]> textures, TwoModes modes) {
        Mask widest = null;
        for (float[] texture : textures) {
            Mask open = OpenArea.of(texture, width, height, reach, modes.threshold());
            widest = widest == null || open.count() > widest.count() ? open : widest;
        }
        return WoundRegion.of(java.util.Objects.requireNonNull(widest), reach);
    }

    private Optional<Warning> doubt(WoundRegion region) {
        if (region.gaps() == 0 || region.mask().count() < SMALLEST_GAP * width * height) {
            return Optional.of(new Warning(
                    "abstained", "no open part is larger than holes between cells: there is no wound to measure"));
        }
        return region.share() < SCATTERED
                ? Optional.of(new Warning(
                        "abstained",
                        String.format(
                                java.util.Locale.ROOT,
                                "only %.0f %% of the open area lies in large gaps: the cells are too sparse to tell a wound"
                                        + " from holes; state a region with roi",
                                100 * region.share())))
                : Optional.empty();
    }

    private MeasuredFrame measure(WoundData.Frame frame, float[] texture, TwoModes modes, Mask region) {
        Mask open =
                OpenArea.of(texture, width, height, reach, modes.threshold()).and(region);
        double unsure = unsure(texture, modes, region);
        List<Warning> warnings = new ArrayList<>();
        double rough = roughness(texture, modes);
        if (rough < BLURRED) {
            warnings.add(new Warning(
                    "abstained",
                    String.format(
                            java.util.Locale.ROOT,
                            "the cells of this frame have lost %.0f %% of the contrast that the experiment's cells have:"
                                    + " out of focus, or another exposure",
                            100 * (1 - rough))));
        } else if (unsure > MOST_UNSURE) {
            warnings.add(new Warning(
                    "abstained",
                    String.format(
                            java.util.Locale.ROOT,
                            "%.0f %% of the wound's region is neither smooth nor rough",
                            100 * unsure)));
        }
        if (!warnings.isEmpty()) {
            return new MeasuredFrame(frame, Optional.empty(), 0, 0, 0, unsure, warnings);
        }
        int least = OpenArea.of(texture, width, height, reach, modes.between(0.5 - SHIFT))
                .and(region)
                .count();
        int most = OpenArea.of(texture, width, height, reach, modes.between(0.5 + SHIFT))
                .and(region)
                .count();
        return new MeasuredFrame(frame, Optional.of(open), open.count(), least, most, unsure, warnings);
    }

    private static double unsure(float[] texture, TwoModes modes, Mask region) {
        double from = modes.between(UNSURE_FROM);
        double to = modes.between(UNSURE_TO);
        int unsure = 0;
        for (int i = 0; i < texture.length; i++) {
            unsure += region.inside()[i] && texture[i] > from && texture[i] < to ? 1 : 0;
        }
        return unsure / (double) Math.max(1, region.count());
    }

    /** How far the rough part of a frame stands from smooth, where that of the experiment stands at 1. */
    private static double roughness(float[] texture, TwoModes modes) {
        double[] rough = new double[texture.length / 7 + 1];
        int n = 0;
        for (int i = 0; i < texture.length; i += 7) {
            if (texture[i] > modes.between(0.3)) {
                rough[n++] = texture[i];
            }
        }
        if (n < 50) {
            return 1; // a frame without cells is open, not blurred
        }
        double middle = Descriptive.median(java.util.Arrays.copyOf(rough, n));
        return (middle - modes.low()) / (modes.high() - modes.low());
    }

    private WoundResult refused(List<Warning> findings, Warning why) {
        List<MeasuredFrame> frames = data.frames().stream()
                .map(frame -> new MeasuredFrame(frame, Optional.empty(), 0, 0, 0, 1, List.of(why)))
                .toList();
        return new WoundResult(
                protocol,
                data.pixelSize(),
                frames,
                data.roi(),
                0,
                reach,
                Optional.empty(),
                findings,
                WoundKinetics.none(why.message()));
    }
}
