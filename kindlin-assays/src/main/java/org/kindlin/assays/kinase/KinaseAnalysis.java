package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.BlockQuality;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.LevelSummary;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/** The analysis of a kinase assay: a pure function of data and protocol. */
public final class KinaseAnalysis {
    private KinaseAnalysis() {}

    /** Normalises every plate, fits every compound on every target, and compares targets. */
    public static KinaseResult analyze(KinaseData data, KinaseProtocol protocol, long seed) {
        BlockQuality quality =
                BlockQuality.of(data.blocks(), WellRole.VEHICLE, protocol.scale()::zeroRole, protocol.quality());
        Map<String, Optional<ControlNoise>> noises = protocol.weights().noises(quality.blocks());
        List<NormalizedBlock> blocks = quality.blocks().stream()
                .map(block -> NormalizedBlock.of(block, protocol.scale())
                        .with(noises.getOrDefault(block.target(), Optional.empty())))
                .toList();
        List<NormalizedBlock> usable = blocks.stream()
                .filter(block -> block.isUsable(protocol.scale()))
                .toList();
        List<CompoundPotency> potencies = potencies(usable, data, protocol, seed);
        List<Selectivity> selectivities = selectivities(potencies, protocol);
        List<LevelSummary> levels = usable.stream()
                .flatMap(block -> LevelSummary.of(block).stream())
                .toList();
        List<SubjectResult> reports = blocks.stream()
                .map(block -> PlateReport.of(block, quality.assessment(block.block()), protocol))
                .toList();
        return new KinaseResult(
                protocol,
                blocks,
                potencies,
                selectivities,
                levels,
                reports,
                quality.control(),
                exclusions(blocks, protocol),
                KinaseVerdicts.of(
                        protocol,
                        KinaseResult.responseUnit(protocol, blocks),
                        potencies,
                        selectivities,
                        levels,
                        reports),
                KinaseMethods.of(data, protocol, blocks, potencies, selectivities, quality.control()));
    }

    private static List<CompoundPotency> potencies(
            List<NormalizedBlock> blocks, KinaseData data, KinaseProtocol protocol, long seed) {
        List<CompoundPotency> potencies = new ArrayList<>();
        CompoundCurves.blocksBySubject(blocks)
                .forEach((subject, of) -> potencies.add(
                        new PotencyAnalysis(subject, of, data.conditions(subject.target()), protocol).analyze(seed)));
        return potencies;
    }

    /** Every other target against the reference: FAK where it is among them, else the first. */
    private static List<Selectivity> selectivities(List<CompoundPotency> potencies, KinaseProtocol protocol) {
        Map<String, List<CompoundPotency>> byCompound = new LinkedHashMap<>();
        potencies.forEach(potency -> byCompound
                .computeIfAbsent(potency.subject().compoundLabel(), _ -> new ArrayList<>())
                .add(potency));
        List<Selectivity> selectivities = new ArrayList<>();
        for (List<CompoundPotency> of : byCompound.values()) {
            CompoundPotency reference = of.stream()
                    .filter(potency -> potency.subject().target().equals(KnownTarget.FAK.displayName()))
                    .findFirst()
                    .orElse(of.getFirst());
            of.stream()
                    .filter(other -> !other.subject().equals(reference.subject()))
                    .forEach(other -> selectivities.add(Selectivity.of(reference, other, protocol)));
        }
        return selectivities;
    }

    private static List<Exclusion> exclusions(List<NormalizedBlock> blocks, KinaseProtocol protocol) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (NormalizedBlock block : blocks) {
            exclusions.addAll(block.block().exclusions());
            if (!block.isUsable(protocol.scale())) {
                exclusions.add(new Exclusion(
                        block.block().file(),
                        "plate " + block.block().plate(),
                        "every well: vehicle and background wells are not told apart"));
            }
        }
        return exclusions.stream().distinct().toList();
    }
}
