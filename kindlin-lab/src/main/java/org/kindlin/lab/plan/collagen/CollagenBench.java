package org.kindlin.lab.plan.collagen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.CompoundMaterials;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Material;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.Reagent;
import org.kindlin.lab.plan.Reagent.Part;
import org.kindlin.lab.plan.SeriesSteps;
import org.kindlin.lab.plan.Step;
import org.kindlin.lab.plan.Volume;

/** What a Sircol assay of treated cultures needs, mixes and does. */
final class CollagenBench {
    private static final Volume TROUGH = Volume.microlitres(1000);
    private static final Volume STEP = Volume.microlitres(500);
    private static final Volume SAMPLE = Volume.microlitres(100);
    private static final Volume DYE = Volume.microlitres(1000);
    private static final Volume ALKALI = Volume.microlitres(250);
    private static final Volume READ = Volume.microlitres(200);
    private static final double STOCK_STANDARD = 500;
    private static final String INCUBATOR = "37 °C, 5 % CO2";
    private static final String ROOM = "room temperature";
    private static final int DAY = 24 * 60;

    private final CompoundPlates plates;
    private final SircolPlates sircol;
    private final int readPlates;
    private final Volume extract;
    private final int cells;
    private final int exposureHours;

    CollagenBench(CompoundPlates plates, SircolPlates sircol, int readPlates, Volume extract, Resolved settings) {
        this.plates = plates;
        this.sircol = sircol;
        this.readPlates = readPlates;
        this.extract = extract;
        this.cells = (int) Math.rint(settings.get(CollagenPlanKeys.CELLS));
        this.exposureHours =
                (int) Math.ceil(settings.get(CollagenPlanKeys.EXPOSURE).in(Unit.HOUR));
    }

    Plan.Bench bench() {
        return new Plan.Bench(materials(), reagents(), steps());
    }

    private int cultures() {
        return plates.plates().stream()
                .map(PlannedPlate::wells)
                .mapToInt(Map::size)
                .sum();
    }

    /** Reactions of the dye: every well that is read is one tube. */
    private int tubes() {
        int perPlate = SircolPlates.STANDARDS.size() * sircol.standardWells() + sircol.serumWells();
        return readPlates * perPlate + 2 * sircol.extractWells() * cultures();
    }

    private Volume need(Volume each, int times) {
        return each.times(times)
                .scaled(1 + plates.set().design().overage())
                .plus(TROUGH)
                .roundedUp(STEP);
    }

    private Volume seeded() {
        return plates.request().isDirect()
                ? plates.request().well()
                : plates.request().well().minus(plates.request().added());
    }

    private static Reagent reagent(String name, Volume total, String use, String... parts) {
        List<Part> list = new ArrayList<>();
        for (String part : parts) {
            list.add(new Part(part, "stock: ______", "", Optional.empty()));
        }
        return new Reagent(name, total, use, list);
    }

    private List<Reagent> reagents() {
        double perMillilitre = cells / (seeded().microlitres() / 1000);
        List<Reagent> reagents = new ArrayList<>();
        reagents.add(reagent(
                "Fibroblasts, " + Amount.number(perMillilitre) + " cells/mL in medium with 50 ug/mL ascorbate [A]",
                need(seeded(), cultures()),
                seeded() + " (" + cells + " cells) to a culture",
                "cells, count: ______ cells/mL",
                "medium, 1 % serum [A], ascorbate"));
        reagents.add(standards());
        reagents.add(reagent(
                "0.5 M acetic acid with pepsin 0.1 mg/mL [A]",
                need(extract, cultures()),
                extract + " to a cell layer",
                "acetic acid",
                "pepsin"));
        reagents.add(reagent("Sircol dye", need(DYE, tubes()), DYE + " to a tube", "dye of the kit"));
        reagents.add(reagent(
                "Acid-salt wash",
                need(Volume.microlitres(750), tubes()),
                "750 uL to a pellet, ice-cold",
                "wash of the kit"));
        reagents.add(reagent("Alkali", need(ALKALI, tubes()), ALKALI + " to a pellet", "alkali of the kit"));
        return reagents;
    }

