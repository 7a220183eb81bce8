package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.doseresponse.ResponseVariance;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.LeftOutWell;
import org.kindlin.assays.plate.assay.ReplicateWells;
import org.kindlin.assays.plate.assay.ResponseBlock;
import org.kindlin.assays.plate.assay.SignalScale;
import org.kindlin.assays.plate.assay.TargetKind;
import org.kindlin.assays.plate.assay.WellNoise;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * A plate on the scale of its own controls.
 *
 * <p>A well's signal is (A - a)/(C - c), with A the antibody's reading and C that of the stain, a and c the means of the blank
 * wells, in units of a vehicle well's cells: times the mean (C - c) of vehicle. Percent inhibition of activation is 100 (V -
 * y)/(V - U), with V the mean of vehicle and U that of unstimulated wells (zero without any).
 *
 * @param block wells with that signal, without those whose stain cannot be used
 * @param stains the stains of the same wells
 * @param signalBlank a
 * @param noise how signals scatter, where wells are weighted by it
 */
public record ElisaBlock(AssayBlock block, Stains stains, Blank signalBlank, Optional<ControlNoise> noise)
        implements ResponseBlock, SignalScale {
    static final TargetKind CULTURE = new TargetKind("target", "the culture");

    /** The plate with its blanks subtracted, per cells where it has a stain. */
    static ElisaBlock of(ElisaPlate plate, double comparedShare) {
        Blank signalBlank = Blank.of(plate.signal());
        Stains stains = Stains.of(plate, comparedShare);
        List<AssayWell> wells = new ArrayList<>();
        SortedMap<WellAddress, LeftOutWell> leftOut =
                new TreeMap<>(plate.signal().leftOut());
        for (AssayWell well : plate.signal().wells()) {
            Optional<String> unusable = stains.unusable(well);
            if (unusable.isEmpty()) {
                wells.add(well.withSignal((well.signal() - signalBlank.mean()) * stains.share(well)));
            } else {
                leftOut.put(well.address(), new LeftOutWell(well, OptionalDouble.of(well.signal()), unusable.get()));
            }
        }
        return new ElisaBlock(plate.signal().with(wells, leftOut), stains, signalBlank, Optional.empty());
    }

    /** The same plate with other wells: corrected, or with outliers left out. */
    ElisaBlock with(AssayBlock changed) {
        return new ElisaBlock(changed, stains, signalBlank, noise);
    }

    /** The same plate, its wells weighted by this noise. */
    ElisaBlock with(Optional<ControlNoise> changed) {
        return new ElisaBlock(block, stains, signalBlank, changed);
    }

    @Override
    public TargetKind kind() {
        return CULTURE;
    }

    @Override
    public boolean isNormalized() {
        return block.has(WellRole.VEHICLE);
    }

    @Override
    public double response(AssayWell well) {
        return 100 * (vehicle() - well.signal()) / (vehicle() - baseline());
    }

    @Override
    public double signalAt(double response) {
        return vehicle() - response / 100 * (vehicle() - baseline());
    }

    @Override
    public double responsePerSignal(double signal) {
        return -100 / (vehicle() - baseline());
    }

    @Override
    public ResponseVariance variance() {
        return noise.<ResponseVariance>map(found -> WellNoise.of(replicates(block), this, found))
                .orElse(ResponseVariance.ALIKE);
    }

    /**
     * Wells that were meant to read alike, doses among them: blanks show the reader's scatter and vehicle that of cultures at
     * one signal, from few wells each.
     */
    static List<double[]> replicates(AssayBlock block) {
        return ReplicateWells.signals(block, List.of(WellRole.BLANK, WellRole.VEHICLE, WellRole.UNSTIMULATED));
    }

    /** V: the mean of vehicle wells. */
    double vehicle() {
        return Descriptive.mean(block.signals(WellRole.VEHICLE));
    }

    /** U: the mean of unstimulated wells, or zero without any. */
    double baseline() {
        return block.has(WellRole.UNSTIMULATED) ? Descriptive.mean(block.signals(WellRole.UNSTIMULATED)) : 0;
    }

    /** Whether vehicle wells read above the baseline, so that there is something to inhibit. */
    boolean isActivated() {
        return block.has(WellRole.VEHICLE) && vehicle() > baseline();
    }

    /**
     * The mean signal of some wells: their own scatter, and the errors of both blanks, which move every well of the plate.
     *
     * @param perCells whether as the block has it, or per well
     * @return empty for fewer than two wells, whose scatter is not known
     */
    Optional<Measured> mean(List<AssayWell> wells, boolean perCells, double level) {
        if (wells.size() < 2) {
            return Optional.empty();
        }
        double[] values = wells.stream()
                .mapToDouble(well -> perCells ? well.signal() : well.signal() / stains.share(well))
                .toArray();
        Map<String, Double> shared = new LinkedHashMap<>();
        double bySignal =
                perCells ? wells.stream().mapToDouble(stains::share).average().orElseThrow() : 1;
        shared.put(block.plate() + " blank", -bySignal * signalBlank.error());
        if (perCells && stains.isPresent()) {
            double byStain = wells.stream()
                    .mapToDouble(well -> well.signal() / stains.of(well))
                    .average()
                    .orElseThrow();
            shared.put(block.plate() + " stain blank", byStain * stains.blank().error());
        }
        return Optional.of(Blank.mean(
                values, shared, Math.min(signalBlank.df(), stains.blank().df()), level));
    }

    /** The mean stain of some wells, in the same way. */
    Optional<Measured> meanStain(List<AssayWell> wells, double level) {
        if (wells.size() < 2 || !stains.isPresent()) {
            return Optional.empty();
        }
        double[] values = wells.stream().mapToDouble(stains::of).toArray();
        Map<String, Double> shared = new HashMap<>();
        shared.put(block.plate() + " stain blank", -stains.blank().error());
        return Optional.of(Blank.mean(values, shared, stains.blank().df(), level));
    }
}
