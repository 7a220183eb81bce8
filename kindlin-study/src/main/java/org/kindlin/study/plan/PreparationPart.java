package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.Compound;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.Reagent;
import org.kindlin.lab.plan.Volume;

/** What to have at hand, how to make stocks, what to mix. */
final class PreparationPart {
    private final Sheet sheet;
    private final Plan plan;

    PreparationPart(Sheet sheet, Plan plan) {
        this.sheet = sheet;
        this.plan = plan;
    }

    void write() {
        sheet.heading("Materials");
        sheet.table(
                "materials",
                "",
                List.of("", "Item", "What to take", "#Used", "_Lot", "_Expiry or opened"),
                plan.bench().materials().stream()
                        .map(material ->
                                List.of(Sheet.BOX, material.name(), material.detail(), material.amount(), "", ""))
                        .toList());
        sheet.heading("Stock solutions");
        stocks();
        sheet.heading("Reagents");
        sheet.paragraph(
                "Volumes hold " + Amount.number(100 * plan.chemistry().design().overage())
                        + " % over need and what troughs keep. An empty volume depends on the lot: compute and write it in.",
                "note");
        plan.bench().reagents().forEach(this::reagent);
    }

    private void stocks() {
        List<List<String>> rows = new ArrayList<>();
        for (Compound compound : plan.chemistry().design().compounds()) {
            List<CompoundForm> forms = compound.molarMass().isPresent()
                    ? List.of(compound.molarMass().get())
                    : Compound.formsOf(compound.name());
            if (forms.isEmpty()) {
                rows.add(List.of(
                        Sheet.BOX,
                        compound.label(),
                        "______",
                        compound.stock().toString(),
                        "1000000 / (g/mol x mM)",
                        "",
                        ""));
            }
            forms.forEach(form -> rows.add(row(compound, form)));
        }
        sheet.table(
                "stocks",
                "From solid: tick the form that stands on the vial; DMSO (uL) = mg weighed x uL per mg.",
                List.of("", "Compound, form", "#g/mol", "#Stock", "#uL DMSO per mg", "_mg weighed", "_uL DMSO"),
                rows);
    }

    private List<String> row(Compound compound, CompoundForm form) {
        double perMilligram = 1e6 / (form.molarMass() * compound.stock().in(Unit.MILLIMOLAR));
        Optional<Double> mass = plan.chemistry().massMg();
        return List.of(
                Sheet.BOX,
                compound.name() + ", " + form.form(),
                Amount.number(form.molarMass()),
                compound.stock().toString(),
                Amount.number(perMilligram),
                mass.map(Amount::number).orElse(""),
                mass.map(mg -> Amount.number(mg * perMilligram)).orElse(""));
    }

    private void reagent(Reagent reagent) {
        List<List<String>> rows = new ArrayList<>();
        for (Reagent.Part part : reagent.parts()) {
            rows.add(List.of(
                    Sheet.BOX,
                    part.name(),
                    part.stock(),
                    part.strength(),
                    part.volume().map(Volume::toString).orElse("________")));
        }
        sheet.table(
                "reagent",
                reagent.name() + ": " + reagent.total() + " (" + reagent.use() + ")",
                List.of("", "Part", "From", "#Strength in it", "#Volume"),
                rows);
    }
}
