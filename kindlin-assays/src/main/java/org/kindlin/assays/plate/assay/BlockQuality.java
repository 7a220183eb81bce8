package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.quality.PlateAssessment;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.plate.quality.QualityPlate;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.quality.QualityWell;

/**
 * The quality of blocks, and the blocks to go on with.
 *
 * @param control what was found
 * @param blocks in the order given: signals corrected and flagged wells left out where the protocol asks for it, otherwise
 *     as they came
 */
public record BlockQuality(QualityControl control, List<AssayBlock> blocks) {

    public BlockQuality {
        blocks = List.copyOf(blocks);
    }

    /**
     * Judges blocks, which were run in this order; the blocks of a target are a campaign.
     *
     * @param full role of the wells with full signal or effect, such as vehicle
     * @param zero role of the wells near zero, by block
     */
    public static BlockQuality of(
            List<AssayBlock> blocks, WellRole full, Function<AssayBlock, WellRole> zero, QualityProtocol protocol) {
        return of(blocks, block -> plate(block, full, zero.apply(block)), protocol);
    }

    /**
     * Judges blocks, which were run in this order.
     *
     * @param plate what a block is to the judge of plates: which wells are its controls, which should read alike
     */
    public static BlockQuality of(
            List<AssayBlock> blocks, Function<AssayBlock, QualityPlate> plate, QualityProtocol protocol) {
        QualityControl control = QualityControl.of(blocks.stream().map(plate).toList(), protocol);
        List<AssayBlock> judged = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            judged.add(applied(blocks.get(i), control.plates().get(i)));
        }
        return new BlockQuality(control, judged);
    }

    /** What was found about a block. */
    public PlateAssessment assessment(AssayBlock block) {
        return control.plate(block.target(), block.plate());
    }

    private static QualityPlate plate(AssayBlock block, WellRole full, WellRole zero) {
        List<QualityWell> wells = block.wells().stream()
                .map(well -> new QualityWell(well.address(), well.role(), replicateOf(well), well.signal()))
                .toList();
        return plate(block, full, zero, wells);
    }

    /**
     * A block as the judge of plates sees it.
     *
     * @param full the role that is the full signal
     * @param zero the role that is none
     * @param wells what each well is to the judge
     */
    public static QualityPlate plate(AssayBlock block, WellRole full, WellRole zero, List<QualityWell> wells) {
        return new QualityPlate(
                block.file(),
                block.plate(),
                block.target(),
                block.format(),
                block.read().unit(),
                full,
                zero,
                wells);
    }

    private static String replicateOf(AssayWell well) {
        String content = Stream.of(
                        well.compound(),
                        well.form(),
                        well.amount().isPresent() ? "at " + well.amount().getAsDouble() : "",
                        well.level())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
        boolean isAnything = well.role() == WellRole.SAMPLE || well.role() == WellRole.UNKNOWN;
        return isAnything && content.isEmpty() ? "" : (well.role().label() + " " + content).strip();
    }

    private static AssayBlock applied(AssayBlock block, PlateAssessment assessment) {
        if (assessment.analysed().equals(assessment.measured())) {
            return block;
        }
        SortedMap<WellAddress, LeftOutWell> leftOut = new TreeMap<>(block.leftOut());
        SortedMap<WellAddress, String> reasons = assessment.leftOut();
        List<AssayWell> wells = new ArrayList<>();
        for (AssayWell well : block.wells()) {
            String reason = reasons.get(well.address());
            if (reason == null) {
                wells.add(well.withSignal(assessment.value(well.address()).orElse(well.signal())));
            } else {
                leftOut.put(well.address(), new LeftOutWell(well, OptionalDouble.of(well.signal()), reason));
            }
        }
        return block.with(wells, leftOut);
    }
}
