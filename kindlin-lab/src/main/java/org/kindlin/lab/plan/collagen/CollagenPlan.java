package org.kindlin.lab.plan.collagen;

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
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.AssayPlan;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Control;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.PlateDesign;
import org.kindlin.lab.plan.Timeline;
import org.kindlin.lab.plan.Volume;
import org.kindlin.numerics.random.RandomStream;

/** Plans a Sircol assay: compounds on cultures, soluble and insoluble collagen of each against a standard curve. */
public final class CollagenPlan implements AssayPlan {
    private static final String SOURCE = "Guide C, Sircol collagen assay (lines 149-169)";
    /** Alkali that takes up the insoluble fraction's dye-free extract, as a share of the culture's volume. */
    private static final double EXTRACT_SHARE = 0.5;

    @Override
    public String assay() {
        return "collagen";
    }

    @Override
    public List<Key<?>> keys() {
        return CollagenPlanKeys.all();
    }

    @Override
    public Optional<Plan> plan(Resolved settings, long seed, Faults faults) {
        PlateDesign design = CollagenPlanKeys.DESIGN.read(settings, faults);
        SircolPlates sircol = new SircolPlates(
                count(settings, CollagenPlanKeys.STANDARD_WELLS),
                count(settings, CollagenPlanKeys.SERUM_WELLS),
                count(settings, CollagenPlanKeys.EXTRACT_WELLS));
        if (sircol.culturesPerPlate() < 1) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(CollagenPlanKeys.EXTRACT_WELLS.name()),
                    "standards and medium leave no room for the extracts of one culture",
                    "fewer wells per extract or standard");
        }
        if (faults.any()) {
            return Optional.empty();
        }
        Volume culture = volume(design.format());
        CompoundPlates.Request request = new CompoundPlates.Request(
                List.of(""),
                List.of(Control.of(
                        "V", "vehicle", WellRole.VEHICLE, count(settings, CollagenPlanKeys.VEHICLE_CULTURES))),
                culture,
                new Volume(culture.picolitres() / 10),
                "culture medium");
        return CompoundPlates.of(design, request, seed, settings.settings(), faults)
                .map(plates -> plan(settings, seed, plates, sircol));
    }

    /** Working volumes of culture plates, as their makers state them. */
    private static Volume volume(PlateFormat format) {
        return Volume.microlitres(
                switch (format) {
                    case WELLS_6 -> 2000;
                    case WELLS_12 -> 1500;
                    case WELLS_24 -> 1000;
                    default -> 500;
                });
    }

    private Plan plan(Resolved settings, long seed, CompoundPlates plates, SircolPlates sircol) {
        List<PlannedPlate> read =
                sircol.of(plates.plates(), RandomStream.ofSeed(seed).child("plan layout of extracts"));
        Volume extract = new Volume((long) (plates.request().well().picolitres() * EXTRACT_SHARE));
        Plan.Bench bench = new CollagenBench(plates, sircol, read.size(), extract, settings).bench();
        List<String> vessels = plates.plates().stream().map(PlannedPlate::name).toList();
        List<Control> controls = new ArrayList<>(plates.set().controls());
        controls.add(Control.of("S0-S7", "standards, lowest first", WellRole.STANDARD, sircol.standardWells()));
        controls.add(Control.of("M", "cell-free medium", WellRole.SERUM_BLANK, sircol.serumWells()));
        return new Plan(
                assay(),
                "Sircol collagen assay: " + plates.compounds() + " on fibroblast cultures",
                seed,
                settings.entries(),
                new Plan.Remarks(SOURCE, assumptions(), warnings(plates)),
                new Plan.Chemistry(
                        plates.set().design(),
                        plates.request(),
                        plates.dilution(),
                        CollagenPlanKeys.DESIGN.mass(settings),
                        controls,
                        plates.transfers(),
                        plates.plates()),
                read,
                bench,
                Timeline.of(bench.steps(), vessels, plates.set().design().start()),
                new Plan.Use(
                        "foldOfVehicle", 0.95, analysis(settings, plates, extract), labRuns(settings, plates, read)),
                Optional.empty());
    }

    private static List<String> assumptions() {
        return List.of(
                "Culture volumes, cells, time with the compound, ascorbate (50 ug/mL) and serum (1 %): the protocol gives none.",
                "Acetic acid with pepsin for the insoluble fraction, 30 min with the dye: the protocol refers to the kit.",
                "Cell-free medium is carried through every step: serum binds the dye, and the protocol has no such control.",
                "Codes such as B3s and B3i: soluble and insoluble extract of the culture in well B3 of its culture plate.",
                "Doses, cultures and numbers of controls as stated in this plan: the protocol gives none.");
    }

    private static List<Warning> warnings(CompoundPlates plates) {
        List<Warning> warnings = new ArrayList<>();
        warnings.add(new Warning(
                "collagen-per-cell",
                "Less collagen may only mean fewer cells: count the cells of each culture, and give the counts in the"
                        + " plate map's column 'cells'."));
        warnings.addAll(plates.warnings());
        return warnings;
    }

    private static Map<String, String> analysis(Resolved settings, CompoundPlates plates, Volume extract) {
        Map<String, String> analysis = new LinkedHashMap<>();
        analysis.put("solubleVolume", millilitres(plates.request().well()));
        analysis.put("insolubleVolume", millilitres(extract));
        analysis.put("treatmentTime", settings.get(CollagenPlanKeys.EXPOSURE).toString());
        analysis.put("serumPercent", "1");
        analysis.put("ascorbate", "50 ug/mL");
        analysis.put("extraction", "0.5 M acetic acid with pepsin");
        analysis.put("dyeTime", "30 min");
        return analysis;
    }

    /** The virtual lab knows one compound at a time. */
    private static List<Plan.LabRun> labRuns(Resolved settings, CompoundPlates plates, List<PlannedPlate> read) {
        if (plates.set().design().compounds().size() > 1) {
            return List.of();
        }
        Map<String, String> lab = new LinkedHashMap<>();
        lab.put("compound", plates.set().design().compounds().getFirst().name());
        lab.put("maximalReductionPercent", Amount.number(settings.get(CollagenPlanKeys.EXPECTED_REDUCTION)));
        lab.put("ic50", settings.get(CollagenPlanKeys.EXPECTED_IC50).toString());
        lab.put("cultureCvPercent", Amount.number(settings.get(CollagenPlanKeys.CULTURE_CV)));
        lab.put("solubleVolume", millilitres(plates.request().well()));
        lab.put("insolubleVolume", millilitres(new Volume((long)
                (plates.request().well().picolitres() * EXTRACT_SHARE))));
        return List.of(new Plan.LabRun(read.stream().map(PlannedPlate::name).toList(), lab));
    }

    private static String millilitres(Volume volume) {
        return Amount.number(volume.microlitres() / 1000) + " mL";
    }

    private static int count(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
