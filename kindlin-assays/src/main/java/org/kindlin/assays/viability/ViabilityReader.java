package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.BlockReader;
import org.kindlin.assays.plate.assay.BlockRules;
import org.kindlin.assays.plate.assay.ChosenPlate;
import org.kindlin.assays.plate.assay.CompoundAmounts;
import org.kindlin.assays.plate.assay.WellAmount;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;

/** Reads viability plates with their maps, day-0 plates, and tables of finished responses or counts. */
public final class ViabilityReader implements BlockRules {
    private static final double LARGEST_SIGNAL = 1e12;

    private final ViabilityProtocol protocol;
    private final CellLines lines = new CellLines();
    private final Map<AssayBlock, FileTags> tagsOf = new LinkedHashMap<>();

    private ViabilityReader(ViabilityProtocol protocol) {
        this.protocol = protocol;
    }

    /** The data of these files; every fault of every file is collected. */
    public static ViabilityData read(List<InputFile> files, ViabilityProtocol protocol, Faults faults) {
        return new ViabilityReader(protocol).read(files, faults);
    }

    private ViabilityData read(List<InputFile> files, Faults faults) {
        List<InputFile> plates = new ArrayList<>();
        CurveTableReader tables = new CurveTableReader(protocol, lines, faults);
        for (InputFile file : files) {
            Optional<TidyTable> table = CurveTableReader.tableOf(file, faults);
            if (table.isPresent()) {
                tables.read(file, table.get());
            } else {
                plates.add(file);
            }
        }
        List<AssayBlock> blocks = BlockReader.read(plates, this, faults);
        checkDayZeroFiles(files, faults);
        return new ViabilityData(treated(blocks), dayZero(blocks, faults), tables.curves(), tables.exclusions());
    }

    private List<ViabilityData.TreatedBlock> treated(List<AssayBlock> blocks) {
        return blocks.stream()
                .filter(block -> !tags(block).isDayZero())
                .map(block -> new ViabilityData.TreatedBlock(
                        block,
                        either(tags(block).hours(), protocol.bench().exposureHours()),
                        either(tags(block).doublingHours(), protocol.growth().doublingHours())))
                .toList();
    }

    /** Day-0 plates; one that names no line belongs to the only line there is. */
    private List<AssayBlock> dayZero(List<AssayBlock> blocks, Faults faults) {
        List<String> treatedLines = blocks.stream()
                .filter(block -> !tags(block).isDayZero())
                .map(AssayBlock::target)
                .distinct()
                .toList();
        List<AssayBlock> dayZero =
                blocks.stream().filter(block -> tags(block).isDayZero()).toList();
        for (AssayBlock block : dayZero) {
            if (!treatedLines.contains(block.target())) {
                faults.add(
                        block.file(),
                        "",
                        "is a day-0 plate of "
                                + (block.target().isEmpty() ? "a cell line not named" : block.target())
                                + ", of which there is no treated plate",
                        "tag the file with its cellLine, as the treated plates are");
            }
        }
        return dayZero;
    }

    private void checkDayZeroFiles(List<InputFile> files, Faults faults) {
        protocol.growth().dayZeroFiles().stream()
                .filter(name -> files.stream().noneMatch(file -> FileTags.names(name, file)))
                .forEach(name -> faults.add(
                        "protocol",
                        ViabilityKeys.DAY_ZERO.name(),
                        "no file of the experiment is called '" + name + "'",
                        "list the day-0 file among the plates and name it here as there"));
    }

    private FileTags tags(AssayBlock block) {
        FileTags tags = tagsOf.get(block);
        if (tags == null) {
            throw new IllegalStateException(block.file() + " was not checked");
        }
        return tags;
    }

    private static OptionalDouble either(OptionalDouble first, OptionalDouble second) {
        return first.isPresent() ? first : second;
    }

    @Override
    public ReadingMode readingMode() {
        return protocol.signal().reading().mode();
    }

    @Override
    public Optional<ReadChoice> choose(Plate plate, Faults faults) {
        return ReferenceRead.choose(plate, protocol.signal(), faults);
    }

    @Override
    public Optional<String> remedyWithoutMap() {
        return Optional.of(
                "give a layout with blank (medium), vehicle and sample wells; a table of finished responses has"
                        + " the columns compound, cell line, concentration and viability instead of wells");
    }

    @Override
    public Optional<String> target(InputFile file, Faults faults) {
        return FileTags.of(file, protocol.growth().dayZeroFiles(), faults)
                .cellLine()
                .or(protocol::cellLine)
                .map(lines::canonical);
    }

    @Override
    public String canonical(String target) {
        return lines.canonical(target);
    }

    @Override
    public WellAmount amounts(ChosenPlate source, String target, Faults faults) {
        return CompoundAmounts.of(source, protocol.molarMass(), faults);
    }

    @Override
    public void check(AssayBlock block, ChosenPlate source, Faults faults) {
        FileTags tags = FileTags.of(source.file(), protocol.growth().dayZeroFiles(), faults);
        tagsOf.put(block, tags);
        block.wells().stream()
                .filter(well -> Math.abs(well.signal()) > LARGEST_SIGNAL)
                .forEach(well -> faults.add(
                        block.file(),
                        "well " + well.address(),
                        well.signal() + " is no reading of a plate reader",
                        "check the file, or exclude the well in the plate map"));
        String of = " plate " + block.plate() + (block.target().isEmpty() ? "" : " (" + block.target() + ")");
        if (!block.has(WellRole.VEHICLE)) {
            faults.add(
                    source.mapPath(),
                    "",
                    (tags.isDayZero() ? "day-0" : "treated") + of + " has no usable vehicle well, so "
                            + (tags.isDayZero() ? "the cells at the beginning" : "100 % viability") + " are unknown",
                    "map untreated cells as vehicle");
        }
        if (!block.has(WellRole.BLANK)
                && !tags.isDayZero()
                && protocol.signal().normalization() == Normalization.BLANK_AND_VEHICLE) {
            faults.add(
                    source.mapPath(),
                    "",
                    "treated" + of + " has no usable blank well (medium and reagent without cells), so 0 % viability is"
                            + " unknown",
                    "map blank wells, or set normalization=vehicle");
        }
    }
}
