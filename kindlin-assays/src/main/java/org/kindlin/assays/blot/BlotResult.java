package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.blot.LinearRange.Place;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/** Everything found on the blots of an experiment. */
public record BlotResult(
        BlotProtocol protocol,
        List<MeasuredBlot> blots,
        List<TargetBand> targets,
        List<LaneRatio> ratios,
        List<FoldChange> changes,
        List<LinearRange> ranges,
        List<CurveResult> curves)
        implements AnalysisResult {
    public BlotResult {
        blots = List.copyOf(blots);
        targets = List.copyOf(targets);
        ratios = List.copyOf(ratios);
        changes = List.copyOf(changes);
        ranges = List.copyOf(ranges);
        curves = List.copyOf(curves);
    }

    /** Where a band lies beside the linear range of its own picture and membrane; empty where that has none. */
    Optional<Place> place(TargetBand band) {
        return ranges.stream().flatMap(range -> range.place(band).stream()).findFirst();
    }

    /** Bands of samples and references that lie so beside the range of their own picture and membrane. */
    List<TargetBand> lying(Place place) {
        return targets.stream()
                .filter(band -> band.use().role() != LaneRole.STANDARD
                        && place(band).filter(place::equals).isPresent())
                .toList();
    }

    @Override
    public List<SubjectResult> subjects() {
        return BlotSubjects.of(this);
    }

    @Override
    public List<String> verdicts() {
        return BlotVerdicts.of(this);
    }

    @Override
    public List<Exclusion> exclusions() {
        List<Exclusion> exclusions = new ArrayList<>();
        for (LaneRatio ratio : ratios) {
            if (ratio.ratio().isEmpty()) {
                exclusions.add(new Exclusion(
                        ratio.use().image(), "lane " + ratio.use().lane() + ", " + ratio.name(), ratio.reason()));
            }
        }
        return exclusions;
    }

    @Override
    public List<DataPoint> data() {
        List<DataPoint> points = new ArrayList<>();
        for (MeasuredBlot blot : blots) {
            for (MeasuredLane lane : blot.gel().lanes()) {
                for (Band band : lane.bands()) {
                    points.add(point(blot, lane, band));
                }
            }
        }
        return points;
    }

    private static DataPoint point(MeasuredBlot blot, MeasuredLane lane, Band band) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("lane", String.valueOf(lane.lane().number()));
        subject.put("band", String.valueOf(band.number()));
        return new DataPoint(
                blot.picture().path(),
                blot.picture().name(),
                "rows " + band.start() + " to " + band.end(),
                subject,
                "band",
                Amount.none(""),
                Amount.of(band.volume(), ""),
                Amount.of(OptionalDouble.empty(), ""),
                band.isSaturated() ? "saturated: " + band.saturatedPixels() + " pixels" : "");
    }

    @Override
    public String methods() {
        return BlotMethods.of(this);
    }
}
