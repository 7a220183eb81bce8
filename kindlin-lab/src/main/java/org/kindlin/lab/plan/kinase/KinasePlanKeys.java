package org.kindlin.lab.plan.kinase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.DesignKeys;

/** The settings of a kinase plan. What the protocol leaves open says "assumed" in its meaning. */
final class KinasePlanKeys {
    static final DesignKeys DESIGN = new DesignKeys(new DesignKeys.Defaults("1 uM", "3", 10, 3, 1, 96, "0.5", false));
    static final Key<List<String>> TARGETS = new Key<>(
            "targets",
            "names separated by commas",
            "",
            "FAK",
            "kinases; each gets plates of its own",
            KinasePlanKeys::names,
            names -> new Value.Text(String.join(", ", names)));
    static final Key<Quantity> REACTION = Key.positive(
            "reactionVolume",
            Unit.MICROLITRE,
            null,
            "reaction in a well; assumed: 25 uL on 96, 10 uL on 384, 4 uL on 1536");
    static final Key<Quantity> ATP = Key.positive("atp", Unit.MICROMOLAR, "10 uM", "ATP in the reaction");
    static final Key<Quantity> ATP_STOCK =
            Key.positive("atpStock", Unit.MILLIMOLAR, "10 mM", "ATP stock solution; assumed");
    static final Key<Quantity> ENZYME = Key.positive(
            "enzymeConcentration", Unit.NANOMOLAR, "1 nM", "active enzyme in the reaction; assumed, 1-10 nM");
    static final Key<Quantity> ENZYME_STOCK = Key.positive(
            "enzymeStock",
            Unit.MICROMOLAR,
            null,
            "enzyme as supplied, of every target; a blank is left where not stated");
    static final Key<Double> SUBSTRATE = Key.number(
                    "substrate", "0.1", "Poly(Glu,Tyr 4:1) in the reaction in mg/mL; assumed, 0.1-0.2")
            .onlyIf("number > 0", value -> value > 0);
    static final Key<Double> SUBSTRATE_STOCK = Key.number(
                    "substrateStock", "10", "Poly(Glu,Tyr 4:1) stock solution in mg/mL; assumed")
            .onlyIf("number > 0", value -> value > 0);
    static final Key<Double> VEHICLE_WELLS = DesignKeys.whole("vehicleWells", 2, 384, 8, "vehicle wells of a plate");
    static final Key<Double> NO_ENZYME_WELLS =
            DesignKeys.whole("noEnzymeWells", 2, 384, 8, "no-enzyme wells of a plate");
    static final Key<Double> STANDARD_REPLICATES = DesignKeys.whole(
            "standardReplicates",
            0,
            16,
            2,
            "wells of each ADP standard (0, 2, 5, 10, 20, 40 % conversion); 0 for none");
    static final Key<Quantity> PREINCUBATION = Key.positive(
            "preincubation", Unit.MINUTE, "30 min", "enzyme with inhibitor before ATP; assumed, 15-60 min");
    static final Key<Quantity> INCUBATION =
            Key.positive("incubation", Unit.MINUTE, "60 min", "reaction at 30 degC; the protocol says 45-60 min");
    static final Key<List<String>> EXPECTED_KI = new Key<>(
            "expectedKi",
            "Ki of each compound, in order, separated by commas",
            "nM",
            "0.6 nM",
            "expected Ki, for the simulation only; the last holds for compounds beyond the list",
            KinasePlanKeys::constants,
            list -> new Value.Text(String.join(", ", list)));
    static final Key<List<String>> KM = new Key<>(
            "kmAtp",
            "Km of each target, in order, separated by commas",
            "uM",
            null,
            "Km(ATP), for warnings and the simulation; otherwise FAK 1.2 uM, others 5 uM (assumed)",
            KinasePlanKeys::micromolar,
            list -> new Value.Text(String.join(", ", list)));

    static final Key<String> PROMISE = Key.text(
                    "promise", "ic50", "estimate whose interval is promised: ic50, or ki of the tight-binding fit")
            .onlyIf("ki|ic50", text -> text.equals("ki") || text.equals("ic50"));

    private KinasePlanKeys() {}

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(DESIGN.all());
        keys.addAll(List.of(
                TARGETS,
                REACTION,
                ATP,
                ATP_STOCK,
                ENZYME,
                ENZYME_STOCK,
                SUBSTRATE,
                SUBSTRATE_STOCK,
                VEHICLE_WELLS,
                NO_ENZYME_WELLS,
                STANDARD_REPLICATES,
                PREINCUBATION,
                INCUBATION,
                KM,
                EXPECTED_KI,
                PROMISE));
        return keys;
    }

    private static Optional<List<String>> names(String text) {
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        boolean usable = names.stream().allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9 .()-]{0,30}"))
                && names.stream().distinct().count() == names.size();
        return usable ? Optional.of(names) : Optional.empty();
    }

    private static Optional<List<String>> constants(String text) {
        return quantities(text, Unit.NANOMOLAR);
    }

    private static Optional<List<String>> micromolar(String text) {
        return quantities(text, Unit.MICROMOLAR);
    }

    /** Positive concentrations, each written with its unit. */
    private static Optional<List<String>> quantities(String text, Unit unit) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<Quantity> quantity = Quantity.parse(part, unit)
                    .filter(found -> found.unit().dimension() == unit.dimension() && found.value() > 0);
            if (quantity.isEmpty()) {
                return Optional.empty();
            }
            parts.add(quantity.get().toString());
        }
        return Optional.of(parts);
    }
}
