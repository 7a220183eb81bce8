package org.kindlin.assays.wound;

import java.util.ArrayList;
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
        List<Seen> all = seen(frames);
        Place place = roi.isPresent() ? new Place(all, Optional.empty(), Optional.empty()) : place(all);
        if (place.doubt().isPresent()) {
            return MeasuredWound.refused(wound, roi, place.doubt().get());
        }
        List<Seen> seen = place.seen();
        Optional<WoundRegion> found = place.found();
        BitMask region = roi.or(() -> found.map(WoundRegion::mask)).orElseThrow();
        List<MeasuredFrame> shown = Continuity.check(
                seen.stream().map(frame -> measure(frame, region)).toList());
        Optional<GapLines> gaps =
                shown.stream().filter(MeasuredFrame::isMeasured).count() < 2
                        ? Optional.empty()
                        : Optional.of(GapLines.of(region));
        List<MeasuredFrame> measured = gaps.map(lines -> new Slits(lines, edge.widestUnseen()).addedTo(shown))
                .orElse(shown);
        return new MeasuredWound(
                wound,
                measured,
                Optional.of(region),
                found.map(WoundRegion::gaps).orElse(0),
                measured.stream().anyMatch(MeasuredFrame::isMeasured)
                        ? Optional.empty()
                        : Optional.of(measured.getFirst().warnings().getFirst()),
                gaps.map(lines -> WoundKinetics.of(measured, region, lines, reach, pixelSize))
                        .orElseGet(() -> WoundKinetics.none("fewer than two frames were measured")));
    }

    /** A frame and, where it is judged, what is open in it. */
    private record Seen(FrameTexture frame, Optional<OpenArea> area) {}

    private List<Seen> seen(List<FrameTexture> frames) {
        List<Seen> all = new ArrayList<>();
        Optional<OpenArea> before = Optional.empty();
        for (FrameTexture frame : frames) {
            Optional<OpenArea> area = Optional.empty();
            if (frame.isJudged()) {
                area = Optional.of(OpenArea.of(frame.texture(), edge, reach).after(before, reach));
                before = area;
            }
            all.add(new Seen(frame, area));
        }
        return all;
    }

    /**
     * Where the wound is.
     *
     * @param seen the frames, those refused that show none
     * @param found empty where the place is stated
     * @param doubt why there is none
     */
    private record Place(List<Seen> seen, Optional<WoundRegion> found, Optional<Warning> doubt) {}

    /** By all frames; where the widest shows no wound by most of them: one frame of few cells is no reason to refuse the others. */
    private Place place(List<Seen> all) {
        WoundRegion first = region(all);
        Optional<Warning> doubt = WoundDoubts.of(first);
        long judged = all.stream().filter(frame -> frame.area().isPresent()).count();
        List<Seen> seen = new ArrayList<>(all);
        Optional<Warning> why = doubt;
        for (long left = judged - 1; why.isPresent() && left > 1 && 2 * left > judged; left--) {
            Seen widest = widest(seen);
            seen.set(
                    seen.indexOf(widest),
                    new Seen(widest.frame().refused(why.get().message()), Optional.empty()));
            WoundRegion next = region(seen);
            why = WoundDoubts.of(next);
            if (why.isEmpty()) {
                return new Place(seen, Optional.of(next), why);
            }
        }
        return new Place(all, Optional.of(first), doubt);
    }

    /** From the frame that is most open: a wound may only look narrower later. */
    private WoundRegion region(List<Seen> seen) {
        return WoundRegion.of(widest(seen).area().orElseThrow().open(), reach);
    }

    private static Seen widest(List<Seen> seen) {
        return seen.stream()
                .filter(frame -> frame.area().isPresent())
                .reduce((one, other) -> open(other) > open(one) ? other : one)
                .orElseThrow();
    }

    private static int open(Seen seen) {
        return seen.area().map(area -> area.open().count()).orElse(0);
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
                0,
                unsure,
                List.of());
    }
}
