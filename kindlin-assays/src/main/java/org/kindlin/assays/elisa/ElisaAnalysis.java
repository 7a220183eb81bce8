package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.BlockQuality;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.LevelSummary;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** The analysis of an in-cell ELISA: a pure function of data and protocol. */
public final class ElisaAnalysis {
    private ElisaAnalysis() {}

    /** Normalises every plate, fits every compound, and sets the loss of cells beside its effect. */
    public static ElisaResult analyze(ElisaData data, ElisaProtocol protocol, long seed) {
        BlockQuality quality = BlockQuality.of(
                data.plates().stream().map(ElisaPlate::signal).toList(),
                WellRole.VEHICLE,
                block -> block.has(WellRole.UNSTIMULATED) ? WellRole.UNSTIMULATED : WellRole.BLANK,
                protocol.quality());
        List<ElisaBlock> blocks = IntStream.range(0, data.plates().size())
                .mapToObj(i -> ElisaBlock.of(new ElisaPlate(
                        quality.blocks().get(i), data.plates().get(i).stain())))
                .toList();
        List<ElisaBlock> usable =
                blocks.stream().filter(ElisaBlock::isActivated).toList();
        List<CompoundEffect> effects = new ArrayList<>();
        CompoundCurves.blocksBySubject(usable)
                .forEach((subject, of) -> effects.add(CompoundEffect.of(subject, of, protocol, seed)));
        List<LevelSummary> levels = usable.stream()
                .flatMap(block -> LevelSummary.of(block).stream())
                .toList();
        List<SubjectResult> plates = plates(blocks, quality.control(), protocol);
        return new ElisaResult(
                protocol,
                blocks,
                effects,
                levels,
                plates,
                quality.control(),
                ElisaVerdicts.of(protocol, blocks, effects, plates),
                ElisaMethods.of(protocol, blocks) + " " + quality.control().methods());
    }

    /** Plates with their controls; what the conditions call for stands with the first. */
    private static List<SubjectResult> plates(List<ElisaBlock> blocks, QualityControl quality, ElisaProtocol protocol) {
        List<SubjectResult> rows = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            SubjectResult row = PlateReport.of(blocks.get(i), quality.plates().get(i), protocol);
            List<Warning> warnings = new ArrayList<>(row.warnings());
            if (rows.isEmpty()) {
                warnings.addAll(ConditionWarnings.of(protocol));
            }
            rows.add(new SubjectResult(row.subject(), row.estimates(), row.tests(), row.quality(), warnings));
        }
        return rows;
    }
}
