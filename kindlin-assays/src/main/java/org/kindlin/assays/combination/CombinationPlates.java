package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.SecondAgent;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.BlockQuality;
import org.kindlin.assays.plate.assay.BlockReader;
import org.kindlin.assays.plate.assay.BlockRules;
import org.kindlin.assays.plate.assay.ChosenPlate;
import org.kindlin.assays.plate.assay.CompoundAmounts;
import org.kindlin.assays.plate.assay.WellAmount;
import org.kindlin.assays.plate.map.SecondAgents;
import org.kindlin.assays.plate.quality.QualityPlate;
import org.kindlin.assays.plate.quality.QualityWell;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Reads a reader's plates with maps that name two agents. Readings become percent of the vehicle wells of their own plate,
 * less its blanks; vehicle wells are the untreated wells of the matrix.
 */
final class CombinationPlates implements BlockRules {
    private final CombinationProtocol protocol;
    private final Faults faults;
    private final Map<String, SecondAgents> sheets = new HashMap<>();
    private final Map<String, ChosenPlate> sources = new LinkedHashMap<>();

    private CombinationPlates(CombinationProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    /** A well of the matrix with its place. */
    record PlateWell(WellAddress address, Measurement measurement) {}

    /**
     * A plate of a dose matrix.
     *
     * @param subject what tells its matrix from others
     */
    record MatrixPlate(AssayBlock block, Map<String, String> subject, List<PlateWell> wells) {}

    /** Plates in the order of their files, and their quality. */
    record Read(List<MatrixPlate> plates, BlockQuality quality) {}

    /** Doses of both agents in nM. */
    private record Doses(double first, double second) {
        boolean isUntreated() {
            return first == 0 && second == 0;
        }
    }

    static Read read(List<InputFile> files, CombinationProtocol protocol, Faults faults) {
        CombinationPlates plates = new CombinationPlates(protocol, faults);
        if (!files.isEmpty()) {
            plates.checkUnits(files.getFirst());
        }
        List<AssayBlock> blocks = BlockReader.read(files, plates, faults);
        BlockQuality quality = BlockQuality.of(blocks, plates::quality, protocol.quality());
        List<MatrixPlate> read = quality.blocks().stream().map(plates::plate).toList();
        return new Read(read, quality);
    }

    private void checkUnits(InputFile file) {
        for (String unit : List.of(protocol.firstUnit(), protocol.secondUnit())) {
            boolean molar = Unit.parse(unit)
                    .filter(known -> known.dimension() == Unit.NANOMOLAR.dimension())
                    .isPresent();
            if (!molar) {
                fault(file.data().path(), "", "doses of a plate map have units", "state unit (and unit2), such as nM");
            }
        }
        if (protocol.scale() != ResponseScale.VIABILITY) {
            fault(
                    file.data().path(),
                    "",
                    "readings of a plate become percent of its vehicle wells",
                    "leave 'response' out where a plate map is given");
        }
    }

    @Override
    public ReadingMode readingMode() {
        return protocol.reading().mode();
    }

    @Override
    public Optional<ReadChoice> choose(Plate plate, Faults found) {
        return ReadChoice.of(plate, protocol.reading().query(), found);
    }

    @Override
    public Optional<String> remedyWithoutMap() {
        return Optional.of(
                "give a layout with the columns well, role, compound, concentration, compound2, concentration2");
    }

    @Override
    public Optional<String> target(InputFile file, Faults found) {
        return Optional.empty();
    }

    @Override
    public String canonical(String target) {
        return "";
    }

    @Override
    public WellAmount amounts(ChosenPlate source, String target, Faults found) {
        return CompoundAmounts.of(source, OptionalDouble.empty(), found);
    }

    @Override
    public void check(AssayBlock block, ChosenPlate source, Faults found) {
        sources.put(block.file() + "\n" + block.plate(), source);
        if (sheet(source).isEmpty()) {
            fault(
                    source.mapPath(),
                    "",
                    "names no second agent",
                    "add the columns compound2 and concentration2_nM to a tidy plate map");
        }
    }

    private ChosenPlate source(AssayBlock block) {
        return Objects.requireNonNull(sources.get(block.file() + "\n" + block.plate()));
    }

    private SecondAgents sheet(ChosenPlate source) {
        return source.file()
                .layout()
                .map(map -> sheets.computeIfAbsent(map.path(), _ -> SecondAgents.of(map, faults)))
                .orElseThrow();
    }

    private QualityPlate quality(AssayBlock block) {
        List<QualityWell> wells = new ArrayList<>();
        for (AssayWell well : block.wells()) {
            if (isOfMatrix(well)) {
                Doses doses = doses(well, block, new Faults());
                wells.add(new QualityWell(
                        well.address(),
                        doses.isUntreated() ? WellRole.VEHICLE : WellRole.SAMPLE,
                        doses.isUntreated()
                                ? WellRole.VEHICLE.label()
                                : DoseText.of(doses.first(), "nM") + " + " + DoseText.of(doses.second(), "nM"),
                        well.signal()));
            } else {
                wells.add(
                        new QualityWell(well.address(), well.role(), well.role().label(), well.signal()));
            }
        }
        return BlockQuality.plate(block, WellRole.VEHICLE, WellRole.BLANK, wells);
    }

    private static boolean isOfMatrix(AssayWell well) {
        return well.role() == WellRole.SAMPLE || well.role() == WellRole.VEHICLE;
    }

    private MatrixPlate plate(AssayBlock block) {
        ChosenPlate source = source(block);
        Map<WellAddress, Doses> doses = new LinkedHashMap<>();
        block.wells().stream()
                .filter(CombinationPlates::isOfMatrix)
                .forEach(well -> doses.put(well.address(), doses(well, block, faults)));
        double[] vehicle = block.wells().stream()
                .filter(well -> doses.containsKey(well.address())
                        && doses.getOrDefault(well.address(), new Doses(1, 1)).isUntreated())
                .mapToDouble(AssayWell::signal)
                .toArray();
        double[] blanks = block.signals(WellRole.BLANK);
        double zero = blanks.length == 0 ? 0 : Descriptive.mean(blanks);
        double full = vehicle.length == 0 ? Double.NaN : Descriptive.mean(vehicle) - zero;
        List<PlateWell> wells = new ArrayList<>();
        if (full > 0) {
            for (AssayWell well : block.wells()) {
                Doses both = doses.get(well.address());
                if (both != null) {
                    wells.add(new PlateWell(well.address(), measurement(both, 100 * (well.signal() - zero) / full)));
                }
            }
        } else {
            fault(
                    block.file(),
                    "",
                    vehicle.length == 0 ? "has no vehicle well" : "vehicle wells read no more than blanks",
                    "check the plate map: percent of vehicle needs vehicle wells above the blanks");
        }
        return new MatrixPlate(block, source.file().tags(), wells);
    }

    private Measurement measurement(Doses doses, double response) {
        return new Measurement(
                inUnit(doses.first(), protocol.firstUnit()), inUnit(doses.second(), protocol.secondUnit()), response);
    }

    private static double inUnit(double nanomolar, String unit) {
        return Unit.parse(unit)
                .filter(known -> known.dimension() == Unit.NANOMOLAR.dimension())
                .map(known -> new Quantity(nanomolar, Unit.NANOMOLAR).in(known))
                .orElse(nanomolar);
    }

    /** The doses of both agents in a well; agents are told apart by their names. */
    private Doses doses(AssayWell well, AssayBlock block, Faults found) {
        ChosenPlate source = source(block);
        Optional<SecondAgent> other = sheet(source).at(source.plate().identifier(), well.address());
        double[] doses = new double[2];
        well.amount().ifPresent(amount -> put(doses, well.compound(), amount, protocol.first(), well, source, found));
        other.filter(dose -> dose.concentration().value() > 0).ifPresent(dose -> {
            if (dose.concentration().unit().dimension() == Unit.NANOMOLAR.dimension()) {
                double amount = dose.concentration().in(Unit.NANOMOLAR);
                put(doses, dose.compound(), amount, protocol.second(), well, source, found);
            } else {
                found.add(
                        source.mapPath(),
                        "well " + well.address(),
                        "the second agent's " + dose.concentration() + " is no molar concentration",
                        "give nM or uM");
            }
        });
        return new Doses(doses[0], doses[1]);
    }

    /** Puts a dose where its agent belongs; an agent without a name is the one that the column is for. */
    private void put(
            double[] doses,
            String compound,
            double amount,
            String agentOfColumn,
            AssayWell well,
            ChosenPlate source,
            Faults found) {
        String agent = compound.isEmpty() ? agentOfColumn : compound;
        int at = agent.equalsIgnoreCase(protocol.first()) ? 0 : agent.equalsIgnoreCase(protocol.second()) ? 1 : -1;
        if (at < 0 || doses[at] > 0) {
            found.add(
                    source.mapPath(),
                    "well " + well.address(),
                    at < 0 ? "'" + agent + "' is neither of the two agents" : "names " + agent + " twice",
                    "state compound=" + protocol.first() + " and compound2=" + protocol.second()
                            + " as the map has them");
        } else {
            doses[at] = amount;
        }
    }

    private void fault(String file, String place, String problem, String remedy) {
        faults.add(file, place, problem, remedy);
    }
}
