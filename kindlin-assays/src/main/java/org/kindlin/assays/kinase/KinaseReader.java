package org.kindlin.assays.kinase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.BlockReader;
import org.kindlin.assays.plate.assay.BlockRules;
import org.kindlin.assays.plate.assay.ChosenPlate;
import org.kindlin.assays.plate.assay.CompoundAmounts;
import org.kindlin.assays.plate.assay.WellAmount;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;

/** Reads kinase plates and their maps into blocks of one plate and one target. */
public final class KinaseReader implements BlockRules {
    private final KinaseProtocol protocol;
    private final Map<String, TargetConditions> conditions = new LinkedHashMap<>();

    private KinaseReader(KinaseProtocol protocol) {
        this.protocol = protocol;
    }

    /** The data of these files; every fault of every file is collected, each once though plates share a map. */
    public static KinaseData read(List<InputFile> files, KinaseProtocol protocol, Faults faults) {
        KinaseReader reader = new KinaseReader(protocol);
        List<AssayBlock> blocks = BlockReader.read(files, reader, faults);
        return new KinaseData(blocks, reader.conditions);
    }

    @Override
    public ReadingMode readingMode() {
        return protocol.scale().reading().mode();
    }

    @Override
    public Optional<ReadChoice> choose(Plate plate, Faults faults) {
        return ReadChoice.of(plate, protocol.scale().reading().query(), faults);
    }

    @Override
    public Optional<String> remedyWithoutMap() {
        return protocol.scale().normalization() == Normalization.NONE
                ? Optional.empty()
                : Optional.of("give a layout, or set normalization=none to describe the signals row by row");
    }

    @Override
    public Optional<String> target(InputFile file, Faults faults) {
        return TargetTags.of(file, faults).target().or(protocol::target);
    }

    @Override
    public String canonical(String target) {
        return KnownTarget.canonical(target);
    }

    @Override
    public WellAmount amounts(ChosenPlate source, String target, Faults faults) {
        TargetConditions found = conditionsOf(source, target, faults);
        return new WellAmounts(CompoundAmounts.of(source, protocol.molarMass(), faults), found.atpMicromolar(), faults);
    }

    @Override
    public void check(AssayBlock block, ChosenPlate source, Faults faults) {
        RequiredControls.check(block, source.mapPath(), protocol.scale(), faults);
    }

    private TargetConditions conditionsOf(ChosenPlate source, String target, Faults faults) {
        TargetConditions now = protocol.constants().conditions(target, TargetTags.of(source.file(), faults));
        TargetConditions before = conditions.putIfAbsent(target, now);
        if (before != null && !before.equals(now)) {
            faults.add(
                    source.path(),
                    "tags",
                    "states other conditions than an earlier plate of target '" + target + "'",
                    "plates are combined only at the same ATP, Km(ATP) and enzyme; analyse them as separate experiments");
        }
        return now;
    }
}
