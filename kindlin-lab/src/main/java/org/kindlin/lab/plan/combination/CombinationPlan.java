package org.kindlin.lab.plan.combination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.AssayPlan;
import org.kindlin.lab.plan.Compound;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Control;
import org.kindlin.lab.plan.IntervalWidth;
import org.kindlin.lab.plan.PairPlates;
import org.kindlin.lab.plan.Pairing;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.PlateDesign;
import org.kindlin.lab.plan.Volume;

/**
 * Plans two agents on one cell line, read as luminescence of ATP: a checkerboard or a ray of constant ratio, each dose also
 * alone. It promises the interval of the mean excess over Bliss independence.
 */
public final class CombinationPlan implements AssayPlan {
    private static final String SOURCE =
            "No source protocol: steps of a luminescent ATP assay [A]; the guides give MTT only (Guide A, lines 119-140)";

    @Override
    public String assay() {
        return "combination";
    }

    @Override
    public List<Key<?>> keys() {
        return CombinationPlanKeys.all();
    }

    @Override
    public Optional<Plan> plan(Resolved settings, long seed, Faults faults) {
        PlateDesign design = CombinationPlanKeys.DESIGN.read(settings, faults);
        if (faults.any()) {
            return Optional.empty();
        }
        boolean small = design.format() == PlateFormat.WELLS_96;
        double well = small ? 100 : design.format() == PlateFormat.WELLS_384 ? 50 : 8;
        PairPlates.Request request = new PairPlates.Request(
                settings.get(CombinationPlanKeys.LINE),
                List.of(
                        Control.of(
                                "V",
                                "vehicle twice: 100 %",
                                WellRole.VEHICLE,
                                count(settings, CombinationPlanKeys.VEHICLE_WELLS)),
                        Control.of(
                                "0",
                                "blank, medium without cells: 0 %",
                                WellRole.BLANK,
                                count(settings, CombinationPlanKeys.BLANK_WELLS))),
                Volume.microlitres(well),
                Volume.microlitres(well / 10),
                "growth medium",
                settings.get(CombinationPlanKeys.SECOND_TOP),
                settings.get(CombinationPlanKeys.PAIRING));
        return PairPlates.of(design, request, seed, settings.settings(), faults)
                .map(plates -> plan(settings, seed, plates));
    }

    private Plan plan(Resolved settings, long seed, CompoundPlates plates) {
        Plan.Bench bench = new CombinationBench(
                        plates,
                        count(settings, CombinationPlanKeys.SEEDING),
                        settings.get(CombinationPlanKeys.EXPOSURE))
                .bench();
        List<String> names = plates.plates().stream().map(PlannedPlate::name).toList();
        String form = settings.get(CombinationPlanKeys.PAIRING) == Pairing.RAY ? "Ray" : "Checkerboard";
        return plates.plan(
                assay(),
                form + " of " + plates.compounds() + " on " + settings.get(CombinationPlanKeys.LINE),
                settings,
                seed,
                CombinationPlanKeys.DESIGN.mass(settings),
                new Plan.Remarks(SOURCE, assumptions(), warnings(settings, plates)),
                bench,
                new Plan.Use(
                        "blissExcess",
                        0.95,
                        analysis(plates),
                        List.of(new Plan.LabRun(names, lab(settings, plates))),
                        IntervalWidth.DIFFERENCE));
    }

    private static List<String> assumptions() {
        return List.of(
                "Codes name the step of each agent from its highest dose: A2B3 holds the second dose of the first agent and the"
                        + " third of the second.",
                "Every well gets both additions, dose or vehicle: DMSO is the same everywhere, half of it from each agent.",
                "Volumes: 80 % of the well's volume cells, 10 % of each diluted agent.",
                "Doses, replicates, exposure and numbers of controls as stated in this plan.",
                "An excess over Bliss independence is a departure from one model of no interaction; the analysis reports"
                        + " Loewe, HSA and ZIP beside it.");
    }

    private static List<Warning> warnings(Resolved settings, CompoundPlates plates) {
        List<Warning> warnings = new ArrayList<>();
        if (settings.get(CombinationPlanKeys.PAIRING) == Pairing.RAY) {
            warnings.add(new Warning(
                    "one-ratio",
                    "A ray tells of one ratio of the agents only; a checkerboard shows where they interact."));
        }
        warnings.add(new Warning(
                "two-dimensional",
                "Two-dimensional growth is insensitive to FAK inhibition: a weak effect here says little."));
        warnings.addAll(plates.warnings());
        return warnings;
    }

    private static Map<String, String> analysis(CompoundPlates plates) {
        List<Compound> agents = plates.set().design().compounds();
        Map<String, String> analysis = new LinkedHashMap<>();
        analysis.put("compound", agents.getFirst().name());
        analysis.put("compound2", agents.getLast().name());
        analysis.put("unit", "nM");
        analysis.put("nullModels", "judged"); // the others do not change its interval and cost most of the time
        return analysis;
    }

    private static Map<String, String> lab(Resolved settings, CompoundPlates plates) {
        List<Compound> agents = plates.set().design().compounds();
        Map<String, String> lab = new LinkedHashMap<>();
        lab.put("compound", agents.getFirst().name());
        lab.put("compound2", agents.getLast().name());
        lab.put("ic50", settings.get(CombinationPlanKeys.EXPECTED_IC50).toString());
        lab.put("ic50Second", settings.get(CombinationPlanKeys.EXPECTED_IC50_2).toString());
        lab.put("excess", settings.get(CombinationPlanKeys.EXPECTED_EXCESS).toString());
        lab.put("sd", settings.get(CombinationPlanKeys.EXPECTED_SD).toString());
        return lab;
    }

    private static int count(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
