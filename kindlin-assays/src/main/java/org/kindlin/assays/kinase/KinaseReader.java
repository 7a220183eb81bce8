package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.map.PlateMapReader;
import org.kindlin.assays.plate.reader.PlateReaders;

/** Reads kinase plates and their maps into blocks of one plate and one target. */
public final class KinaseReader {
    private final KinaseProtocol protocol;
    private final Faults faults = new Faults();
    private final Map<String, Optional<PlateMap>> maps = new LinkedHashMap<>();
    private final List<AssayBlock> blocks = new ArrayList<>();
    private final Map<String, TargetConditions> conditions = new LinkedHashMap<>();

    private KinaseReader(KinaseProtocol protocol) {
        this.protocol = protocol;
    }

    /** The data of these files; every fault of every file is collected, each once though plates share a map. */
    public static KinaseData read(List<InputFile> files, KinaseProtocol protocol, Faults faults) {
        KinaseReader reader = new KinaseReader(protocol);
        files.forEach(reader::readFile);
        reader.faults.all().stream().distinct().forEach(faults::add);
        return new KinaseData(reader.blocks, reader.conditions);
    }

    private void readFile(InputFile file) {
        TargetTags tags = TargetTags.of(file, faults);
        List<Plate> plates = PlateReaders.read(file.data(), faults);
        if (file.layout().isEmpty() && protocol.scale().normalization() != Normalization.NONE) {
            faults.add(
                    file.data().path(),
                    "",
                    "has no plate map, so its vehicle, background and sample wells are unknown",
                    "give a layout, or set normalization=none to describe the signals row by row");
            return;
        }
        Optional<PlateMap> map = file.layout().flatMap(this::map);
        if (map.isEmpty() && file.layout().isPresent()) {
            return; // the map's own faults say why
        }
        for (int i = 0; i < plates.size(); i++) {
            Plate plate = plates.get(i);
            String name = uniqueName(file.data(), plates.size() > 1 ? " plate " + (i + 1) : "");
            ReadChoice.of(plate, protocol.scale().read(), faults)
                    .ifPresent(read -> readPlate(new PlateSource(file, plate, read, name, tags), map));
        }
    }

    /** One plate of a file on its way to its blocks. */
    record PlateSource(InputFile file, Plate plate, ReadChoice choice, String name, TargetTags tags) {
        PlateRead read() {
            return choice.read();
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

    private void readPlate(PlateSource source, Optional<PlateMap> map) {
        String dataPath = source.file().data().path();
        String mapPath = source.file().layout().map(RawFile::path).orElse(dataPath);
        List<Well> wells = map.map(present -> present.on(source.plate().identifier()))
                .orElseGet(() -> RowsAsLevels.wells(source.plate().format(), source.read()));
        if (wells.isEmpty()) {
            faults.add(
                    mapPath,
                    "",
                    "has no wells for plate '" + source.plate().identifier() + "' of " + dataPath,
                    "name the plate as its file does, or leave the plate column out");
        }
        for (String target : wells.isEmpty() ? List.<String>of() : targets(wells, source.tags())) {
            TargetConditions found = conditionsOf(dataPath, target, source.tags());
            WellAmounts amounts = new WellAmounts(
                    mapPath, source.file().compounds(), protocol.molarMass(), found.atpMicromolar(), faults);
            AssayBlock block = new BlockBuilder(source, target, amounts, faults).build(wells);
            RequiredControls.check(block, mapPath, protocol.scale(), faults);
            blocks.add(block);
        }
    }

    /** The targets of a plate: those its map names, else the file's tag, else the protocol's; empty where unknown. */
    private List<String> targets(List<Well> wells, TargetTags tags) {
        TreeSet<String> named = new TreeSet<>();
        wells.stream().map(Well::target).filter(target -> !target.isBlank()).forEach(named::add);
        if (!named.isEmpty()) {
            return named.stream().map(KnownTarget::canonical).distinct().toList();
        }
        return List.of(tags.target().or(protocol::target).orElse(""));
    }

    private TargetConditions conditionsOf(String dataPath, String target, TargetTags tags) {
        TargetConditions now = protocol.constants().conditions(target, tags);
        TargetConditions before = conditions.putIfAbsent(target, now);
        if (before != null && !before.equals(now)) {
            faults.add(
                    dataPath,
                    "tags",
                    "states other conditions than an earlier plate of target '" + target + "'",
                    "plates are combined only at the same ATP, Km(ATP) and enzyme; analyse them as separate experiments");
        }
        return now;
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
