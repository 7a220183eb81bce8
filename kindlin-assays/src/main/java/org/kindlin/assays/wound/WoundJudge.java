package org.kindlin.assays.wound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.TwoModes;

/** Measures the frames of one wound by the experiment's model of texture, where there is a wound. */
final class WoundJudge {
    private static final double SHIFT = 0.1; // of the way between smooth and rough, for the limits of an area
    private static final double UNSURE_FROM = 0.35;
    private static final double UNSURE_TO = 0.65;
    private static final double MOST_UNSURE = 0.45;

    private final TwoModes modes;
    private final EdgeModel edge;
    private final Optional<BitMask> roi;
    private final OptionalDouble pixelSize;
    private final double level;
    private final int reach;

    WoundJudge(TwoModes modes, WoundData data, WoundProtocol protocol, int reach) {
        this.modes = modes;
        this.edge = EdgeModel.of(modes, reach);
        this.roi = data.roi();
        this.pixelSize = data.pixelSize();
        this.level = protocol.level();
        this.reach = reach;
    }

    MeasuredWound judge(WoundData.Wound wound, List<FrameTexture> frames) {
        List<FrameTexture> judged =
                frames.stream().filter(FrameTexture::isJudged).toList();
        if (judged.isEmpty()) {
            Warning why = frames.getFirst().refusal().orElseThrow();
            List<MeasuredFrame> refused = frames.stream()
                    .map(frame ->
                            MeasuredFrame.refused(frame.frame(), frame.refusal().orElse(why)))
                    .toList();
            return new MeasuredWound(wound, refused, roi, 0, Optional.of(why), WoundKinetics.none(why.message()));
        }
        Optional<WoundRegion> found = roi.isPresent() ? Optional.empty() : Optional.of(region(judged));
        Optional<Warning> doubt = found.flatMap(WoundDoubts::of);
        if (doubt.isPresent()) {
            return MeasuredWound.refused(wound, roi, doubt.get());
        }
        BitMask region = roi.or(() -> found.map(WoundRegion::mask)).orElseThrow();
        List<MeasuredFrame> measured = Continuity.check(
                frames.stream().map(frame -> measure(frame, region)).toList());
        return new MeasuredWound(
                wound,
                measured,
                Optional.of(region),
                found.map(WoundRegion::gaps).orElse(0),
                measured.stream().anyMatch(MeasuredFrame::isMeasured)
                        ? Optional.empty()
                        : Optional.of(measured.getFirst().warnings().getFirst()),
                WoundKinetics.of(measured, WoundRegion.length(region), pixelSize, level));
    }

    /** From the frame that is most open: a wound may only look narrower later. */
    private WoundRegion region(List<FrameTexture> judged) {
        BitMask widest = open(judged.getFirst(), edge.threshold());
        for (FrameTexture frame : judged.subList(1, judged.size())) {
            BitMask open = open(frame, edge.threshold());
            widest = open.count() > widest.count() ? open : widest;
        }
        return WoundRegion.of(widest, reach);
    }

    /** Smooth, grown back by the reach of the filter that made the cells seem too large. */
    private BitMask open(FrameTexture frame, double threshold) {
        return frame.texture().atMost(threshold).dilate(edge.growth());
    }

    private MeasuredFrame measure(FrameTexture frame, BitMask region) {
        if (!frame.isJudged()) {
            return MeasuredFrame.refused(frame.frame(), frame.refusal().orElseThrow());
        }
        BitMask open = open(frame, edge.threshold()).and(region);
        double unsure = unsure(frame.texture(), region);
        if (unsure > MOST_UNSURE) {
            String why = String.format(
                    Locale.ROOT, "%.0f %% of the wound's region is neither smooth nor rough", 100 * unsure);
            return MeasuredFrame.refused(frame.frame(), new Warning("abstained", why));
        }
        int least = open(frame, edge.moved(-SHIFT)).and(region).count();
        int most = open(frame, edge.moved(SHIFT)).and(region).count();
        return new MeasuredFrame(
                frame.frame(), Optional.of(open), open.count(), open.filled().count(), least, most, unsure, List.of());
    }

    private double unsure(Texture texture, BitMask region) {
        BitMask smooth = texture.atMost(modes.between(UNSURE_FROM));
        BitMask rough = texture.atMost(modes.between(UNSURE_TO)).not();
        return smooth.or(rough).not().and(region).count() / (double) Math.max(1, region.count());
    }
}
