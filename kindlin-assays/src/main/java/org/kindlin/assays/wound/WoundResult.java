package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.TwoModes;

/**
 * Everything found about wounds.
 *
 * @param window through which the texture was seen
 * @param modes the model of texture; empty where there is none
 * @param velocities over treatments, where they are stated
 */
public record WoundResult(
        WoundProtocol protocol,
        OptionalDouble pixelSize,
        List<MeasuredWound> wounds,
        Window window,
        Optional<TwoModes> modes,
        List<Warning> findings,
        Velocities velocities)
        implements AnalysisResult {
    public WoundResult {
        wounds = List.copyOf(wounds);
        findings = List.copyOf(findings);
    }

    /**
     * How texture was measured.
     *
     * @param reach pixels across a cell
     * @param smoothing width of the Gaussian before it, in pixels; 0 for none
     */
    public record Window(int reach, double smoothing) {}

    Stream<MeasuredFrame> frames() {
        return wounds.stream().flatMap(wound -> wound.frames().stream());
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
        return frames().filter(frame -> !frame.isMeasured())
                .map(frame -> new Exclusion(
                        frame.frame().path(),
                        frame.frame().name(),
                        frame.warnings().getFirst().message()))
                .toList();
    }

    @Override
    public List<DataPoint> data() {
        List<DataPoint> points = new ArrayList<>();
        for (MeasuredWound wound : wounds) {
            for (int i = 0; i < wound.frames().size(); i++) {
                MeasuredFrame frame = wound.frames().get(i);
                Map<String, String> subject = WoundSubjects.frameSubject(wound, i);
                subject.putAll(wound.wound().treatment().subject(protocol.doseUnit()));
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
        }
        return points;
    }

    /** A mask for every measured frame, and all of them in one picture under the key: frames side by side, wounds below each other. */
    @Override
    public List<Attachment> attachments() {
        return WoundMasks.of(wounds);
    }

    @Override
    public String methods() {
        return WoundMethods.of(this);
    }
}
