package org.kindlin.lab.plan.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.AssayPlan;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Control;
import org.kindlin.lab.plan.LiquidHandler;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.PlateDesign;
import org.kindlin.lab.plan.Reagent;
import org.kindlin.lab.plan.Step;
import org.kindlin.lab.plan.Volume;

/** Plans an ADP-Glo kinase assay: compounds against FAK, Pyk2 or another kinase with Poly(Glu,Tyr 4:1). */
public final class KinasePlan implements AssayPlan {
    private static final double[] STANDARDS = {0, 2, 5, 10, 20, 40};
    private static final String SOURCE = "Guide A, biochemical kinase assay (lines 66-89), steps 1 to 9";

    @Override
    public String assay() {
        return "kinase";
    }

    @Override
    public List<Key<?>> keys() {
        return KinasePlanKeys.all();
    }

    @Override
    public Optional<Plan> plan(Resolved settings, long seed, Faults faults) {
        PlateDesign design = KinasePlanKeys.DESIGN.read(settings, faults);
        KinaseConditions conditions = KinaseConditions.of(settings, faults);
        Volume reaction = settings.find(KinasePlanKeys.REACTION)
                .map(volume -> Volume.microlitres(volume.in(Unit.MICROLITRE)))
                .orElse(KinaseReactionVolumes.usual(design.format()));
        boolean direct = design.handler() == LiquidHandler.ECHO;
        KinaseReactionVolumes volumes = new KinaseReactionVolumes(reaction, direct);
        List<Control> standards = standards(settings);
        List<Control> controls = new ArrayList<>(List.of(
                Control.of(
                        "V",
                        "vehicle: 0 % inhibition",
                        WellRole.VEHICLE,
                        count(settings, KinasePlanKeys.VEHICLE_WELLS)),
                Control.of(
                        "N",
                        "no enzyme: 100 % inhibition",
                        WellRole.NO_ENZYME,
                        count(settings, KinasePlanKeys.NO_ENZYME_WELLS))));
        controls.addAll(standards);
        if (faults.any()) {
            return Optional.empty();
        }
        CompoundPlates.Request request = new CompoundPlates.Request(
                conditions.targets(), controls, volumes.reaction(), volumes.compound(), "kinase buffer");
        return CompoundPlates.of(design, request, seed, settings.settings(), faults)
                .map(plates -> plan(settings, seed, conditions, volumes, plates, standards));
    }

    private Plan plan(
            Resolved settings,
            long seed,
            KinaseConditions conditions,
            KinaseReactionVolumes volumes,
            CompoundPlates plates,
            List<Control> standards) {
        PlateDesign design = plates.set().design();
        KinaseReagents reagents = new KinaseReagents(conditions, volumes, plates, standards);
        List<Step> steps = new KinaseSteps(conditions, volumes, plates, reagents.standardLines()).all();
        List<Warning> warnings = new ArrayList<>(conditions.warnings());
        warnings.addAll(plates.warnings());
        List<Reagent> made = reagents.all();
        return plates.plan(
                assay(),
                "ADP-Glo kinase assay: " + plates.compounds() + " on " + String.join(" and ", conditions.targets()),
                settings,
                seed,
                KinasePlanKeys.DESIGN.mass(settings),
                new Plan.Remarks(SOURCE, conditions.assumptions(), warnings),
                new Plan.Bench(KinaseMaterials.of(plates, made, conditions, volumes), made, steps),
                new Plan.Use(
                        settings.get(KinasePlanKeys.PROMISE),
                        0.95,
                        conditions.analysis(100 * design.dmso()),
                        labRuns(settings, conditions, plates)));
    }

    private static List<Control> standards(Resolved settings) {
        int replicates = count(settings, KinasePlanKeys.STANDARD_REPLICATES);
        List<Control> standards = new ArrayList<>();
        for (int i = 0; i < STANDARDS.length && replicates > 0; i++) {
            standards.add(new Control(
                    "S" + (i + 1),
                    "ADP standard, " + (int) STANDARDS[i] + " % conversion",
                    WellRole.STANDARD,
                    replicates,
                    "ADP",
                    new Quantity(STANDARDS[i], Unit.PERCENT)));
        }
        return standards;
    }

    private static int count(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }

    private static List<Plan.LabRun> labRuns(Resolved settings, KinaseConditions conditions, CompoundPlates plates) {
        List<Plan.LabRun> runs = new ArrayList<>();
        for (String target : conditions.targets()) {
            Map<String, String> lab = new LinkedHashMap<>();
            lab.put("target", target);
            lab.put("compounds", expected(settings, plates.set().design()));
            lab.put("atp", conditions.atp().toString());
            lab.put(
                    "kmAtp",
                    conditions.kmAtp().getOrDefault(target, conditions.atp()).toString());
            lab.put("enzymeConcentration", conditions.enzyme().toString());
            List<String> names = plates.plates().stream()
                    .filter(plate -> plate.target().equals(target))
                    .map(PlannedPlate::name)
                    .toList();
            runs.add(new Plan.LabRun(names, lab));
        }
        return runs;
    }

    private static String expected(Resolved settings, PlateDesign design) {
        List<String> constants = settings.get(KinasePlanKeys.EXPECTED_KI);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < design.compounds().size(); i++) {
            parts.add(design.compounds().get(i).name() + "=" + constants.get(Math.min(i, constants.size() - 1)));
        }
        return String.join(", ", parts);
    }
}
