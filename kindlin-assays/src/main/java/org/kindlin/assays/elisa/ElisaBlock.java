package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.LeftOutWell;
import org.kindlin.assays.plate.assay.ResponseBlock;
import org.kindlin.assays.plate.assay.TargetKind;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * A plate on the scale of its own controls.
 *
 * <p>A well's signal is (A - a)/(C - c), with A the antibody's reading and C that of the stain, a and c the means of the blank
 * wells, in units of a vehicle well's cells: times the mean (C - c) of vehicle. Percent inhibition of activation is 100 (V -
 * y)/(V - U), with V the mean of vehicle and U that of unstimulated wells (zero without any).
 *
 * @param block the antibody's wells, without those whose stain cannot be used
 * @param cells the stain of each well, less its blank; empty where nothing is normalised
 */
public record ElisaBlock(
        AssayBlock block, Optional<Map<WellAddress, Double>> cells, Blank signalBlank, Blank stainBlank)
        implements ResponseBlock {
    static final TargetKind CULTURE = new TargetKind("target", "the culture");

    /**
     * What is subtracted from readings.
     *
     * @param mean zero without blank wells
     * @param error its standard error; zero where there are fewer than two
     * @param df degrees of freedom, at least one
     * @param wells how many there are
     */
    public record Blank(double mean, double error, int df, int wells) {

        static Blank of(AssayBlock block) {
            double[] signals = block.signals(WellRole.BLANK);
            if (signals.length == 0) {
                return new Blank(0, 0, 1, 0);
            }
            double error = signals.length < 2 ? 0 : Descriptive.standardDeviation(signals) / Math.sqrt(signals.length);
            return new Blank(Descriptive.mean(signals), error, Math.max(1, signals.length - 1), signals.length);
        }
    }

    /** The plate with its blanks subtracted. */
    static ElisaBlock of(ElisaPlate plate) {
        Blank signalBlank = Blank.of(plate.signal());
        if (plate.stain().isEmpty()) {
            return new ElisaBlock(plate.signal(), Optional.empty(), signalBlank, new Blank(0, 0, 1, 0));
        }
        AssayBlock stain = plate.stain().get();
        Blank stainBlank = Blank.of(stain);
        Map<WellAddress, Double> cells = new HashMap<>();
        stain.wells().forEach(well -> cells.put(well.address(), well.signal() - stainBlank.mean()));
        return new ElisaBlock(stainedOnly(plate.signal(), cells), Optional.of(cells), signalBlank, stainBlank);
    }

    /** Without wells that have no stain above the blank: they are empty, or were not read. */
    private static AssayBlock stainedOnly(AssayBlock block, Map<WellAddress, Double> cells) {
        List<AssayWell> wells = new ArrayList<>();
        SortedMap<WellAddress, LeftOutWell> leftOut = new TreeMap<>(block.leftOut());
        for (AssayWell well : block.wells()) {
            boolean usable = well.role() == WellRole.BLANK || cells.getOrDefault(well.address(), 0.0) > 0;
            if (usable) {
                wells.add(well);
            } else {
                leftOut.put(
                        well.address(),
                        new LeftOutWell(
                                well,
                                java.util.OptionalDouble.of(well.signal()),
                                cells.containsKey(well.address())
                                        ? "its stain of cells does not exceed the blank"
                                        : "its stain of cells was not read"));
            }
        }
        return new AssayBlock(
                block.file(),
                block.plate(),
                block.target(),
                block.format(),
                block.choice(),
                wells,
                leftOut,
                block.findings());
    }

    @Override
    public TargetKind kind() {
        return CULTURE;
    }

    @Override
    public boolean isNormalized() {
        return true;
    }

    @Override
    public double response(AssayWell well) {
        double vehicle = mean(WellRole.VEHICLE);
        return 100 * (vehicle - normalized(well)) / (vehicle - baseline());
    }

    /** U: the mean of unstimulated wells, or zero without any. */
    double baseline() {
        return block.has(WellRole.UNSTIMULATED) ? mean(WellRole.UNSTIMULATED) : 0;
    }

    /** Whether vehicle wells read above the baseline, so that there is something to inhibit. */
    boolean isActivated() {
        return block.has(WellRole.VEHICLE) && mean(WellRole.VEHICLE) > baseline();
    }

    private double mean(WellRole role) {
        return Descriptive.mean(
                block.wells(role).stream().mapToDouble(this::normalized).toArray());
    }

    /** The signal of a well per vehicle well's cells; the signal less its blank where nothing is normalised. */
    double normalized(AssayWell well) {
        return perWell(well) * share(well);
    }

    /** The signal of a well less its blank. */
    double perWell(AssayWell well) {
        return well.signal() - signalBlank.mean();
    }

    /** The stain of a well less its blank. */
    double stain(AssayWell well) {
        return cells.map(all -> all.getOrDefault(well.address(), 0.0)).orElse(1.0);
    }

    private double share(AssayWell well) {
        return cells.isEmpty() || well.role() == WellRole.BLANK ? 1 : vehicleStain() / stain(well);
    }

    private double vehicleStain() {
        return Descriptive.mean(
                block.wells(WellRole.VEHICLE).stream().mapToDouble(this::stain).toArray());
    }

    /**
     * The mean of some wells: their own scatter, and the errors of both blanks, which move every well of the plate.
     *
     * @param normalized whether per cells
     * @return empty for fewer than two wells, whose scatter is not known
     */
    Optional<Measured> mean(List<AssayWell> wells, boolean normalized, double level) {
        if (wells.size() < 2) {
            return Optional.empty();
        }
        double[] values = wells.stream()
                .mapToDouble(well -> normalized ? normalized(well) : perWell(well))
                .toArray();
        Map<String, Double> shared = new LinkedHashMap<>();
        boolean stained = normalized && cells.isPresent();
        double bySignal =
                stained ? wells.stream().mapToDouble(this::share).average().orElseThrow() : 1;
        shared.put(block.plate() + " blank", -bySignal * signalBlank.error());
        if (stained) {
            double byStain = wells.stream()
                    .mapToDouble(well -> normalized(well) / stain(well))
                    .average()
                    .orElseThrow();
            shared.put(block.plate() + " stain blank", byStain * stainBlank.error());
        }
        return Optional.of(Measured.of(
                Descriptive.mean(values),
                Descriptive.standardDeviation(values) / Math.sqrt(values.length),
                values.length - 1,
                shared,
                Math.min(signalBlank.df(), stained ? stainBlank.df() : signalBlank.df()),
                level));
    }

    /** The mean stain of some wells, in the same way. */
    Optional<Measured> meanStain(List<AssayWell> wells, double level) {
        if (wells.size() < 2 || cells.isEmpty()) {
            return Optional.empty();
        }
        double[] values = wells.stream().mapToDouble(this::stain).toArray();
        return Optional.of(Measured.of(
                Descriptive.mean(values),
                Descriptive.standardDeviation(values) / Math.sqrt(values.length),
                values.length - 1,
                Map.of(block.plate() + " stain blank", -stainBlank.error()),
                stainBlank.df(),
                level));
    }
}
