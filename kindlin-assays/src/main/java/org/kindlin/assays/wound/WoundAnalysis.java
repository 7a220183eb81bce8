package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.TwoModes;

/** One model of texture for all frames of all wounds, then each wound by it, or not at all; a pure function. */
final class WoundAnalysis {
    private final WoundData data;
    private final WoundProtocol protocol;
    private final int reach;
    private final long seed;

    private WoundAnalysis(WoundData data, WoundProtocol protocol, long seed) {
        this.data = data;
        this.protocol = protocol;
        this.seed = seed;
        ImagePlane plane = data.frames().findFirst().orElseThrow().plane();
        this.reach = protocol.reach(plane.width(), plane.height());
    }

    static WoundResult analyze(WoundData data, WoundProtocol protocol, long seed) {
        return new WoundAnalysis(data, protocol, seed).result();
    }

    private WoundResult result() {
        List<Exposure> all = Exposure.alike(data.frames().map(Exposure::of).toList());
        if (all.stream().noneMatch(Exposure::isJudged)) {
            return refused(all.getFirst().refusal().orElseThrow());
        }
        Denoised clear = Denoised.of(all, reach);
        List<FrameTexture> frames = clear.frames();
        if (clear.model().modes().isEmpty()) {
            return refused(clear.model().doubt().orElseThrow());
        }
        TwoModes modes = clear.model().modes().get();
        List<List<FrameTexture>> byWound = presence(frames, modes);
        List<Texture> left =
                Denoised.textures(byWound.stream().flatMap(List::stream).toList());
        if (!left.isEmpty() && left.size() < Denoised.textures(frames).size()) {
            // what was refused has bent the model that refused it
            modes = TextureModel.of(left).modes().orElse(modes);
            byWound = presence(frames, modes);
        }
        WoundJudge judge = new WoundJudge(modes, data, reach);
        List<MeasuredWound> wounds = new ArrayList<>();
        for (int i = 0; i < byWound.size(); i++) {
            wounds.add(judge.judge(data.wounds().get(i), byWound.get(i)));
        }
        return new WoundResult(
                protocol,
                data.pixelSize(),
                wounds,
                new WoundResult.Window(reach, clear.smoothing()),
                Optional.of(modes),
                data.findings(),
                Velocities.of(wounds, protocol, seed));
    }

    /** The frames wound by wound, without those in which the wound's cells are not there. */
    private List<List<FrameTexture>> presence(List<FrameTexture> frames, TwoModes modes) {
        List<List<FrameTexture>> byWound = new ArrayList<>();
        int from = 0;
        for (WoundData.Wound wound : data.wounds()) {
            int to = from + wound.frames().size();
            byWound.add(Presence.check(frames.subList(from, to), modes));
            from = to;
        }
        return byWound;
    }

    private WoundResult refused(Warning why) {
        List<MeasuredWound> wounds = data.wounds().stream()
                .map(wound -> MeasuredWound.refused(wound, data.roi(), why))
                .toList();
        return new WoundResult(
                protocol,
                data.pixelSize(),
                wounds,
                new WoundResult.Window(reach, 0),
                Optional.empty(),
                data.findings(),
                Velocities.NONE);
    }
}
