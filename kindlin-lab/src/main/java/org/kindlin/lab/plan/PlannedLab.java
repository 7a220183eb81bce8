package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.map.PlateMapWriter;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.lab.VirtualLab;
import org.kindlin.lab.VirtualPlateAssay;

/**
 * A plan as the virtual lab performs it: its plate map, and the settings of each group of plates.
 *
 * @param assay the assay
 * @param map the plan's layout
 * @param format size of its plates
 * @param runs plates and settings
 */
public record PlannedLab(String assay, PlateMap map, PlateFormat format, List<Plan.LabRun> runs) {

    public PlannedLab {
        runs = List.copyOf(runs);
    }

    public static PlannedLab of(Plan plan) {
        return new PlannedLab(
                plan.assay(),
                plan.layout(),
                plan.plates().getFirst().format(),
                plan.use().lab());
    }

    /** Whether the virtual lab can perform plans of this assay. */
    public static boolean isPossible(String assay) {
        return VirtualLab.find(assay)
                .filter(VirtualPlateAssay.class::isInstance)
                .isPresent();
    }

    /**
     * Performs every plate.
     *
     * @param overriding settings that go before those of the plan
     * @return the instrument's files and the truth of every subject; the map is the plan's own
     * @throws org.kindlin.fault.InputFaultException with every fault of the settings
     */
    public LabBatch perform(Settings overriding, long seed) {
        VirtualPlateAssay virtual = virtual();
        List<LabFile> files = new ArrayList<>();
        List<Truth> truth = new ArrayList<>();
        Faults faults = new Faults();
        for (Plan.LabRun run : runs) {
            Resolved resolved = resolved(run, overriding, virtual, faults);
            faults.throwIfAny();
            LabBatch batch = virtual.performOn(run.plates(), map, format, resolved, seed, faults);
            faults.throwIfAny();
            files.addAll(batch.files());
            truth.addAll(batch.truth());
        }
        return new LabBatch(files, truth);
    }

    /**
     * Performs every plate and adds the plate map and {@code truth.json}, which say that they are simulated.
     *
     * @throws org.kindlin.fault.InputFaultException with every fault of the settings
     */
    public List<LabFile> files(Settings overriding, long seed) {
        LabBatch batch = perform(overriding, seed);
        List<LabFile> files = new ArrayList<>(batch.files());
        files.add(LabFile.ofText("layout.csv", PlateMapWriter.write(map, true)));
        List<ProtocolEntry> settings = new ArrayList<>();
        for (Plan.LabRun run : runs) {
            String prefix = runs.size() == 1 ? "" : String.join(" ", run.plates()) + ": ";
            resolved(run, overriding, virtual(), new Faults())
                    .entries()
                    .forEach(entry -> settings.add(
                            new ProtocolEntry(prefix + entry.name(), entry.value(), entry.stated(), entry.meaning())));
        }
        return VirtualLab.withTruth(assay, new LabBatch(files, batch.truth()), settings, seed);
    }

    private VirtualPlateAssay virtual() {
        return VirtualLab.find(assay)
                .filter(VirtualPlateAssay.class::isInstance)
                .map(VirtualPlateAssay.class::cast)
                .orElseThrow(
                        () -> new IllegalArgumentException("the virtual lab performs no plans of '" + assay + "'"));
    }

    private static Resolved resolved(Plan.LabRun run, Settings overriding, VirtualAssay virtual, Faults faults) {
        Map<String, String> stated = new LinkedHashMap<>(run.settings());
        stated.putAll(overriding.stated());
        return new Settings(stated, overriding.origin(), overriding.place()).resolve(virtual.keys(), faults);
    }
}
