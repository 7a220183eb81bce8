package org.kindlin.lab.plan.kinase;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.LiquidHandler;
import org.kindlin.lab.plan.SeriesSteps;
import org.kindlin.lab.plan.Step;
import org.kindlin.lab.plan.Volume;

/** The steps of the ADP-Glo protocol with this plan's volumes and times. */
final class KinaseSteps {
    private static final String ROOM = "room temperature";

    private final KinaseConditions conditions;
    private final KinaseReactionVolumes volumes;
    private final CompoundPlates plates;
    private final List<String> standards;

    KinaseSteps(
            KinaseConditions conditions, KinaseReactionVolumes volumes, CompoundPlates plates, List<String> standards) {
        this.conditions = conditions;
        this.volumes = volumes;
        this.plates = plates;
        this.standards = standards;
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        steps.add(prepare());
        steps.addAll(SeriesSteps.of(plates));
        steps.add(compounds());
        steps.add(enzyme());
        steps.add(start());
        steps.add(stop());
        steps.add(detect());
        steps.add(read());
        return steps;
    }

    private Step prepare() {
        List<String> actions = new ArrayList<>(List.of(
                "Bring ADP-Glo and detection reagents to room temperature; thaw ATP and substrate; keep enzyme on ice.",
                "Make kinase buffer (DTT on the day) and every mix under Reagents; enzyme mix last.",
                "Label each assay plate with its name exactly as printed: the analysis finds the plate by it."));
        if (!standards.isEmpty()) {
            actions.add("Mix ADP standards: " + String.join("; ", standards) + ".");
        }
        return new Step("Buffers, mixes and standards", false, actions, 30, 0, "enzyme on ice");
    }

    private Step compounds() {
        boolean direct = plates.request().isDirect();
        return Step.eachPlate(
                "Compounds onto the assay plate",
                minutes(),
                0,
                ROOM,
                direct
                        ? "Dispense " + plates.request().added()
                                + " to every well by picklist-echo.csv: dose, vehicle and"
                                + " control wells get the same DMSO."
                        : "Transfer " + plates.request().added()
                                + " from the buffer plate to every well of the plate map: samples from their dose,"
                                + " every other well from vehicle.",
                "Spin 1 min at 200 x g [A].");
    }

    private Step enzyme() {
        String forStandards = standards.isEmpty() ? "" : " and standard";
        return Step.eachPlate(
                "Enzyme and pre-incubation",
                5,
                conditions.preincubationMinutes(),
                ROOM + " [A]",
                "Add " + volumes.mix() + " enzyme + substrate to sample (A1, A2, ...) and vehicle (V) wells.",
                "Add " + volumes.mix() + " substrate without enzyme to no-enzyme (N)" + forStandards + " wells.",
                "Shake gently, cover, wait " + conditions.preincubationMinutes() + " min [A].");
    }

    private Step start() {
        List<String> actions = new ArrayList<>();
        actions.add("Add " + volumes.mix() + " ATP to every sample, vehicle and no-enzyme well; note the time.");
        if (!standards.isEmpty()) {
            actions.add("Add " + volumes.mix() + " of its ADP standard to each standard well.");
        }
        actions.add("Reaction is now " + volumes.reaction() + ". Cover, incubate " + conditions.incubationMinutes()
                + " min at 30 °C (protocol: 45-60 min; conversion below 10-20 %).");
        return new Step("Start with ATP", true, actions, 5, conditions.incubationMinutes(), "30 °C");
    }

    private Step stop() {
        return added("Stop: ADP-Glo Reagent", volumes.stopReagent(), 40);
    }

    private Step detect() {
        return added("Detect: Kinase Detection Reagent", volumes.detectionReagent(), 45);
    }

    private static Step added(String title, Volume volume, int wait) {
        return Step.eachPlate(
                title,
                5,
                wait,
                ROOM,
                "Add " + volume + " to every well, in the order in which ATP was added.",
                "Shake 1 min, wait " + wait + " min at room temperature [A].");
    }

    private Step read() {
        return Step.eachPlate(
                "Read luminescence",
                10,
                0,
                ROOM,
                "Read luminescence, 0.5-1 s a well [A]; enter the plate's name as its ID.",
                "Final volume " + volumes.end() + " a well. Export as text; do not edit the export.");
    }

    /** Time to fill a plate: robots and fingers differ. */
    private int minutes() {
        int wells = plates.plates().getFirst().wells().size();
        boolean byHand = plates.set().design().handler() == LiquidHandler.HAND;
        return Math.max(5, 5 * Math.ceilDiv(wells, byHand ? 60 : 200));
    }
}
