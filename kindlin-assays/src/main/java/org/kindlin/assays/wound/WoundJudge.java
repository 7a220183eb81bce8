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
    private static final double MOST_UNSURE = 0.45;

    private final EdgeModel edge;
    private final Optional<BitMask> roi;
    private final OptionalDouble pixelSize;
    private final int reach;

    WoundJudge(TwoModes modes, WoundData data, int reach) {
        this.edge = EdgeModel.of(modes, reach);
        this.roi = data.roi();
        this.pixelSize = data.pixelSize();
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
        List<Seen> seen = frames.stream().map(this::seen).toList();
        Optional<WoundRegion> found = roi.isPresent() ? Optional.empty() : Optional.of(region(seen));
        Optional<Warning> doubt = found.flatMap(WoundDoubts::of);
        if (doubt.isPresent()) {
            return MeasuredWound.refused(wound, roi, doubt.get());
        }
        BitMask region = roi.or(() -> found.map(WoundRegion::mask)).orElseThrow();
        List<MeasuredFrame> measured = Continuity.check(
                seen.stream().map(frame -> measure(frame, region)).toList());
        return new MeasuredWound(
                wound,
                measured,
                Optional.of(region),
                found.map(WoundRegion::gaps).orElse(0),
                measured.stream().anyMatch(MeasuredFrame::isMeasured)
                        ? Optional.empty()
                        : Optional.of(measured.getFirst().warnings().getFirst()),
                WoundKinetics.of(measured, region, reach, pixelSize));
    }

    /** A frame and, where it is judged, what is open in it. */
    private record Seen(FrameTexture frame, Optional<OpenArea> area) {}

    private Seen seen(FrameTexture frame) {
        return new Seen(frame, frame.isJudged() ? Optional.of(OpenArea.of(frame.texture(), edge)) : Optional.empty());
    }

    /** From the frame that is most open: a wound may only look narrower later. */
    private WoundRegion region(List<Seen> seen) {
        BitMask widest = seen.stream()
                .flatMap(frame -> frame.area().stream())
                .map(OpenArea::open)
                .reduce((one, other) -> other.count() > one.count() ? other : one)
                .orElseThrow();
        return WoundRegion.of(widest, reach);
    }

    private MeasuredFrame measure(Seen seen, BitMask region) {
        WoundData.Frame frame = seen.frame().frame();
        if (seen.area().isEmpty()) {
            return MeasuredFrame.refused(frame, seen.frame().refusal().orElseThrow());
        }
        OpenArea area = seen.area().get().within(region);
        double unsure = area.unsure().count() / (double) Math.max(1, region.count());
        if (unsure > MOST_UNSURE) {
            String why = String.format(
                    Locale.ROOT, "%.0f %% of the wound's region is neither smooth nor rough", 100 * unsure);
            return MeasuredFrame.refused(frame, new Warning("abstained", why));
        }
        BitMask open = area.open();
        return new MeasuredFrame(
                frame,
                Optional.of(open),
                open.count(),
                area.least().count(),
                area.most().count(),
                unsure,
                List.of());
    }
}
