package org.kindlin.assays.elisa;

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
 * What an in-cell ELISA found.
 *
 * @param blocks every plate on its scale
 * @param effects compound by compound
 * @param levels of plates whose maps state no doses
 * @param plates controls of every plate
 * @param quality of the plates, each by itself and from one to the next
 */
public record ElisaResult(
        ElisaProtocol protocol,
        List<ElisaBlock> blocks,
        List<CompoundEffect> effects,
        List<LevelSummary> levels,
        List<SubjectResult> plates,
        QualityControl quality,
        List<String> verdicts,
        String methods)
        implements AnalysisResult {

    public ElisaResult {
        blocks = List.copyOf(blocks);
        effects = List.copyOf(effects);
        levels = List.copyOf(levels);
        plates = List.copyOf(plates);
        verdicts = List.copyOf(verdicts);
    }

    /** Compounds with their doses, then plates, then levels. */
    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        effects.forEach(effect -> subjects.addAll(effect.rows()));
        subjects.addAll(plates);
        subjects.addAll(quality.campaignResults());
        levels.forEach(level -> subjects.add(level.subject("%", protocol.level())));
        return subjects;
    }

    @Override
    public List<DataPoint> data() {
        WellPoints points = WellPoints.nanomolar("", "%");
        return blocks.stream()
                .flatMap(block -> (block.isActivated()
                                ? points.of(block)
                                : points.ofUnusable(block, "vehicle wells do not read above the baseline"))
                        .stream())
                .toList();
    }

    @Override
    public List<Exclusion> exclusions() {
        List<Exclusion> exclusions = new ArrayList<>();
        for (ElisaBlock block : blocks) {
            exclusions.addAll(block.block().exclusions());
            if (!block.isActivated()) {
                exclusions.add(new Exclusion(
                        block.block().file(),
                        "plate " + block.block().plate(),
                        "every well: vehicle wells do not read above the baseline"));
            }
        }
        return exclusions.stream().distinct().toList();
    }
}
