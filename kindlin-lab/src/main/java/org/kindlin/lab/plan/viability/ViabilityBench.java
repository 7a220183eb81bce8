package org.kindlin.lab.plan.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.quantity.Quantity;
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

/** What an MTT assay needs, mixes and does. */
final class ViabilityBench {
    private static final Volume TROUGH = Volume.microlitres(1000);
    private static final Volume STEP = Volume.microlitres(100);
    private static final String INCUBATOR = "37 °C, 5 % CO2";
    private static final int OVERNIGHT = 24 * 60;

    private final CompoundPlates plates;
    private final int cellsPerWell;
    private final int exposureHours;
    private final int mttMinutes;

    ViabilityBench(CompoundPlates plates, int cellsPerWell, Quantity exposure, Quantity mtt) {
        this.plates = plates;
        this.cellsPerWell = cellsPerWell;
        this.exposureHours = (int) Math.ceil(exposure.in(Unit.HOUR));
        this.mttMinutes = (int) Math.ceil(mtt.in(Unit.MINUTE));
    }

    Plan.Bench bench() {
        List<Reagent> reagents = reagents();
        return new Plan.Bench(materials(), reagents, steps());
    }

    private Volume well() {
        return plates.request().well();
    }

    /** Cells are seeded in what the compound does not bring. */
    private Volume seeded() {
        return plates.request().isDirect()
                ? well()
                : well().minus(plates.request().added());
    }

    /** 5 mg/mL into a well so that it becomes a tenth of that: one ninth of its volume. */
    private Volume mtt() {
        return new Volume(well().picolitres() / 9).rounded(Volume.microlitres(0.5));
    }

    private int wells() {
        return plates.plates().stream()
                .map(PlannedPlate::wells)
                .mapToInt(Map::size)
                .sum();
    }

    private Volume need(Volume perWell) {
        return perWell.times(wells())
                .scaled(1 + plates.set().design().overage())
                .plus(TROUGH)
                .roundedUp(STEP);
    }

    private List<Reagent> reagents() {
        double perMillilitre = cellsPerWell / (seeded().microlitres() / 1000);
        Volume cells = need(seeded());
        Volume mtt = need(mtt());
        Volume solvent = need(well());
        return List.of(
                new Reagent(
                        "Cell suspension, " + Amount.number(perMillilitre) + " cells/mL (each line)",
                        cells,
                        seeded() + " to every well but blanks; blanks get the same volume of medium",
                        List.of(
                                new Part(
                                        "cells",
                                        "count: ______ cells/mL",
                                        Amount.number(perMillilitre) + " cells/mL",
                                        Optional.empty()),
                                new Part("growth medium", "with serum", "to volume", Optional.empty()))),
                new Reagent(
                        "MTT, 5 mg/mL in PBS [A]",
                        mtt,
                        mtt() + " to every well: about 0.5 mg/mL",
                        List.of(
                                new Part(
                                        "MTT powder",
                                        "solid",
                                        "5 mg/mL: " + Amount.number(5 * mtt.microlitres() / 1000) + " mg",
                                        Optional.empty()),
                                Part.of("PBS", "1 x", "to volume", mtt))),
                new Reagent(
                        "DMSO, to dissolve formazan",
                        solvent,
                        well() + " to every well",
                        List.of(Part.of("DMSO", "as supplied", "", solvent))));
    }

    private List<Material> materials() {
        List<Material> materials = new ArrayList<>(CompoundMaterials.of(plates));
        materials.add(new Material(
                "Assay plates",
                plates.set().design().format() + ", clear flat bottom, tissue-culture treated",
                Integer.toString(plates.plates().size())));
        plates.set()
                .targets()
                .forEach(line -> materials.add(
                        new Material(line, "cells in exponential growth; passage: ______", cellsPerWell + " a well")));
        materials.add(new Material("Growth medium with serum", "the same batch for cells, blanks and compounds", ""));
        materials.add(new Material("MTT, PBS, DMSO", "as under Reagents", "see Reagents"));
        materials.add(new Material("Absorbance plate reader", "570 nm and reference 630-690 nm [A]", "1"));
        return materials;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.eachPlate(
                "Seed cells",
                20,
                OVERNIGHT - 20,
                INCUBATOR,
                "Label the plate with its name exactly as printed: the analysis finds the plate by it.",
                "Add " + seeded() + " cells (" + cellsPerWell + ") to sample and vehicle wells.",
                "Add " + seeded()
                        + " medium without cells to blank (B) wells; fill unused outermost wells with PBS [A].",
                "Seed a day-0 plate of each line with the same suspension [A]: without it growth delay cannot be told"
                        + " from killing.",
                "Overnight in the incubator."));
        steps.addAll(SeriesSteps.of(plates));
        steps.add(Step.eachPlate(
                "Add compounds",
                15,
                exposureHours * 60,
                INCUBATOR,
                "Add " + plates.request().added()
                        + " to every well of the plate map: samples from their dose, all other wells from vehicle.",
                "Stain and read the day-0 plate now [A].",
                "Incubate " + exposureHours + " h (protocol: 48-96 h)."));
        steps.add(Step.eachPlate(
                "MTT",
                10,
                mttMinutes,
                "37 °C",
                "Add " + mtt() + " MTT to every well, blanks too.",
                "Incubate " + mttMinutes / 60.0 + " h (protocol: 2-4 h) until crystals are seen."));
        steps.add(Step.eachPlate(
                "Dissolve formazan",
                15,
                15,
                "room temperature",
                "Remove the medium without touching the crystals; adherent cells only [A].",
                "Add " + well() + " DMSO to every well; shake gently 15 min [A] until dissolved."));
        steps.add(Step.eachPlate(
                "Read absorbance",
                10,
                0,
                "room temperature",
                "Read at 570 nm and at a reference of 630-690 nm [A]; enter the plate's name as its ID.",
                "Export as text; do not edit the export."));
        return steps;
    }
}
