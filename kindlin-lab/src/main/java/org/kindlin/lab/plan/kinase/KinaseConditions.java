package org.kindlin.lab.plan.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.Amount;

/**
 * The reaction a kinase plan is for.
 *
 * @param substrate Poly(Glu,Tyr 4:1) in mg/mL
 * @param kmAtp Km(ATP) of each target
 */
record KinaseConditions(
        List<String> targets,
        Quantity atp,
        Quantity atpStock,
        Quantity enzyme,
        Optional<Quantity> enzymeStock,
        double substrate,
        double substrateStock,
        int preincubationMinutes,
        int incubationMinutes,
        Map<String, Quantity> kmAtp) {
    private static final double FAR_FROM_KM = 3;

    static KinaseConditions of(Resolved settings, Faults faults) {
        List<String> targets = settings.get(KinasePlanKeys.TARGETS);
        List<String> stated = settings.find(KinasePlanKeys.KM).orElse(List.of());
        if (!stated.isEmpty() && stated.size() != targets.size()) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf("kmAtp"),
                    stated.size() + " Km values for " + targets.size() + " targets",
                    "give one for each target, in the same order");
        }
        Map<String, Quantity> constants = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            String usual = targets.get(i).equalsIgnoreCase("FAK") ? "1.2 uM" : "5 uM";
            String text = i < stated.size() ? stated.get(i) : usual;
            constants.put(targets.get(i), Quantity.parse(text, Unit.MICROMOLAR).orElseThrow());
        }
        return new KinaseConditions(
                targets,
                settings.get(KinasePlanKeys.ATP),
                settings.get(KinasePlanKeys.ATP_STOCK),
                settings.get(KinasePlanKeys.ENZYME),
                settings.find(KinasePlanKeys.ENZYME_STOCK),
                settings.get(KinasePlanKeys.SUBSTRATE),
                settings.get(KinasePlanKeys.SUBSTRATE_STOCK),
                minutes(settings.get(KinasePlanKeys.PREINCUBATION)),
                minutes(settings.get(KinasePlanKeys.INCUBATION)),
                constants);
    }

    private static int minutes(Quantity time) {
        return (int) Math.ceil(time.in(Unit.MINUTE));
    }

    private static double ratio(Quantity atp, Quantity km) {
        return atp.in(Unit.MICROMOLAR) / km.in(Unit.MICROMOLAR);
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 10) / 10.0;
    }

    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        kmAtp.forEach((target, km) -> {
            double ratio = ratio(atp, km);
            if (ratio > FAR_FROM_KM || ratio < 1 / FAR_FROM_KM) {
                warnings.add(new Warning(
                        "atp-far-from-km",
                        "ATP of " + atp + " is " + Amount.number(rounded(ratio)) + " x the Km(ATP) of " + target + " ("
                                + km
                                + "), not near it: the IC50 of an ATP-competitive inhibitor reads "
                                + Amount.number(rounded(1 + ratio)) + " x its Ki."));
            }
        });
        warnings.add(new Warning(
                "tight-binding-floor",
                "With " + enzyme + " active enzyme no IC50 can read below "
                        + Amount.concentration(enzyme.in(Unit.NANOMOLAR) / 2)
                        + "; a Ki near or under that comes from the tight-binding fit alone."));
        warnings.add(new Warning(
                "conversion-limit",
                "Keep vehicle wells below 10-20 % conversion of ATP: run an enzyme titration first, and read the ADP"
                        + " standards on every plate."));
        return warnings;
    }

    /** What the protocol does not state. */
    List<String> assumptions() {
        return List.of(
                "Detergent: 0.01 % Brij-35; the protocol names none, and without it compounds may aggregate.",
                "Enzyme " + enzyme + " (range 1-10 nM) and Poly(Glu,Tyr 4:1) " + Amount.number(substrate)
                        + " mg/mL (range 0.1-0.2): the protocol gives no concentrations. Titrate each lot.",
                "Volumes: reaction split 1/5 compound, 2/5 enzyme and substrate, 2/5 ATP; ADP-Glo and detection reagent"
                        + " 1 and 2 reaction volumes: check the kit's manual of your lot.",
                "Pre-incubation " + preincubationMinutes
                        + " min (range 15-60): the protocol names none, and FAK inhibitors may dissociate slowly.",
                "ADP-Glo 40 min and detection 45 min (range 30-60) at room temperature: the protocol gives no times.",
                "Doses, replicates, controls and ADP standards as stated in this plan: the protocol gives none.",
                "Stock strengths of buffer, ATP and substrate are those listed under Reagents; recompute for yours.",
                "Km(ATP) of Pyk2 is not published; 5 uM is assumed (1-20). FAK: 1.2 +- 0.1 uM (Biochemistry 2010).");
    }

    /** Settings of the analysis that will read the plates. */
    Map<String, String> analysis(double dmsoPercent) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("atp", atp.toString());
        settings.put("enzymeConcentration", enzyme.toString());
        kmAtp.forEach((target, km) -> settings.put(kmKey(target), km.toString()));
        settings.put("substrate", "Poly(Glu,Tyr 4:1) " + Amount.number(substrate) + " mg/mL");
        settings.put("buffer", KinaseReagents.BUFFER);
        settings.put("detergent", "Brij-35 0.01 %");
        settings.put("dmsoPercent", Amount.number(dmsoPercent));
        settings.put("preincubation", preincubationMinutes + " min");
        settings.put("incubation", incubationMinutes + " min");
        settings.put("temperature", "30 degC");
        return settings;
    }

    private static String kmKey(String target) {
        return target.equalsIgnoreCase("FAK") ? "kmAtp.FAK" : target.equalsIgnoreCase("Pyk2") ? "kmAtp.Pyk2" : "kmAtp";
    }
}
