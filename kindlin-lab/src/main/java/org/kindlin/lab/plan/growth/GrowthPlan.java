package org.kindlin.lab.plan.growth;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.result.Warning;
import org.kindlin.lab.growth.TrueGrowth;

/**
 * A growth study, planned.
 *
 * @param truth what is assumed of growth; for power only
 * @param window of enrolment, mm3
 * @param allocation empty without candidates
 */
public record GrowthPlan(
        long seed,
        List<ProtocolEntry> settings,
        TrueGrowth truth,
        double[] window,
        Allocation.Method method,
        Optional<Enrolment> enrolment,
        Optional<Allocation> allocation,
        Dosing dosing,
        PowerCurve power,
        List<Warning> warnings) {

    public GrowthPlan {
        settings = List.copyOf(settings);
        warnings = List.copyOf(warnings);
    }

    /** Names of the arms. */
    public List<String> arms() {
        return truth.arms().stream().map(TrueGrowth.Arm::name).toList();
    }
}
