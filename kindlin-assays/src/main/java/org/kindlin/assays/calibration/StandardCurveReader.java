package org.kindlin.assays.calibration;

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
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.BlockQuality;
import org.kindlin.assays.plate.assay.BlockReader;
import org.kindlin.assays.plate.assay.BlockRules;
import org.kindlin.assays.plate.assay.ChosenPlate;
import org.kindlin.assays.plate.assay.CompoundAmounts;
import org.kindlin.assays.plate.assay.WellAmount;
import org.kindlin.assays.plate.quality.QualityPlate;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;

/** Reads plates with their maps, or tidy tables, as standard-curve plates. */
public final class StandardCurveReader implements BlockRules {
    private final StandardCurveProtocol protocol;
    private final OptionalDouble molarMass;
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, SpecimenSheet> sheets = new HashMap<>();
    private final Map<String, ChosenPlate> sources = new LinkedHashMap<>();

    private StandardCurveReader(StandardCurveProtocol protocol, OptionalDouble molarMass) {
        this.protocol = protocol;
        this.molarMass = molarMass;
    }

    /**
     * What was read.
     *
     * @param quality of the plates that were read as such, and their wells as they are analysed; of tidy tables none
     */
    public record Read(List<StandardCurvePlate> plates, BlockQuality quality) {
        public Read {
            plates = List.copyOf(plates);
        }
    }

    /**
     * The plates of these files, in their order; every fault of every file is collected.
     *
     * @param molarMass g/mol of compounds that cultures were treated with by mass
     */
    public static Read read(
            List<InputFile> files, StandardCurveProtocol protocol, OptionalDouble molarMass, Faults faults) {
        StandardCurveReader reader = new StandardCurveReader(protocol, molarMass);
        List<InputFile> tables = files.stream()
                .filter(file -> file.layout().isEmpty() && StandardCurveTable.fits(file.data(), protocol.source()))
                .toList();
        List<InputFile> others =
                files.stream().filter(file -> !tables.contains(file)).toList();
        List<AssayBlock> blocks = BlockReader.read(others, reader, faults);
        BlockQuality quality = BlockQuality.of(blocks, block -> reader.quality(block, faults), protocol.quality());
        List<StandardCurvePlate> plates = new ArrayList<>();
        quality.blocks().forEach(block -> plates.add(reader.plate(block, faults)));
        tables.forEach(table -> plates.addAll(StandardCurveTable.read(table, protocol.source(), faults)));
        if (!faults.any()) {
            plates.stream()
                    .filter(plate -> plate.standards().isEmpty())
                    .forEach(plate -> faults.add(
                            plate.file(),
                            "",
                            "has no standard, so no reading of it is a concentration",
                            "give standards their role and concentration in the plate map"));
        }
        return new Read(plates, quality);
    }

    @Override
    public ReadingMode readingMode() {
        return protocol.source().reading().mode();
    }

    @Override
    public Optional<ReadChoice> choose(Plate plate, Faults faults) {
        return ReadChoice.of(plate, protocol.source().reading().query(), faults);
    }

    @Override
    public Optional<String> remedyWithoutMap() {
        return Optional.of(
                "give a layout with roles (standard, blank, unknown, sample) and concentrations of standards");
    }

    @Override
    public WellRole samples() {
        return WellRole.UNKNOWN;
    }

    @Override
    public Optional<String> target(InputFile file, Faults faults) {
        return Optional.empty();
    }

    @Override
    public String canonical(String target) {
        return "";
    }

    @Override
    public WellAmount amounts(ChosenPlate source, String target, Faults faults) {
        CompoundAmounts compounds = CompoundAmounts.of(source, molarMass, faults);
        return well -> well.role() == WellRole.STANDARD ? standard(well, source, faults) : compounds.of(well);
    }

