package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.ReadQuery;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.BlockReader;
import org.kindlin.assays.plate.assay.BlockRules;
import org.kindlin.assays.plate.assay.ChosenPlate;
import org.kindlin.assays.plate.assay.CompoundAmounts;
import org.kindlin.assays.plate.assay.WellAmount;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;

/** Reads the antibody's plates and, from the same or other files, the stain of their cells. */
public final class ElisaReader {
    private ElisaReader() {}

    /** The data of these files; every fault of every file is collected. */
    static ElisaData read(List<InputFile> files, ElisaProtocol protocol, Faults faults) {
        List<InputFile> stained =
                files.stream().filter(file -> isStain(file, protocol.reads())).toList();
        List<InputFile> antibody =
                files.stream().filter(file -> !stained.contains(file)).toList();
        List<AssayBlock> signals = BlockReader.read(
                antibody, new Rules(protocol, protocol.reads().signal().query(), true), faults);
        if (!protocol.isNormalized()) {
            return new ElisaData(signals.stream()
                    .map(block -> new ElisaPlate(block, Optional.empty()))
                    .toList());
        }
        boolean ownFiles = protocol.reads().stainFile().isPresent();
        List<AssayBlock> stains = BlockReader.read(
                ownFiles ? stained : antibody,
                new Rules(
                        protocol,
                        protocol.reads()
                                .signal()
                                .query()
                                .companion(protocol.reads().stain()),
                        false),
                faults);
        return faults.any() ? new ElisaData(List.of()) : new ElisaData(pairs(signals, stains, protocol, faults));
    }

    private static boolean isStain(InputFile file, ElisaProtocol.Reads reads) {
        return reads.stainFile()
                .map(part -> file.data().name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** Each plate with its stain, in the order of the files. */
    private static List<ElisaPlate> pairs(
            List<AssayBlock> signals, List<AssayBlock> stains, ElisaProtocol protocol, Faults faults) {
        if (signals.size() != stains.size()) {
            faults.add(
                    signals.isEmpty() ? "files" : signals.getFirst().file(),
                    "",
                    signals.size() + " plates of the antibody and " + stains.size() + " of "
                            + protocol.reads().normalization().words(),
                    "give one plate of each, in the same order");
            return List.of();
        }
        List<ElisaPlate> pairs = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            if (signals.get(i).format() != stains.get(i).format()) {
                faults.add(
                        stains.get(i).file(),
                        "",
                        "is a " + stains.get(i).format() + " plate, and the antibody's a "
                                + signals.get(i).format() + " one",
                        "give the plates in the same order");
            }
            if (signals.get(i).choice().read().equals(stains.get(i).choice().read())) {
                faults.add(
                        stains.get(i).file(),
                        "read",
                        "'" + stains.get(i).choice().read().label() + "' would be divided by itself",
                        "set read and normalizationRead to different reads of the plate");
            }
            pairs.add(new ElisaPlate(signals.get(i), Optional.of(stains.get(i))));
        }
        return pairs;
    }

    /**
     * How blocks are made of plates.
     *
     * @param read which read of a plate
     * @param checked whether controls are asked for; once is enough
     */
    private record Rules(ElisaProtocol protocol, ReadQuery read, boolean checked) implements BlockRules {
        @Override
        public ReadingMode readingMode() {
            return protocol.reads().signal().mode();
        }

        @Override
        public Optional<ReadChoice> choose(Plate plate, Faults faults) {
            return ReadChoice.of(plate, read, faults);
        }

        @Override
        public Optional<String> remedyWithoutMap() {
            return Optional.of("give a layout with roles (unstimulated, vehicle, sample, blank)");
        }

        @Override
        public Optional<String> target(InputFile file, Faults faults) {
            return Optional.ofNullable(file.tags().get("target"))
                    .filter(target -> !target.isBlank())
                    .or(() -> Optional.of(protocol.antigen()));
        }

        @Override
        public String canonical(String target) {
            return target.strip();
        }

        @Override
        public WellAmount amounts(ChosenPlate source, String target, Faults faults) {
            return CompoundAmounts.of(source, protocol.molarMass(), faults);
        }

        @Override
        public void check(AssayBlock block, ChosenPlate source, Faults faults) {
            if (checked && !block.has(WellRole.VEHICLE)) {
                faults.add(
                        source.mapPath(),
                        "",
                        "plate " + block.plate() + " has no usable vehicle well, so full activation is unknown",
                        "map stimulated wells with vehicle only as vehicle");
            }
        }
    }
}
