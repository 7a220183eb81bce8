package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.map.LayoutComparison;
import org.kindlin.assays.plate.map.PlateMapReader;
import org.kindlin.assays.plate.map.StatedLayout;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Reads plates and their maps into blocks of one plate and one target. */
public final class BlockReader {
    private final BlockRules rules;
    private final Faults faults = new Faults();
    private final Map<String, Optional<PlateMap>> maps = new LinkedHashMap<>();
    private final List<AssayBlock> blocks = new ArrayList<>();

    private BlockReader(BlockRules rules) {
        this.rules = rules;
    }

    /**
     * The blocks of these files, in the order of the files.
     *
     * @param faults takes every fault of every file, each once though plates share a map
     */
    public static List<AssayBlock> read(List<InputFile> files, BlockRules rules, Faults faults) {
        BlockReader reader = new BlockReader(rules);
        files.forEach(reader::readFile);
        reader.faults.all().stream().distinct().forEach(faults::add);
        return reader.blocks;
    }

    private void readFile(InputFile file) {
        Optional<String> target = rules.target(file, faults);
        List<Plate> plates = PlateReaders.read(file.data(), rules.readingMode(), faults);
        Optional<String> remedy = rules.remedyWithoutMap();
        boolean unknown = plates.isEmpty()
                || plates.stream().anyMatch(plate -> plate.labels().isEmpty());
        if (file.layout().isEmpty() && remedy.isPresent() && unknown) {
            faults.add(
                    file.data().path(),
                    "",
                    "has no plate map, so its vehicle, background and sample wells are unknown",
                    remedy.get());
            return;
        }
        Optional<PlateMap> map = file.layout().flatMap(this::map);
        if (map.isEmpty() && file.layout().isPresent()) {
            return; // the map's own faults say why
        }
        for (int i = 0; i < plates.size(); i++) {
            Plate plate = plates.get(i);
            String name = uniqueName(file.data(), plates.size() > 1 ? " plate " + (i + 1) : "");
            rules.choose(plate, faults)
                    .ifPresent(choice -> readPlate(new ChosenPlate(file, plate, choice, name), target, map));
        }
    }

    /** A plate map, read once however many plates share it; empty where it has faults. */
    private Optional<PlateMap> map(RawFile layout) {
        return maps.computeIfAbsent(layout.path(), path -> {
            Faults own = new Faults();
            PlateMap map = PlateMapReader.read(layout, own);
            own.all().forEach(faults::add);
            return own.any() ? Optional.empty() : Optional.of(map);
        });
    }

    private void readPlate(ChosenPlate source, Optional<String> ofFile, Optional<PlateMap> map) {
        List<Well> wells =
                map.map(present -> present.on(source.plate().identifier())).orElseGet(() -> withoutMap(source));
        if (wells.isEmpty()) {
            faults.add(
                    source.mapPath(),
                    "",
                    "has no wells for plate '" + source.plate().identifier() + "' of " + source.path(),
                    "name the plate as its file does, or leave the plate column out");
            return;
        }
        Optional<Warning> finding = map.isPresent()
                ? LayoutComparison.differences(source.plate(), wells)
                : statesItself() ? Optional.of(StatedLayout.used(wells)) : Optional.empty();
        blocks(finding.map(source::withFinding).orElse(source), ofFile, wells);
    }

    /** Whether the reader's own layout serves where no map is given; otherwise such a plate is taken row by row. */
    private boolean statesItself() {
        return rules.remedyWithoutMap().isPresent();
    }

    private List<Well> withoutMap(ChosenPlate source) {
        return statesItself()
                ? StatedLayout.wells(
                        source.plate(), rules.samples(), source.file().tags(), faults)
                : RowsAsLevels.wells(source.plate().format(), source.read());
    }

    private void blocks(ChosenPlate source, Optional<String> ofFile, List<Well> wells) {
        for (String target : targets(wells, ofFile)) {
            WellAmount amounts = rules.amounts(source, target, faults);
            WellAmount unheeded = rules.amounts(source, target, new Faults());
            AssayBlock block =
                    new BlockBuilder(source, target, rules::canonical, amounts, unheeded, faults).build(wells);
            rules.check(block, source, faults);
            blocks.add(block);
        }
    }

    /** The targets of a plate: those its map names, else that of its file; empty where unknown. */
    private List<String> targets(List<Well> wells, Optional<String> ofFile) {
        TreeSet<String> named = new TreeSet<>();
        wells.stream().map(Well::target).filter(target -> !target.isBlank()).forEach(named::add);
        if (!named.isEmpty()) {
            return named.stream().map(rules::canonical).distinct().toList();
        }
        return List.of(ofFile.orElse(""));
    }

    private String uniqueName(RawFile file, String suffix) {
        String name = file.name();
        int dot = name.lastIndexOf('.');
        String base = (dot > 0 ? name.substring(0, dot) : name) + suffix;
        String unique = base;
        for (int i = 2; isTaken(unique); i++) {
            unique = base + " (" + i + ")";
        }
        return unique;
    }

    private boolean isTaken(String name) {
        return blocks.stream().anyMatch(block -> block.plate().equals(name));
    }
}
