package org.kindlin.lab.plan.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Control;
import org.kindlin.lab.plan.Reagent;
import org.kindlin.lab.plan.Reagent.Part;
import org.kindlin.lab.plan.Volume;

/** The liquids of a kinase assay and how much of each to make: need, 10 % or as stated over, and what a trough keeps. */
final class KinaseReagents {
    static final String BUFFER = "40 mM Tris-HCl pH 7.5, 20 mM MgCl2, 0.1 mg/mL BSA, 50 uM DTT";

    private static final Volume TROUGH = Volume.microlitres(200);
    private static final Volume STANDARD = Volume.microlitres(100);
    private static final Volume LEAST_STOCK = Volume.microlitres(2);
    private static final Volume PIPETTE_STEP = Volume.microlitres(10);
    private static final Volume BOTTLE_STEP = Volume.microlitres(1000);

    private final KinaseConditions conditions;
    private final KinaseReactionVolumes volumes;
    private final CompoundPlates plates;
    private final List<Control> standards;

    KinaseReagents(
            KinaseConditions conditions,
            KinaseReactionVolumes volumes,
            CompoundPlates plates,
            List<Control> standards) {
        this.conditions = conditions;
        this.volumes = volumes;
        this.plates = plates;
        this.standards = standards;
    }

    List<Reagent> all() {
        List<Reagent> mixes = new ArrayList<>();
        int targets = conditions.targets().size();
        int reacting = count(WellRole.SAMPLE) + count(WellRole.VEHICLE);
        for (String target : conditions.targets()) {
            mixes.add(enzymeMix(target, reacting / targets));
        }
        int without = count(WellRole.NO_ENZYME) + count(WellRole.STANDARD);
        mixes.add(substrateMix(without));
        mixes.add(atpMix(reacting + count(WellRole.NO_ENZYME)));
        if (!standards.isEmpty()) {
            mixes.add(adpMix());
        }
        int all = reacting + without;
        List<Reagent> reagents = new ArrayList<>();
        reagents.add(buffer(mixes));
        reagents.addAll(mixes);
        reagents.add(kit("ADP-Glo Reagent", volumes.stopReagent(), all));
        reagents.add(kit("Kinase Detection Reagent", volumes.detectionReagent(), all));
        return reagents;
    }

    int count(WellRole role) {
        return (int) plates.plates().stream()
                .flatMap(plate -> plate.wells().values().stream())
                .filter(content -> content.role() == role)
                .count();
    }

    private Volume need(Volume perWell, int wells) {
        double over = 1 + plates.set().design().overage();
        return perWell.times(wells).scaled(over).plus(TROUGH).roundedUp(PIPETTE_STEP);
    }

    private String strong(double value, String unit) {
        return Amount.number(value * volumes.strength()) + " " + unit;
    }

    private Reagent enzymeMix(String target, int wells) {
        Volume total = need(volumes.mix(), wells);
        double nanomolar = conditions.enzyme().in(Unit.NANOMOLAR) * volumes.strength();
        Optional<Volume> enzyme =
                conditions.enzymeStock().map(stock -> total.scaled(nanomolar / stock.in(Unit.NANOMOLAR)));
        String supplied = conditions.enzymeStock().map(Quantity::toString).orElse("____ uM (see vial)");
        Part substrate = substrate(total);
        Optional<Volume> rest = enzyme.map(
                volume -> total.minus(volume).minus(substrate.volume().orElse(Volume.NONE)));
        return new Reagent(
                target + " + substrate, " + times(),
                total,
                volumes.mix() + " to each sample and vehicle well of the " + target + " plates; keep on ice",
                List.of(
                        new Part(target + " enzyme", supplied, Amount.number(nanomolar) + " nM", enzyme),
                        substrate,
                        new Part("kinase buffer", "1 x", enzyme.isPresent() ? "" : "to volume", rest)));
    }

    private Part substrate(Volume total) {
        double factor = conditions.substrate() * volumes.strength() / conditions.substrateStock();
        return Part.of(
                "Poly(Glu,Tyr 4:1)",
                Amount.number(conditions.substrateStock()) + " mg/mL",
                strong(conditions.substrate(), "mg/mL"),
                total.scaled(factor));
    }

