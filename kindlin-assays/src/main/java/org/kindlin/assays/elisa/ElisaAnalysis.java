package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.BlockQuality;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.LevelSummary;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** The analysis of an in-cell ELISA: a pure function of data and protocol. */
public final class ElisaAnalysis {
    private ElisaAnalysis() {}

    /** Normalises every plate, fits every compound, and sets the loss of cells beside its effect. */
    public static ElisaResult analyze(ElisaData data, ElisaProtocol protocol, long seed) {
        List<ElisaBlock> read = data.plates().stream()
                .map(plate -> ElisaBlock.of(plate, protocol.comparedShare()))
                .toList();
        BlockQuality quality = BlockQuality.of(
                read.stream().map(ElisaBlock::block).toList(),
                WellRole.VEHICLE,
                ElisaAnalysis::zero,
                protocol.quality());
        Map<String, Optional<ControlNoise>> noises =
                protocol.weights().noises(quality.blocks(), ElisaBlock::replicates);
        List<ElisaBlock> blocks = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            AssayBlock judged = quality.blocks().get(i);
            blocks.add(read.get(i).with(judged).with(noises.getOrDefault(judged.target(), Optional.empty())));
        }
        List<ElisaBlock> usable =
                blocks.stream().filter(ElisaBlock::isActivated).toList();
        List<CompoundEffect> effects = new ArrayList<>();
        CompoundCurves.blocksBySubject(usable)
                .forEach((subject, of) -> effects.add(CompoundEffect.of(subject, of, protocol, seed)));
        List<LevelSummary> levels = usable.stream()
                .flatMap(block -> LevelSummary.of(block).stream())
                .toList();
        List<SubjectResult> plates = plates(blocks, quality, protocol);
        return new ElisaResult(
                protocol,
                blocks,
                effects,
                levels,
                plates,
                quality.control(),
                ElisaVerdicts.of(protocol, blocks, effects, plates),
                ElisaMethods.of(protocol, blocks, noises, quality.control()));
    }

    /** The wells that the Z-prime of the screen sets vehicle against. */
    private static WellRole zero(AssayBlock block) {
        return block.has(WellRole.UNSTIMULATED) ? WellRole.UNSTIMULATED : WellRole.BLANK;
    }

    /** Plates with their controls; what the conditions call for stands with the first. */
    private static List<SubjectResult> plates(List<ElisaBlock> blocks, BlockQuality quality, ElisaProtocol protocol) {
        List<SubjectResult> rows = new ArrayList<>();
        for (ElisaBlock block : blocks) {
            SubjectResult row = PlateReport.of(block, quality.assessment(block.block()), protocol);
            List<Warning> warnings = new ArrayList<>(row.warnings());
            if (rows.isEmpty()) {
                warnings.addAll(ConditionWarnings.of(protocol));
                protocol.weights().warning(block.noise()).ifPresent(warnings::add);
            }
            rows.add(new SubjectResult(row.subject(), row.estimates(), row.tests(), row.quality(), warnings));
        }
        return rows;
    }
}
