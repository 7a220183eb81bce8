package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.assay.LevelSummary;
import org.kindlin.assays.plate.assay.WellPoints;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/**
 * What a viability assay found.
 *
 * @param blocks every treated plate on its scale
 * @param sensitivities compound by cell line
 * @param comparisons between cell lines, by compound
 * @param lines growth of untreated cells
 * @param levels of plates whose maps state no doses
 * @param plateReports quality of every plate
 * @param quality of the plates, each by itself and from one to the next
 * @param exclusions every reading left out
 */
public record ViabilityResult(
        ViabilityProtocol protocol,
        List<ViabilityBlock> blocks,
        List<Sensitivity> sensitivities,
        List<SubjectResult> comparisons,
        List<SubjectResult> lines,
        List<LevelSummary> levels,
        List<SubjectResult> plateReports,
        QualityControl quality,
        List<Exclusion> exclusions,
        List<String> verdicts,
        String methods)
        implements AnalysisResult {

    public ViabilityResult {
        blocks = List.copyOf(blocks);
        sensitivities = List.copyOf(sensitivities);
        comparisons = List.copyOf(comparisons);
        lines = List.copyOf(lines);
        levels = List.copyOf(levels);
        plateReports = List.copyOf(plateReports);
        exclusions = List.copyOf(exclusions);
        verdicts = List.copyOf(verdicts);
    }

    /** Compounds by cell line, then comparisons, then lines, then plates with their own curves, then levels. */
    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        sensitivities.forEach(sensitivity -> subjects.add(sensitivity.result()));
        subjects.addAll(comparisons);
        subjects.addAll(lines);
        subjects.addAll(plateReports);
        subjects.addAll(quality.campaignResults());
        sensitivities.stream()
                .filter(sensitivity -> sensitivity.viability().plates().size() > 1)
                .flatMap(sensitivity -> sensitivity.viability().plates().stream())
                .forEach(plate -> subjects.add(plate.curve().result()));
        levels.forEach(
                level -> subjects.add(level.subject("%", protocol.curves().level())));
        return subjects;
    }

    @Override
    public List<DataPoint> data() {
        WellPoints points = WellPoints.nanomolar("", "%");
        return blocks.stream()
                .flatMap(block -> (block.isUsable()
                                ? points.of(block)
                                : points.ofUnusable(block, ViabilityAnalysis.INVERTED))
                        .stream())
                .toList();
    }
}