    private Reagent substrateMix(int wells) {
        Volume total = need(volumes.mix(), wells);
        Part substrate = substrate(total);
        return new Reagent(
                "Substrate without enzyme, " + times(),
                total,
                volumes.mix() + " to each no-enzyme" + (standards.isEmpty() ? "" : " and standard") + " well",
                List.of(
                        substrate,
                        Part.of(
                                "kinase buffer",
                                "1 x",
                                "",
                                total.minus(substrate.volume().orElse(Volume.NONE)))));
    }

    private Reagent atpMix(int wells) {
        Volume forStandards = standards.isEmpty() ? Volume.NONE : STANDARD.times(standards.size());
        return nucleotide(
                "ATP",
                need(volumes.mix(), wells).plus(forStandards),
                volumes.mix() + " starts the reaction in every well but standards"
                        + (standards.isEmpty() ? "" : "; also for the standards"));
    }

    private Reagent adpMix() {
        return nucleotide("ADP", STANDARD.times(2), "for the ADP standards");
    }

    private Reagent nucleotide(String name, Volume need, String use) {
        double strength = conditions.atp().in(Unit.MICROMOLAR) * volumes.strength();
        double factor = strength / conditions.atpStock().in(Unit.MICROMOLAR);
        Volume total = need.larger(LEAST_STOCK.scaled(1 / factor).roundedUp(PIPETTE_STEP));
        Volume stock = total.scaled(factor);
        return new Reagent(
                name + ", " + times(),
                total,
                use,
                List.of(
                        Part.of(name, conditions.atpStock().toString(), Amount.number(strength) + " uM", stock),
                        Part.of("kinase buffer", "1 x", "", total.minus(stock))));
    }

    private static Reagent kit(String name, Volume perWell, Volume total) {
        return new Reagent(
                name,
                total,
                perWell + " to every well",
                List.of(Part.of(name, "kit, at room temperature", "as supplied", total)));
    }

    private Reagent kit(String name, Volume perWell, int wells) {
        return kit(name, perWell, need(perWell, wells));
    }

    private Reagent buffer(List<Reagent> mixes) {
        Volume need = plates.dilution().diluent();
        for (Reagent mix : mixes) {
            need = need.plus(mix.total());
        }
        Volume total = need.scaled(1 + plates.set().design().overage()).roundedUp(BOTTLE_STEP);
        List<Part> parts = new ArrayList<>();
        parts.add(part("Tris-HCl pH 7.5", "1 M", "40 mM", total, 0.04));
        parts.add(part("MgCl2", "1 M", "20 mM", total, 0.02));
        parts.add(part("BSA", "10 mg/mL", "0.1 mg/mL", total, 0.01));
        parts.add(part("DTT (add on the day)", "10 mM", "50 uM", total, 0.005));
        parts.add(part("Brij-35 [A]", "10 %", "0.01 %", total, 0.001));
        Volume water = total;
        for (Part part : parts) {
            water = water.minus(part.volume().orElse(Volume.NONE));
        }
        parts.add(Part.of("water", "ultrapure", "to volume", water));
        return new Reagent("Kinase buffer, 1 x", total, "diluent of compounds and of every mix", parts);
    }

    private static Part part(String name, String stock, String strength, Volume total, double fraction) {
        return Part.of(name, stock, strength, total.scaled(fraction));
    }

    private String times() {
        return Amount.number(volumes.strength()) + " x";
    }

    /** How each ADP standard is mixed, one line a level. */
    List<String> standardLines() {
        return standards.stream()
                .map(standard -> {
                    double percent =
                            standard.amount() == null ? 0 : standard.amount().in(Unit.PERCENT);
                    Volume adp = STANDARD.scaled(percent / 100);
                    return standard.code() + " (" + Amount.number(percent) + " %): " + adp + " ADP " + times() + " + "
                            + STANDARD.minus(adp) + " ATP " + times();
                })
                .toList();
    }
}
