package org.kindlin.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.lab.adhesion.VirtualAdhesion;
import org.kindlin.lab.biomarker.VirtualBiomarker;
import org.kindlin.lab.blot.VirtualBlot;
import org.kindlin.lab.collagen.VirtualCollagen;
import org.kindlin.lab.combination.VirtualCombination;
import org.kindlin.lab.cytometry.VirtualCytometry;
import org.kindlin.lab.doseresponse.VirtualDoseResponse;
import org.kindlin.lab.elisa.VirtualElisa;
import org.kindlin.lab.growth.VirtualGrowth;
import org.kindlin.lab.kinase.VirtualKinase;
import org.kindlin.lab.pharmacokinetics.VirtualPharmacokinetics;
import org.kindlin.lab.proliferation.VirtualProliferation;
import org.kindlin.lab.response.VirtualResponse;
import org.kindlin.lab.survival.VirtualSurvival;
import org.kindlin.lab.tracks.VirtualTracks;
import org.kindlin.lab.transwell.VirtualTranswell;
import org.kindlin.lab.viability.VirtualViability;
import org.kindlin.lab.wound.VirtualWound;

/** Every assay the virtual lab can perform, and the one way to perform it. */
public final class VirtualLab {
    private static final List<VirtualAssay> ALL = List.of(
            new VirtualDoseResponse(),
            new VirtualProliferation(),
            new VirtualTracks(),
            new VirtualCombination(),
            new VirtualKinase(),
            new VirtualViability(),
            new VirtualElisa(),
            new VirtualCollagen(),
            new VirtualBlot(),
            new VirtualWound(),
            new VirtualTranswell(),
            new VirtualAdhesion(),
            new VirtualGrowth(),
            new VirtualCytometry(),
            new VirtualPharmacokinetics(),
            new VirtualSurvival(),
            new VirtualResponse(),
            new VirtualBiomarker());

    private VirtualLab() {}

    public static List<VirtualAssay> all() {
        return ALL;
    }

    public static Optional<VirtualAssay> find(String name) {
        return ALL.stream().filter(assay -> assay.name().equals(name)).findFirst();
    }

    /**
     * Performs an assay and adds {@code truth.json} to its files.
     *
     * @throws org.kindlin.fault.InputFaultException with every fault of the settings
     */
    public static List<LabFile> perform(VirtualAssay assay, Settings settings, long seed) {
        Faults faults = new Faults();
        Resolved resolved = settings.resolve(assay.keys(), faults);
        faults.throwIfAny();
        LabBatch batch = assay.perform(resolved, seed, faults);
        faults.throwIfAny();
        return withTruth(assay.name(), batch, resolved.entries(), seed);
    }

    /** The files of a batch and {@code truth.json}. */
    public static List<LabFile> withTruth(String assay, LabBatch batch, List<ProtocolEntry> settings, long seed) {
        List<LabFile> files = new ArrayList<>(batch.files());
        files.add(LabFile.ofText("truth.json", TruthJson.write(assay, seed, settings, batch.truth())));
        return files;
    }
}
