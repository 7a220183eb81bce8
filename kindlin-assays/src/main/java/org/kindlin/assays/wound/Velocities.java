package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Units;

/**
 * Edge velocities over treatments: wounds are the replicates.
 *
 * @param groups by treatment, in the order of the wounds
 * @param control the control's; empty where there is none
 * @param curves dose-response of velocity in % of the control's mean, of compounds with at least four doses
 */
record Velocities(List<VelocityGroup> groups, Optional<VelocityGroup> control, List<CurveResult> curves) {
    static final Velocities NONE = new Velocities(List.of(), Optional.empty(), List.of());
    private static final int FEWEST_DOSES = 4;
    private static final double PERCENT = 100;

    Velocities {
        groups = List.copyOf(groups);
        curves = List.copyOf(curves);
    }

    static Velocities of(List<MeasuredWound> wounds, WoundProtocol protocol, long seed) {
        Map<Treatment, List<Double>> byTreatment = new LinkedHashMap<>();
        for (MeasuredWound wound : wounds) {
            Optional<Uncertain> velocity =
                    wound.kinetics().velocity().filter(_ -> !wound.kinetics().isAtLeast());
            if (velocity.isPresent() && !wound.wound().treatment().equals(Treatment.NONE)) {
                byTreatment
                        .computeIfAbsent(wound.wound().treatment(), _ -> new ArrayList<>())
                        .add(velocity.get().value());
            }
        }
        List<VelocityGroup> groups = new ArrayList<>();
        byTreatment.forEach((treatment, velocities) -> groups.add(new VelocityGroup(
                treatment, velocities.stream().mapToDouble(Double::doubleValue).toArray())));
        Optional<VelocityGroup> control =
                groups.stream().filter(group -> group.treatment().isControl()).findFirst();
        List<CurveResult> curves = control.filter(group -> group.mean() > 0)
                .map(group -> curves(groups, group, protocol, seed))
                .orElse(List.of());
        return new Velocities(groups, control, curves);
    }

    private static List<CurveResult> curves(
            List<VelocityGroup> groups, VelocityGroup control, WoundProtocol protocol, long seed) {
        Map<String, List<VelocityGroup>> byCompound = new LinkedHashMap<>();
        for (VelocityGroup group : groups) {
            if (!group.treatment().isControl() && group.treatment().curveDose() > 0) {
                byCompound
                        .computeIfAbsent(group.treatment().compound(), _ -> new ArrayList<>())
                        .add(group);
            }
        }
        List<CurveResult> curves = new ArrayList<>();
        byCompound.forEach((compound, dosed) -> {
            if (dosed.size() >= FEWEST_DOSES) {
                List<VelocityGroup> all = new ArrayList<>(dosed);
                all.addFirst(control);
                curves.add(curve(compound, all, control.mean(), protocol, seed));
            }
        });
        return curves;
    }

    private static CurveResult curve(
            String compound, List<VelocityGroup> groups, double whole, WoundProtocol protocol, long seed) {
        List<Double> doses = new ArrayList<>();
        List<Double> responses = new ArrayList<>();
        for (VelocityGroup group : groups) {
            for (double velocity : group.velocities()) {
                doses.add(group.treatment().curveDose());
                responses.add(PERCENT * velocity / whole);
            }
        }
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("compound", compound.isEmpty() ? "compound" : compound);
        subject.put("target", "edge velocity");
        CurveProtocol curve =
                CurveProtocol.standard(new Units(protocol.doseUnit(), "%")).withControl(PERCENT);
        return CurveAnalysis.analyze(CurveData.ofDoses(subject, array(doses), array(responses)), curve, seed);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