    /** The standards, each straight from the kit's collagen. */
    private Reagent standards() {
        Volume each = need(SAMPLE, readPlates * sircol.standardWells());
        List<Part> parts = new ArrayList<>();
        for (int s = 0; s < SircolPlates.STANDARDS.size(); s++) {
            double strength = SircolPlates.STANDARDS.get(s);
            Volume stock = each.scaled(strength / STOCK_STANDARD);
            parts.add(new Part(
                    "S" + s + ": collagen into 0.5 M acetic acid",
                    stock + " of " + Amount.number(STOCK_STANDARD) + " ug/mL + " + each.minus(stock) + " acid",
                    Amount.number(strength) + " ug/mL",
                    Optional.of(each)));
        }
        return new Reagent(
                "Collagen standards",
                each.times(SircolPlates.STANDARDS.size()),
                SAMPLE + " to a tube, " + sircol.standardWells() + " tubes each on every plate that is read",
                parts);
    }

    private List<Material> materials() {
        List<Material> materials = new ArrayList<>(CompoundMaterials.of(plates));
        materials.add(new Material(
                "Culture plates",
                plates.set().design().format() + ", tissue-culture treated",
                Integer.toString(plates.plates().size())));
        materials.add(new Material("Fibroblasts", "passage: ______", cells + " a culture"));
        materials.add(
                new Material("Sircol kit", "dye, wash, alkali, collagen 500 ug/mL; lot: ______", tubes() + " tubes"));
        materials.add(new Material("1.5 mL tubes", "conical", Integer.toString(tubes())));
        materials.add(new Material("Plates to read", "96-well, clear flat bottom", Integer.toString(readPlates)));
        materials.add(new Material("Centrifuge, plate reader", "12,000 g for tubes; absorbance 555 nm", "1"));
        return materials;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.eachPlate(
                "Seed fibroblasts",
                15,
                DAY - 15,
                INCUBATOR,
                "Label the plate with its name exactly as printed.",
                "Add " + seeded() + " cells (" + cells + ") to every well of the map; overnight [A]."));
        steps.addAll(SeriesSteps.of(plates));
        steps.add(Step.eachPlate(
                "Add compounds",
                15,
                exposureHours * 60,
                INCUBATOR,
                "Add " + plates.request().added() + " to every culture: samples from their dose, V from vehicle.",
                "Keep medium without cells in a tube at the plate's side: it becomes M.",
                exposureHours + " h [A]."));
        steps.add(Step.eachPlate(
                "Collect supernatant and cell layer",
                20,
                16 * 60,
                "4 °C",
                "Move each supernatant to a tube labelled with plate, well and s (soluble).",
                "Count the cells of a sister culture or by nuclei, and note the count of each culture.",
                "Wash with PBS; add " + extract + " acid with pepsin to the layer, overnight [A]: tube i (insoluble).",
                "Clear at 12,000 g, 10 min."));
        steps.add(Step.once(
                "Dye",
                60,
                30,
                ROOM,
                SAMPLE + " of standard, medium (M) or extract into a tube, by the map of the Sircol plates.",
                "Add " + DYE + " dye; mix by inverting for 30 min [A]."));
        steps.add(Step.once(
                "Pellet, wash, dissolve",
                45,
                20,
                ROOM,
                "12,000 g, 10 min; drain; wash with 750 uL ice-cold acid-salt; 12,000 g, 10 min; drain well.",
                "Add " + ALKALI + " alkali; vortex until dissolved (5 min)."));
        steps.add(Step.once(
                "Read",
                20,
                0,
                ROOM,
                READ + " of each tube into its well of the Sircol plate; no bubbles.",
                "Read 555 nm within 2 h [A]; enter the plate's name as its ID; export as text, unedited."));
        return steps;
    }
}
