package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.image.Mask;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.TwoModes;

/**
 * Everything found about a wound.
 *
 * @param region what was looked at; empty where nothing was
 * @param gaps number of gaps, where they were found here
 * @param reach pixels across a cell
 * @param modes the model of texture; empty where there is none
 */
public record WoundResult(
        WoundProtocol protocol,
        OptionalDouble pixelSize,
        List<MeasuredFrame> frames,
        Optional<Mask> region,
        int gaps,
        int reach,
        Optional<TwoModes> modes,
        List<Warning> findings,
        WoundKinetics kinetics)
        implements AnalysisResult {
    public WoundResult {
        frames = List.copyOf(frames);
        findings = List.copyOf(findings);
    }

    /** The first measured frame: closure counts from it. */
    Optional<MeasuredFrame> first() {
        return frames.stream().filter(MeasuredFrame::isMeasured).findFirst();
    }

    @Override
    public List<SubjectResult> subjects() {
        return WoundSubjects.of(this);
    }

    @Override
    public List<String> verdicts() {
        return WoundVerdicts.of(this);
    }

    @Override
    public List<Exclusion> exclusions() {
        return frames.stream()
                .filter(frame -> !frame.isMeasured())
                .map(frame -> new Exclusion(
                        frame.frame().path(),
                        frame.frame().name(),
                        frame.warnings().getFirst().message()))
                .toList();
    }

    @Override
    public List<DataPoint> data() {
        List<DataPoint> points = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            MeasuredFrame frame = frames.get(i);
            Map<String, String> subject = new LinkedHashMap<>();
            subject.put("frame", String.valueOf(i + 1));
            points.add(new DataPoint(
                    frame.frame().path(),
                    "",
                    frame.frame().name(),
                    subject,
                    "frame",
                    Amount.of(frame.frame().hours(), "h"),
                    frame.isMeasured() ? Amount.of(frame.pixels(), "px") : Amount.none("px"),
                    Amount.none("%"),
                    frame.isMeasured() ? "" : frame.warnings().getFirst().message()));
        }
        return points;
    }

    /** A mask for every measured frame, and all of them side by side under the key. */
    @Override
    public List<Attachment> attachments() {
        List<Attachment> masks = new ArrayList<>();
        if (region.isEmpty()) {
            return masks;
        }
        int width = region.get().width();
        int height = region.get().height();
        boolean[] strip = new boolean[width * height * frames.size()];
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).isMeasured()) {
                boolean[] open = frames.get(i).open().orElseThrow().inside();
                String name = String.format(Locale.ROOT, "mask-%03d.png", i + 1);
                masks.add(new Attachment(name, "", PngWriter.mask(width, height, open, "")));
                for (int y = 0; y < height; y++) {
                    System.arraycopy(open, y * width, strip, (y * frames.size() + i) * width, width);
                }
            }
        }
        masks.add(new Attachment(
                "masks.png", WoundKeys.MASK.name(), PngWriter.mask(width * frames.size(), height, strip, "")));
        return masks;
    }

    @Override
    public String methods() {
        return WoundMethods.of(this);
    }
}
