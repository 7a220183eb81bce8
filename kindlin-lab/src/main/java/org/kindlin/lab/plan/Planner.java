package org.kindlin.lab.plan;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.collagen.CollagenPlan;
import org.kindlin.lab.plan.combination.CombinationPlan;
import org.kindlin.lab.plan.elisa.ElisaPlan;
import org.kindlin.lab.plan.kinase.KinasePlan;
import org.kindlin.lab.plan.viability.ViabilityPlan;

/** Every assay that can be planned, and the one way to plan it. A new one adds its line here. */
public final class Planner {
    private static final List<AssayPlan> ALL =
            List.of(new KinasePlan(), new ViabilityPlan(), new ElisaPlan(), new CollagenPlan(), new CombinationPlan());

    private Planner() {}

    public static List<AssayPlan> all() {
        return ALL;
    }

    public static Optional<AssayPlan> find(String assay) {
        return ALL.stream().filter(plan -> plan.assay().equals(assay)).findFirst();
    }

    /**
     * Plans an assay.
     *
     * @return the same plan for the same settings and seed
     * @throws org.kindlin.fault.InputFaultException with every fault of the settings
     */
    public static Plan plan(AssayPlan assay, Settings settings, long seed) {
        Faults faults = new Faults();
        Resolved resolved = settings.resolve(assay.keys(), faults);
        faults.throwIfAny();
        Optional<Plan> plan = assay.plan(resolved, seed, faults);
        faults.throwIfAny();
        return plan.orElseThrow(() -> new IllegalStateException("a plan without faults is a plan"));
    }
}
