package org.kindlin.lab.plan.viability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.AssayPlan;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Control;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.PlateDesign;
import org.kindlin.lab.plan.Volume;

/** Plans an MTT assay: compounds on cell lines, percent of vehicle. */
public final class ViabilityPlan implements AssayPlan {
    private static final String SOURCE = "Guide A, MTT viability assay (lines 119-140)";

    @Override
    public String assay() {
        return "viability";
    }

    @Override
    public List<Key<?>> keys() {
        return ViabilityPlanKeys.all();
    }

    @Override
    public Optional<Plan> plan(Resolved settings, long seed, Faults faults) {
        PlateDesign design = ViabilityPlanKeys.DESIGN.read(settings, faults);
        if (faults.any()) {
            return Optional.empty();
        }
        boolean small = design.format() == PlateFormat.WELLS_96;
        CompoundPlates.Request request = new CompoundPlates.Request(
                settings.get(ViabilityPlanKeys.LINES),
                List.of(
                        Control.of(
                                "V",
                                "vehicle: 100 %",
                                WellRole.VEHICLE,
                                count(settings, ViabilityPlanKeys.VEHICLE_WELLS)),
                        Control.of(
                                "B",
                                "blank, medium without cells: 0 %",
                                WellRole.BLANK,
                                count(settings, ViabilityPlanKeys.BLANK_WELLS))),
                Volume.microlitres(small ? 100 : 50),
                Volume.microlitres(small ? 20 : 10),
                "growth medium");
        return CompoundPlates.of(design, request, seed, settings.settings(), faults)
                .map(plates -> plan(settings, seed, plates));
    }

    private Plan plan(Resolved settings, long seed, CompoundPlates plates) {
        PlateDesign design = plates.set().design();
        Plan.Bench bench = new ViabilityBench(
                        plates,
                        count(settings, ViabilityPlanKeys.SEEDING),
                        settings.get(ViabilityPlanKeys.EXPOSURE),
                        settings.get(ViabilityPlanKeys.MTT))
                .bench();
        List<String> names = plates.plates().stream().map(PlannedPlate::name).toList();
        return plates.plan(
                assay(),
                "MTT viability assay: " + plates.compounds() + " on "
                        + String.join(", ", plates.set().targets()),
                settings,
                seed,
                ViabilityPlanKeys.DESIGN.mass(settings),
                new Plan.Remarks(SOURCE, assumptions(), warnings(plates)),
                bench,
                new Plan.Use("ic50", 0.95, analysis(settings, design), labRuns(settings, names, plates)));
    }

    private static List<String> assumptions() {
        return List.of(
                "Volumes: 80 % of the well's volume cells, 20 % diluted compound; the protocol gives none.",
                "A day-0 plate of each line: the protocol has none, and growth delay cannot be told from killing without.",
                "Reference wavelength 630-690 nm, MTT stock 5 mg/mL, shaking 15 min: the protocol gives none.",
                "Doses, replicates and numbers of controls as stated in this plan: the protocol gives none.",
                "Growth of two-dimensional cultures is little affected by FAK inhibitors: neither efficacy nor failure"
                        + " follows from this assay alone.");
    }

    private static List<Warning> warnings(CompoundPlates plates) {
        List<Warning> warnings = new ArrayList<>();
        warnings.add(new Warning(
                "two-dimensional",
                "Two-dimensional growth is insensitive to FAK inhibition: a weak effect here says little."));
        warnings.addAll(plates.warnings());
        return warnings;
    }

    private static Map<String, String> analysis(Resolved settings, PlateDesign design) {
        Map<String, String> analysis = new LinkedHashMap<>();
        analysis.put("reagent", "mtt");
        analysis.put("read", "570");
        analysis.put("referenceRead", "630");
        analysis.put("culture", "2d");
        analysis.put("seedingDensity", Integer.toString(count(settings, ViabilityPlanKeys.SEEDING)));
        analysis.put("exposure", settings.get(ViabilityPlanKeys.EXPOSURE).toString());
        analysis.put("dmsoPercent", Amount.number(100 * design.dmso()));
        return analysis;
    }

    /** The virtual lab knows one compound at a time. */
    private static List<Plan.LabRun> labRuns(Resolved settings, List<String> names, CompoundPlates plates) {
        if (plates.set().design().compounds().size() > 1) {
            return List.of();
        }
        Quantity ic50 = settings.get(ViabilityPlanKeys.EXPECTED_IC50);
        Quantity doubling = settings.get(ViabilityPlanKeys.EXPECTED_DOUBLING);
        List<String> lines = plates.set().targets().stream()
                .map(line -> line + "=" + doubling.to(Unit.HOUR) + "|" + ic50.to(Unit.NANOMOLAR) + "|0")
                .toList();
        Map<String, String> lab = new LinkedHashMap<>();
        lab.put("compound", plates.set().design().compounds().getFirst().name());
        lab.put("lines", String.join(", ", lines));
        lab.put("exposure", settings.get(ViabilityPlanKeys.EXPOSURE).toString());
        lab.put("logisticIn", "viability");
        return List.of(new Plan.LabRun(names, lab));
    }

    private static int count(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