    private OptionalDouble standard(Well well, ChosenPlate source, Faults faults) {
        Quantity quantity = well.concentration();
        WellLabel label = source.plate().labels().get(well.address());
        if (quantity == null && source.file().layout().isEmpty() && label != null && label.amount() != null) {
            return OptionalDouble.of(label.amount()); // in the unit that the protocol states
        }
        if (quantity == null) {
            faults.add(
                    source.mapPath(),
                    "well " + well.address(),
                    "a standard without a concentration",
                    "give its concentration and unit");
            return OptionalDouble.empty();
        }
        Unit unit = units.computeIfAbsent(source.mapPath(), _ -> quantity.unit());
        if (quantity.unit().dimension() != unit.dimension() || unit.dimension() == Dimension.FRACTION) {
            faults.add(
                    source.mapPath(),
                    "well " + well.address(),
                    "the standard's " + quantity + " is no "
                            + (unit.dimension() == Dimension.FRACTION ? "amount" : unit.symbol()),
                    "give every standard in the same kind of unit, such as ug/mL");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(quantity.in(unit));
    }

    @Override
    public void check(AssayBlock block, ChosenPlate source, Faults faults) {
        sources.put(block.file() + "\n" + block.plate(), source);
    }

    private QualityPlate quality(AssayBlock block, Faults faults) {
        ChosenPlate source = source(block);
        SpecimenSheet sheet = sheet(source, faults);
        Map<WellAddress, String> extracts = new HashMap<>();
        for (AssayWell well : block.wells()) {
            SpecimenSheet.Entry entry = sheet.at(source.plate().identifier(), well.address());
            extracts.put(
                    well.address(),
                    SpecimenNames.extract(
                            SpecimenNames.specimen(well, entry, source.file().tags())));
        }
        return StandardCurveQuality.of(block, well -> extracts.getOrDefault(well, ""));
    }

    private ChosenPlate source(AssayBlock block) {
        return Objects.requireNonNull(sources.get(block.file() + "\n" + block.plate()));
    }

    private SpecimenSheet sheet(ChosenPlate source, Faults faults) {
        return source.file()
                .layout()
                .map(map -> sheets.computeIfAbsent(map.path(), _ -> SpecimenSheet.of(map, faults)))
                .orElseGet(() -> SpecimenSheet.of(source.plate()));
    }

    private StandardCurvePlate plate(AssayBlock block, Faults faults) {
        ChosenPlate source = source(block);
        SpecimenSheet sheet = sheet(source, faults);
        List<SpecimenWell> specimens = new ArrayList<>();
        List<SpecimenWell> serum = new ArrayList<>();
        for (AssayWell well : block.wells()) {
            SpecimenSheet.Entry entry = sheet.at(source.plate().identifier(), well.address());
            switch (well.role()) {
                case SERUM_BLANK -> serum.add(SpecimenNames.serum(well, entry));
                case SAMPLE, VEHICLE, UNKNOWN, POSITIVE, UNSTIMULATED ->
                    specimens.add(
                            SpecimenNames.specimen(well, entry, source.file().tags()));
                case STANDARD, BLANK, NO_ENZYME, EMPTY -> {}
            }
        }
        Unit unit = units.get(source.mapPath());
        Double wavelength = block.read().wavelengths().detection();
        return new StandardCurvePlate(
                block.file(),
                Map.of("plate", block.plate()),
                new StandardCurvePlate.Units(
                        unit == null ? protocol.source().unit().orElse("") : unit.symbol(),
                        block.read().unit()),
                block.wells(WellRole.STANDARD).stream()
                        .map(well -> new StandardWell(
                                well.address().toString(), well.amount().orElse(0), well.signal()))
                        .toList(),
                block.wells(WellRole.BLANK).stream()
                        .map(well ->
                                new StandardCurvePlate.BlankWell(well.address().toString(), well.signal()))
                        .toList(),
                serum,
                specimens,
                block.exclusions(),
                block.findings(),
                wavelength == null ? 0 : wavelength);
    }
}
