package org.kindlin.lab.plan.elisa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.AssayPlan;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Control;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.PlateDesign;
import org.kindlin.lab.plan.Volume;

/** Plans an in-cell ELISA: alpha-SMA of lung fibroblasts that cancer cells activate. */
public final class ElisaPlan implements AssayPlan {
    private static final String SOURCE = "Guide C, CAF activation by in-cell ELISA (lines 73-98)";

    @Override
    public String assay() {
        return "elisa";
    }

    @Override
    public List<Key<?>> keys() {
        return ElisaPlanKeys.all();
    }

    @Override
    public Optional<Plan> plan(Resolved settings, long seed, Faults faults) {
        PlateDesign design = ElisaPlanKeys.DESIGN.read(settings, faults);
        if (faults.any()) {
            return Optional.empty();
        }
        boolean small = design.format() == PlateFormat.WELLS_96;
        CompoundPlates.Request request = new CompoundPlates.Request(
                List.of(""),
                List.of(
                        Control.of(
                                "V",
                                "vehicle, activated",
                                WellRole.VEHICLE,
                                count(settings, ElisaPlanKeys.VEHICLE_WELLS)),
                        Control.of(
                                "U",
                                "unstimulated: fibroblasts alone",
                                WellRole.UNSTIMULATED,
                                count(settings, ElisaPlanKeys.UNSTIMULATED_WELLS)),
                        Control.of(
                                "B",
                                "blank: no primary antibody",
                                WellRole.BLANK,
                                count(settings, ElisaPlanKeys.BLANK_WELLS))),
                Volume.microlitres(small ? 200 : 60),
                Volume.microlitres(small ? 20 : 6),
                "medium");
        return CompoundPlates.of(design, request, seed, settings.settings(), faults)
                .map(plates -> plan(settings, seed, plates));
    }

    private Plan plan(Resolved settings, long seed, CompoundPlates plates) {
        ElisaBench bench = new ElisaBench(
                plates,
                count(settings, ElisaPlanKeys.FIBROBLASTS),
                count(settings, ElisaPlanKeys.CANCER_CELLS),
                count(settings, ElisaPlanKeys.MONOCYTES),
                count(settings, ElisaPlanKeys.DAYS));
        List<Warning> warnings = new ArrayList<>();
        warnings.add(
                new Warning(
                        "dapi-confounded",
                        "DAPI counts cancer cells and THP-1 too, and cannot be trusted after acid: read it before the substrate."));
        warnings.addAll(plates.warnings());
        Plan.Use use = new Plan.Use("ic50", 0.95, analysis(settings), labRuns(settings, plates));
        return plates.plan(
                assay(),
                "In-cell ELISA, alpha-SMA: " + plates.compounds() + " on activated lung fibroblasts",
                settings,
                seed,
                ElisaPlanKeys.DESIGN.mass(settings),
                new Plan.Remarks(SOURCE, assumptions(), warnings),
                bench.bench(),
                use);
    }

    private static List<String> assumptions() {
        return List.of(
                "Volumes: half the well fibroblasts, the rest other cells and diluted compound; the protocol gives none.",
                "Unstimulated wells are fibroblasts alone; blank wells have no primary antibody: the protocol names neither.",
                "Antibody dilutions, wash number, temperatures of fixing and blocking, DAPI time: the protocol gives none.",
                "Doses, replicates and numbers of controls as stated in this plan: the protocol gives none.",
                "Simulations assume that the compound takes away 80 % of a 2.3-fold activation (Ilg 2025 for the fold;"
                        + " the 80 % and the IC50 are assumptions).");
    }

    private static Map<String, String> analysis(Resolved settings) {
        Map<String, String> analysis = new LinkedHashMap<>();
        analysis.put("read", "450");
        analysis.put("fibroblastsPerWell", Integer.toString(count(settings, ElisaPlanKeys.FIBROBLASTS)));
        int others = count(settings, ElisaPlanKeys.CANCER_CELLS) + count(settings, ElisaPlanKeys.MONOCYTES);
        analysis.put("otherCellsPerWell", Integer.toString(others));
        analysis.put("treatmentTime", count(settings, ElisaPlanKeys.DAYS) + " d");
        analysis.put("renewal", "none");
        analysis.put("stopSolution", "2 N H2SO4");
        analysis.put("normalizationFile", "dapi");
        analysis.put("normalizationReadAt", "before-substrate");
        analysis.put("unstimulatedCells", "fibroblasts-alone");
        return analysis;
    }

    private static List<Plan.LabRun> labRuns(Resolved settings, CompoundPlates plates) {
        String ic50 = settings.get(ElisaPlanKeys.EXPECTED_IC50).toString();
        int others = count(settings, ElisaPlanKeys.CANCER_CELLS) + count(settings, ElisaPlanKeys.MONOCYTES);
        Map<String, String> lab = new LinkedHashMap<>();
        lab.put(
                "compounds",
                plates.set().design().compounds().stream()
                        .map(compound -> compound.name() + "=" + ic50)
                        .collect(Collectors.joining(", ")));
        lab.put("fibroblasts", Integer.toString(count(settings, ElisaPlanKeys.FIBROBLASTS)));
        lab.put("otherCells", Integer.toString(others));
        return List.of(
                new Plan.LabRun(plates.plates().stream().map(PlannedPlate::name).toList(), lab));
    }

    private static int count(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
