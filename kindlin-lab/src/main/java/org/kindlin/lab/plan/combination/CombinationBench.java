package org.kindlin.lab.plan.combination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.CompoundMaterials;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Material;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.Reagent;
import org.kindlin.lab.plan.Reagent.Part;
import org.kindlin.lab.plan.SeriesSteps;
import org.kindlin.lab.plan.Step;
import org.kindlin.lab.plan.Volume;

/** What a luminescent viability assay of two agents needs, mixes and does. */
final class CombinationBench {
    private static final Volume TROUGH = Volume.microlitres(1000);
    private static final Volume STEP = Volume.microlitres(100);
    private static final int OVERNIGHT = 24 * 60;

    private final CompoundPlates plates;
    private final int cellsPerWell;
    private final int exposureHours;

    CombinationBench(CompoundPlates plates, int cellsPerWell, Quantity exposure) {
        this.plates = plates;
        this.cellsPerWell = cellsPerWell;
        this.exposureHours = (int) Math.ceil(exposure.in(Unit.HOUR));
    }

    Plan.Bench bench() {
        return new Plan.Bench(materials(), reagents(), steps());
    }

    private Volume well() {
        return plates.request().well();
    }

    /** Cells are seeded in what the agents do not bring. */
    private Volume seeded() {
        return plates.request().isDirect()
                ? well()
                : well().minus(plates.request().added().times(2));
    }

    private Volume need(Volume perWell) {
        int wells =
                plates.plates().stream().mapToInt(plate -> plate.wells().size()).sum();
        return perWell.times(wells)
                .scaled(1 + plates.set().design().overage())
                .plus(TROUGH)
                .roundedUp(STEP);
    }

    private List<Reagent> reagents() {
        String perMillilitre = Amount.number(cellsPerWell / (seeded().microlitres() / 1000)) + " cells/mL";
        Volume reader = need(well());
        return List.of(
                new Reagent(
                        "Cell suspension, " + perMillilitre,
                        need(seeded()),
                        seeded() + " to every well but blanks; blanks get the same volume of medium",
                        List.of(
                                new Part("cells", "count: ______ cells/mL", perMillilitre, Optional.empty()),
                                new Part("growth medium", "with serum", "to volume", Optional.empty()))),
                new Reagent(
                        "Luminescent ATP reagent [A]",
                        reader,
                        well() + " to every well, at room temperature",
                        List.of(Part.of("ATP reagent", "as its maker says", "", reader))));
    }

    private List<Material> materials() {
        List<Material> materials = new ArrayList<>(CompoundMaterials.of(plates));
        materials.add(new Material(
                "Assay plates",
                plates.set().design().format() + ", white, tissue-culture treated [A]",
                Integer.toString(plates.plates().size())));
        materials.add(new Material(
                plates.set().targets().getFirst(),
                "cells in exponential growth; passage: ______",
                cellsPerWell + " a well"));
        materials.add(new Material("Growth medium with serum", "the same batch for cells, blanks and agents", ""));
        materials.add(new Material("Luminescence plate reader", "no filter", "1"));
        return materials;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.eachPlate(
                "Seed cells",
                20,
                OVERNIGHT - 20,
                "37 °C, 5 % CO2",
                "Label the plate with its name exactly as printed: the analysis finds the plate by it.",
                "Add " + seeded() + " cells (" + cellsPerWell + ") to sample and vehicle wells.",
                "Add " + seeded()
                        + " medium without cells to blank (0) wells; fill unused outermost wells with PBS [A].",
                "Overnight in the incubator."));
        steps.addAll(SeriesSteps.of(plates));
        steps.add(Step.eachPlate(
                "Add both agents",
                30,
                exposureHours * 60,
                "37 °C, 5 % CO2",
                "First agent: add " + plates.request().added() + " to every well, from its dose (A1, A2, ...) or from"
                        + " vehicle where the code names none.",
                "Second agent: add " + plates.request().added() + " to every well likewise (B1, B2, ...).",
                "Vehicle (V) and blank (0) wells get vehicle twice.",
                "Incubate " + exposureHours + " h [A]."));
        steps.add(Step.eachPlate(
                "Read luminescence",
                15,
                10,
                "room temperature",
                "Let plate and reagent come to room temperature for 30 min [A].",
                "Add " + well() + " reagent to every well, shake 2 min, wait 10 min in the dark [A].",
                "Read luminescence; enter the plate's name as its ID. Export as text; do not edit the export."));
        return steps;
    }
}
