package org.kindlin.assays.kinase;

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
 * What a kinase assay found.
 *
 * @param blocks every plate on its scale
 * @param potencies compound by target
 * @param selectivities between targets, by compound
 * @param levels of plates whose maps state no doses
 * @param plateReports quality of every plate
 * @param quality of the plates, each by itself and from one to the next
 * @param exclusions every reading left out
 */
public record KinaseResult(
        KinaseProtocol protocol,
        List<NormalizedBlock> blocks,
        List<CompoundPotency> potencies,
        List<Selectivity> selectivities,
        List<LevelSummary> levels,
        List<SubjectResult> plateReports,
        QualityControl quality,
        List<Exclusion> exclusions,
        List<String> verdicts,
        String methods)
        implements AnalysisResult {

    public KinaseResult {
        blocks = List.copyOf(blocks);
        potencies = List.copyOf(potencies);
        selectivities = List.copyOf(selectivities);
        levels = List.copyOf(levels);
        plateReports = List.copyOf(plateReports);
        exclusions = List.copyOf(exclusions);
        verdicts = List.copyOf(verdicts);
    }

    /** Compounds by target, then selectivities, then plates with their own curves, then levels. */
    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        potencies.forEach(potency -> subjects.add(potency.result()));
        selectivities.forEach(selectivity -> subjects.add(selectivity.result()));
        subjects.addAll(plateReports);
        subjects.addAll(quality.campaignResults());
        potencies.stream()
                .filter(potency -> potency.plates().size() > 1)
                .flatMap(potency -> potency.plates().stream())
                .forEach(plate -> subjects.add(plate.curve().result()));
        levels.forEach(level -> subjects.add(level.subject(responseUnit(), protocol.level())));
        return subjects;
    }

    @Override
    public List<DataPoint> data() {
        WellPoints points = WellPoints.nanomolar("% ADP", responseUnit());
        return blocks.stream()
                .flatMap(block -> (block.isUsable(protocol.scale())
                                ? points.of(block)
                                : points.ofUnusable(block, "vehicle and background wells are not told apart"))
                        .stream())
                .toList();
    }

    /** Unit of the responses: percent inhibition, or that of the readings where nothing is normalised. */
    String responseUnit() {
        return responseUnit(protocol, blocks);
    }

    static String responseUnit(KinaseProtocol protocol, List<NormalizedBlock> blocks) {
        return protocol.scale().normalization() == Normalization.NONE
                ? blocks.getFirst().block().read().unit()
                : "%";
    }
}
