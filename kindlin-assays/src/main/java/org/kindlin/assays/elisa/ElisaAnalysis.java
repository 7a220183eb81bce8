package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.LevelSummary;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** The analysis of an in-cell ELISA: a pure function of data and protocol. */
public final class ElisaAnalysis {
    private ElisaAnalysis() {}

    /** Normalises every plate, fits every compound, and sets the loss of cells beside its effect. */
    public static ElisaResult analyze(ElisaData data, ElisaProtocol protocol, long seed) {
        List<ElisaBlock> blocks = data.plates().stream().map(ElisaBlock::of).toList();
        List<ElisaBlock> usable =
                blocks.stream().filter(ElisaBlock::isActivated).toList();
        List<CompoundEffect> effects = new ArrayList<>();
        CompoundCurves.blocksBySubject(usable)
                .forEach((subject, of) -> effects.add(CompoundEffect.of(subject, of, protocol, seed)));
        List<LevelSummary> levels = usable.stream()
                .flatMap(block -> LevelSummary.of(block).stream())
                .toList();
        List<SubjectResult> plates = plates(blocks, protocol);
        return new ElisaResult(
                protocol,
                blocks,
                effects,
                levels,
                plates,
                ElisaVerdicts.of(protocol, blocks, effects, plates),
                ElisaMethods.of(protocol, blocks));
    }

    /** Plates with their controls; what the conditions call for stands with the first. */
    private static List<SubjectResult> plates(List<ElisaBlock> blocks, ElisaProtocol protocol) {
        List<SubjectResult> rows = new ArrayList<>();
        for (ElisaBlock block : blocks) {
            SubjectResult row = PlateReport.of(block, protocol);
            List<Warning> warnings = new ArrayList<>(row.warnings());
            if (rows.isEmpty()) {
                warnings.addAll(ConditionWarnings.of(protocol));
            }
            rows.add(new SubjectResult(row.subject(), row.estimates(), row.tests(), row.quality(), warnings));
        }
        return rows;
    }
}
