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
import org.kindlin.assays.plate.PlateMapReader;
import org.kindlin.assays.plate.PlateReaders;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/** Reads kinase plates and their maps into blocks of one plate and one target. */
final class KinaseReader {
    private final KinaseProtocol protocol;
    private final Faults faults;
    private final List<AssayBlock> blocks = new ArrayList<>();
    private final Map<String, TargetConditions> conditions = new LinkedHashMap<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();

    private KinaseReader(KinaseProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    /** The data of these files; every fault of every file is collected. */
    static KinaseData read(List<InputFile> files, KinaseProtocol protocol, Faults faults) {
        KinaseReader reader = new KinaseReader(protocol, faults);
        files.forEach(reader::readFile);
        return new KinaseData(reader.blocks, reader.conditions, reader.exclusions, reader.findings);
    }

    private void readFile(InputFile file) {
        TargetTags tags = TargetTags.of(file, faults);
        List<Plate> plates = PlateReaders.read(file.data(), faults);
        Optional<PlateMap> map = file.layout().map(layout -> PlateMapReader.read(layout, faults));
        if (file.layout().isEmpty() && protocol.scale().normalization() != Normalization.NONE) {
            faults.add(
                    file.data().path(),
                    "",
                    "has no plate map, so its vehicle, background and sample wells are unknown",
                    "give a layout, or set normalization=none to describe the signals row by row");
            return;
        }
        for (int i = 0; i < plates.size(); i++) {
            Plate plate = plates.get(i);
            String name = uniqueName(file.data(), plates.size() > 1 ? " plate " + (i + 1) : "");
            findings.addAll(plate.findings());
            readPlate(file, tags, plate, name, map);
        }
    }

    private void readPlate(InputFile file, TargetTags tags, Plate plate, String name, Optional<PlateMap> map) {
        List<Well> wells = map.map(present -> present.on(plate.identifier()))
                .orElseGet(() -> RowsAsLevels.wells(plate.format(), protocol.read(plate)));
        String mapFile = file.layout().map(RawFile::path).orElse(file.data().path());
        if (wells.isEmpty() && !faults.any()) {
            faults.add(
                    mapFile,
                    "",
                    "has no wells for plate '" + plate.identifier() + "' of "
                            + file.data().path(),
                    "name the plate as its file does, or leave the plate column out");
            return;
        }
        targets(wells, tags).forEach(target -> {
            TargetConditions found = conditionsOf(file, target, tags);
            WellAmounts amounts = new WellAmounts(mapFile, protocol.molarMass(), found.atpMicromolar(), faults);
            BlockBuilder builder = new BlockBuilder(file, plate, protocol.read(plate), name, target, amounts);
            AssayBlock block = builder.build(wells, exclusions, faults);
            RequiredControls.check(block, mapFile, protocol.scale(), faults);
            blocks.add(block);
        });
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

    private TargetConditions conditionsOf(InputFile file, String target, TargetTags tags) {
        TargetConditions now = protocol.constants().conditions(target, tags);
        TargetConditions before = conditions.putIfAbsent(target, now);
        if (before != null && !before.equals(now)) {
            faults.add(
                    file.data().path(),
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
