package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.BlockQuality;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.LevelSummary;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/** The analysis of a viability assay: a pure function of data and protocol. */
public final class ViabilityAnalysis {
    static final String INVERTED = "every well: vehicle wells do not read above the blanks";

    private final ViabilityData data;
    private final ViabilityProtocol protocol;

    private ViabilityAnalysis(ViabilityData data, ViabilityProtocol protocol) {
        this.data = data;
        this.protocol = protocol;
    }

    /** Normalises every plate, fits every compound on every line, and compares lines. */
    public static ViabilityResult analyze(ViabilityData data, ViabilityProtocol protocol, long seed) {
        BlockQuality quality = BlockQuality.of(
                data.treated().stream().map(ViabilityData.TreatedBlock::block).toList(),
                WellRole.VEHICLE,
                _ -> WellRole.BLANK,
                protocol.quality());
        return new ViabilityAnalysis(data.withTreated(quality.blocks()), protocol).analyze(quality.control(), seed);
    }

    private ViabilityResult analyze(QualityControl quality, long seed) {
        List<ViabilityBlock> blocks = blocks();
        List<ViabilityBlock> usable =
                blocks.stream().filter(ViabilityBlock::isUsable).toList();
        SensitivityAnalysis analysis = new SensitivityAnalysis(protocol, seed);
        List<Sensitivity> sensitivities = new ArrayList<>();
        CompoundCurves.blocksBySubject(usable)
                .forEach((subject, plates) ->
                        sensitivities.add(analysis.of(new TreatedCells(subject, plates, start(plates)))));
        data.tables().forEach(table -> sensitivities.add(analysis.of(table)));
        List<LineComparison> comparisons =
                LineComparison.of(sensitivities, protocol.curves().level());
        List<LineGrowth> lines = lines(usable);
        List<LevelSummary> levels = usable.stream()
                .flatMap(block -> LevelSummary.of(block).stream())
                .toList();
        List<SubjectResult> reports = IntStream.range(0, blocks.size())
                .mapToObj(i -> PlateReport.of(blocks.get(i), quality.plates().get(i), protocol))
                .toList();
        return new ViabilityResult(
                protocol,
                blocks,
                sensitivities,
                comparisons.stream().map(LineComparison::result).toList(),
                lines.stream().map(LineGrowth::result).toList(),
                levels,
                reports,
                quality,
                exclusions(blocks),
                ViabilityVerdicts.of(sensitivities, comparisons, levels, reports),
                ViabilityMethods.of(protocol, data, blocks, sensitivities, quality));
    }

    private List<ViabilityBlock> blocks() {
        Map<String, SignalNoise> noiseOfLine = new LinkedHashMap<>();
        List<ViabilityBlock> blocks = new ArrayList<>();
        for (ViabilityData.TreatedBlock treated : data.treated()) {
            SignalNoise noise = noiseOfLine.computeIfAbsent(
                    treated.block().target(),
                    line -> SignalNoise.of(
                            treatedOf(line)
                                    .map(ViabilityData.TreatedBlock::block)
                                    .toList(),
                            protocol.curves().weights()));
            blocks.add(ViabilityBlock.of(treated, protocol.signal().normalization(), noise, conditions(treated)));
        }
        return blocks;
    }

    private Stream<ViabilityData.TreatedBlock> treatedOf(String line) {
        return data.treated().stream()
                .filter(treated -> treated.block().target().equals(line));
    }

    /** The time, where plates of the line were read at several. */
    private Map<String, String> conditions(ViabilityData.TreatedBlock treated) {
        long times = treatedOf(treated.block().target())
                .map(ViabilityData.TreatedBlock::hours)
                .distinct()
                .count();
        if (times < 2) {
            return Map.of();
        }
        OptionalDouble hours = treated.hours();
        return Map.of("time", hours.isPresent() ? Prose.number(hours.getAsDouble()) + " h" : "not stated");
    }

    private Optional<StartLevel> start(List<ViabilityBlock> plates) {
        String line = plates.getFirst().block().target();
        List<AssayBlock> dayZero = data.dayZero().stream()
                .filter(block -> block.target().equals(line))
                .toList();
        double[] blanks = plates.stream()
                .flatMapToDouble(plate -> Arrays.stream(plate.block().signals(WellRole.BLANK)))
                .toArray();
        ControlMean blank = blanks.length == 0 ? ControlMean.ZERO : ControlMean.of(blanks);
        Optional<StartLevel> measured =
                StartLevel.Measured.of(dayZero, blank, protocol.signal().normalization());
        return measured.isPresent()
                ? measured
                : StartLevel.Inferred.of(
                        treatedOf(line).findFirst().orElseThrow().doublingHours());
    }

    private List<LineGrowth> lines(List<ViabilityBlock> usable) {
        Map<String, List<ViabilityBlock>> groups = new LinkedHashMap<>();
        usable.forEach(block -> groups.computeIfAbsent(
                        block.block().target() + "\n" + block.conditions(), _ -> new ArrayList<>())
                .add(block));
        return groups.values().stream()
                .flatMap(plates ->
                        LineGrowth.of(plates, start(plates), protocol.curves().level()).stream())
                .toList();
    }

    private List<Exclusion> exclusions(List<ViabilityBlock> blocks) {
        List<Exclusion> exclusions = new ArrayList<>(data.exclusions());
        for (ViabilityBlock block : blocks) {
            exclusions.addAll(block.block().exclusions());
            if (!block.isUsable()) {
                exclusions.add(new Exclusion(
                        block.block().file(), "plate " + block.block().plate(), INVERTED));
            }
        }
        data.dayZero().forEach(block -> exclusions.addAll(block.exclusions()));
        return exclusions.stream().distinct().toList();
    }
}
