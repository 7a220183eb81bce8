package org.kindlin.lab.plan.elisa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** What an in-cell ELISA of alpha-SMA needs, mixes and does. */
final class ElisaBench {
    private static final Volume TROUGH = Volume.microlitres(1000);
    private static final Volume STEP = Volume.microlitres(500);
    private static final String INCUBATOR = "37 °C, 5 % CO2";
    private static final String ROOM = "room temperature";
    private static final int DAY = 24 * 60;

    private final CompoundPlates plates;
    private final int fibroblasts;
    private final int cancerCells;
    private final int monocytes;
    private final int days;

    ElisaBench(CompoundPlates plates, int fibroblasts, int cancerCells, int monocytes, int days) {
        this.plates = plates;
        this.fibroblasts = fibroblasts;
        this.cancerCells = cancerCells;
        this.monocytes = monocytes;
        this.days = days;
    }

    Plan.Bench bench() {
        return new Plan.Bench(materials(), reagents(), steps());
    }

    private Volume well() {
        return plates.request().well();
    }

    /** Fibroblasts in half a well; the other cells and the compound bring the rest. */
    private Volume half() {
        return new Volume(well().picolitres() / 2);
    }

    private Volume others() {
        return plates.request().isDirect()
                ? half()
                : half().minus(plates.request().added());
    }

    private Volume need(Volume perWell) {
        int wells = plates.plates().stream()
                .map(PlannedPlate::wells)
                .mapToInt(Map::size)
                .sum();
        return perWell.times(wells)
                .scaled(1 + plates.set().design().overage())
                .plus(TROUGH)
                .roundedUp(STEP);
    }

    private static Reagent cells(String name, int perWell, Volume inWell, Volume total) {
        double perMillilitre = perWell / (inWell.microlitres() / 1000);
        return new Reagent(
                name + ", " + Amount.number(perMillilitre) + " cells/mL",
                total,
                inWell + " (" + perWell + " cells) to a well",
                List.of(new Part(
                        name, "count: ______ cells/mL", Amount.number(perMillilitre) + " cells/mL", Optional.empty())));
    }

    private Reagent plain(String name, String use, String... parts) {
        Volume total = need(well());
        List<Part> list = new ArrayList<>();
        for (String part : parts) {
            list.add(new Part(part, "stock: ______", "", Optional.empty()));
        }
        return new Reagent(name, total, well() + " to a well: " + use, list);
    }

    private List<Reagent> reagents() {
        List<Reagent> reagents = new ArrayList<>();
        reagents.add(cells("Primary lung fibroblasts", fibroblasts, half(), need(half())));
        if (cancerCells > 0) {
            reagents.add(cells("MDA-MB-231", cancerCells, others(), need(others())));
        }
        if (monocytes > 0) {
            reagents.add(cells("THP-1, in the same suspension", monocytes, others(), need(others())));
        }
        reagents.add(plain("4 % PFA in PBS", "fix", "paraformaldehyde", "PBS"));
        reagents.add(plain("0.1 % Triton X-100 in PBS", "permeabilise", "Triton X-100", "PBS"));
        reagents.add(plain("5 % BSA in PBS", "block", "BSA", "PBS"));
        reagents.add(plain(
                "Anti-alpha-SMA in 5 % BSA", "primary antibody, dilution 1 : ______", "antibody", "5 % BSA in PBS"));
        reagents.add(plain(
                "HRP secondary in 5 % BSA", "secondary antibody, dilution 1 : ______", "antibody", "5 % BSA in PBS"));
        reagents.add(plain("DAPI in PBS [A]", "nuclei, ______ ug/mL", "DAPI", "PBS"));
        reagents.add(plain("TMB", "substrate", "TMB"));
        reagents.add(plain("2 N H2SO4", "stop", "2 N H2SO4"));
        return reagents;
    }

    private List<Material> materials() {
        List<Material> materials = new ArrayList<>(CompoundMaterials.of(plates));
        materials.add(new Material(
                "Assay plates",
                plates.set().design().format() + ", black wall, optical flat clear bottom",
                Integer.toString(plates.plates().size())));
        materials.add(new Material("Human primary lung fibroblasts", "passage: ______", fibroblasts + " a well"));
        materials.add(new Material("MDA-MB-231", "passage: ______", cancerCells + " a well"));
        if (monocytes > 0) {
            materials.add(new Material("THP-1", "passage: ______", monocytes + " a well"));
        }
        materials.add(new Material("Medium", "DMEM : RPMI 50 : 50, 10 % FCS, 1 % P/S", ""));
        materials.add(
                new Material("Anti-alpha-SMA, HRP secondary", "dilutions from the lot's titration", "see Reagents"));
        materials.add(
                new Material("PFA, Triton X-100, BSA, Tween-20, TMB, H2SO4", "as under Reagents", "see Reagents"));
        materials.add(new Material("Plate reader", "absorbance 450 nm; fluorescence for DAPI", "1"));
        return materials;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.eachPlate(
                "Seed fibroblasts",
                20,
                DAY - 20,
                INCUBATOR,
                "Label the plate with its name exactly as printed: the analysis finds the plate by it.",
                "Add " + half() + " fibroblasts (" + fibroblasts + ") to every well; overnight."));
        steps.addAll(SeriesSteps.of(plates));
        steps.add(Step.eachPlate(
                "Co-culture and compounds",
                25,
                days * DAY,
                INCUBATOR,
                "Add " + others() + " cancer cells (" + cancerCells + ")"
                        + (monocytes > 0 ? " with THP-1 (" + monocytes + ")" : "") + " to all wells but U.",
                "Add " + others() + " medium to U (unstimulated) wells.",
                "Add " + plates.request().added() + " to every well: samples from their dose, all others from vehicle.",
                days + " days; compound at the start only, no renewal of medium."));
        steps.add(timed("Fix", 15, "4 % PFA, 15 min; the protocol gives no temperature.", ROOM + " [A]"));
        steps.add(timed("Permeabilise", 10, "0.1 % Triton X-100 in PBS, 10 min.", ROOM + " [A]"));
        steps.add(timed(
                "Block",
                60,
                "5 % BSA in PBS, 1 h. The protocol quenches no peroxidase: consider it [A].",
                ROOM + " [A]"));
        steps.add(timed(
                "Primary antibody",
                20 * 60,
                "Anti-alpha-SMA overnight; blank (B) wells get 5 % BSA without antibody [A].",
                "4 °C"));
        steps.add(timed(
                "Secondary antibody", 60, "Wash with PBS + 0.05 % Tween-20 (3 times [A]); HRP secondary, 1 h.", ROOM));
        steps.add(timed("Nuclei", 10, "Wash; DAPI 10 min [A]; read it now: after acid it cannot be trusted.", ROOM));
        steps.add(Step.eachPlate(
                "Substrate, stop, read",
                30,
                0,
                ROOM,
                "Wash; " + well()
                        + " TMB until the vehicle wells are coloured (same time for every plate: ______ min).",
                "Stop with " + well() + " 2 N H2SO4; read 450 nm at once; enter the plate's name as its ID."));
        return steps;
    }

    private static Step timed(String title, int wait, String action, String temperature) {
        return Step.eachPlate(title, 15, wait, temperature, action);
    }
}
