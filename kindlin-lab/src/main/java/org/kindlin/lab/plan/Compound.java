package org.kindlin.lab.plan;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * A compound as it stands in the freezer.
 *
 * @param form free base, HCl, d6; empty where not stated
 * @param molarMass with its form, where known
 * @param stock concentration of the solution in DMSO
 */
public record Compound(String name, String form, Optional<CompoundForm> molarMass, Quantity stock) {
    /** Molar masses in g/mol from the formula C20H21F3N8O3S (PubChem 25117126). */
    private static final List<CompoundForm> KNOWN = List.of(
            new CompoundForm("defactinib", "free base", 510.50),
            new CompoundForm("defactinib", "HCl", 546.95),
            new CompoundForm("defactinib", "d6", 516.53));

    /** The forms of a compound whose molar masses are known here. */
    public static List<CompoundForm> formsOf(String name) {
        return KNOWN.stream()
                .filter(form -> form.compound().equalsIgnoreCase(name))
                .toList();
    }

    /** Microlitres of DMSO that dissolve one milligram to the stock's concentration; empty without a molar mass. */
    public Optional<Double> microlitresPerMilligram() {
        return molarMass.map(form -> 1e6 / (form.molarMass() * stock.in(Unit.MILLIMOLAR)));
    }

    /** The compound with its form, as sentences name it. */
    public String label() {
        return form.isEmpty() ? name : name + " (" + form + ")";
    }
}
