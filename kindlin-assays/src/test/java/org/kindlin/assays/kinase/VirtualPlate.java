package org.kindlin.assays.kinase;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.format.PlateGridWriter;
import org.kindlin.assays.plate.map.PlateMapWriter;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.numerics.binding.QuadraticBinding;
import org.kindlin.numerics.random.RandomStream;

/**
 * A made-up ADP plate with known truth, in memory: signal = background + gain x product, with proportional noise.
 *
 * @param target target of every well
 * @param kiApp true Ki_app in nM
 * @param enzyme true enzyme in nM
 * @param gain signal per percent ADP
 * @param conversion percent ADP of vehicle wells
 * @param noise coefficient of variation of a well
 */
record VirtualPlate(String target, double kiApp, double enzyme, double gain, double conversion, double noise) {
    private static final double BACKGROUND = 400;
    private static final double TOP_NANOMOLAR = 1000;
    private static final int DOSES = 12;
    private static final int REPLICATES = 4;
    private static final int CONTROLS = 16;

    static VirtualPlate of(String target, double kiApp, double enzyme) {
        return new VirtualPlate(target, kiApp, enzyme, 1000, 12, 0.04);
    }

    AssayBlock block(String plate, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        List<AssayWell> wells = new ArrayList<>();
        for (int dose = 0; dose < DOSES; dose++) {
            double nanomolar = TOP_NANOMOLAR / Math.pow(10, 0.5 * dose);
            for (int replicate = 0; replicate < REPLICATES; replicate++) {
                double activity = new QuadraticBinding(enzyme, kiApp, nanomolar).unboundFraction();
                wells.add(well(wells.size(), WellRole.SAMPLE, "defactinib", nanomolar, signal(activity, random)));
            }
        }
        for (int i = 0; i < CONTROLS; i++) {
            wells.add(well(wells.size(), WellRole.VEHICLE, "", Double.NaN, signal(1, random)));
            wells.add(well(wells.size(), WellRole.NO_ENZYME, "", Double.NaN, signal(0, random)));
        }
        return block(plate, wells);
    }

    AssayBlock withStandards(String plate, long seed) {
        RandomStream random = RandomStream.ofSeed(seed + 1);
        AssayBlock block = block(plate, seed);
        List<AssayWell> wells = new ArrayList<>(block.wells());
        for (double percent : new double[] {0, 1, 3, 10, 30, 100}) {
            for (int i = 0; i < 3; i++) {
                double signal = noisy(BACKGROUND + gain * percent, random);
                wells.add(well(wells.size(), WellRole.STANDARD, "", percent, signal));
            }
        }
        return block(plate, wells);
    }

    /** The block as the instrument and the pharmacologist would write it: a grid of readings and a plate map. */
    static InputFile asFile(AssayBlock block) {
        String grid = PlateGridWriter.write(block.format(), block.read(), true);
        List<Well> wells = block.wells().stream().map(VirtualPlate::mapped).toList();
        String map = PlateMapWriter.write(new PlateMap("", wells), true);
        return new InputFile(
                new RawFile("data/" + block.file(), grid.getBytes(StandardCharsets.UTF_8)),
                Optional.of(new RawFile("layout/" + block.file(), map.getBytes(StandardCharsets.UTF_8))),
                Map.of("target", block.target()));
    }

    private static Well mapped(AssayWell well) {
        boolean standard = well.role() == WellRole.STANDARD;
        Quantity amount = well.amount().isEmpty()
                ? null
                : new Quantity(well.amount().getAsDouble(), standard ? Unit.PERCENT : Unit.NANOMOLAR);
        return new Well("", well.address(), well.role(), well.compound(), well.form(), amount, "", 0, "", "");
    }

    private AssayBlock block(String plate, List<AssayWell> wells) {
        Map<WellAddress, Reading> readings = new LinkedHashMap<>();
        wells.forEach(well -> readings.put(well.address(), new Reading.Measured(well.signal())));
        return new AssayBlock(
                plate + ".csv",
                plate,
                target,
                PlateFormat.WELLS_384,
                new ReadChoice(PlateRead.endpoint("raw", DetectionMode.LUMINESCENCE, readings), "the only read"),
                wells,
                new TreeMap<>(),
                List.of());
    }

    private double signal(double activity, RandomStream random) {
        return noisy(BACKGROUND + gain * conversion * activity, random);
    }

    private double noisy(double mean, RandomStream random) {
        return mean * (1 + noise * random.nextGaussian());
    }

    private static AssayWell well(int index, WellRole role, String compound, double amount, double signal) {
        return new AssayWell(
                new WellAddress(index / 24, index % 24),
                role,
                compound,
                compound.isEmpty() ? "" : "free base",
                Double.isNaN(amount) ? OptionalDouble.empty() : OptionalDouble.of(amount),
                "",
                signal);
    }

    static KinaseData data(KinaseProtocol protocol, AssayBlock... blocks) {
        Map<String, TargetConditions> conditions = new LinkedHashMap<>();
        for (AssayBlock block : blocks) {
            conditions.put(block.target(), protocol.constants().conditions(block.target(), TargetTags.NONE));
        }
        return new KinaseData(List.of(blocks), conditions);
    }
}
