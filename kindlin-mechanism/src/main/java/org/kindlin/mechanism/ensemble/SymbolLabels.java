package org.kindlin.mechanism.ensemble;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Species;

/** Units of symbols as the model names them; empty where it names none. */
final class SymbolLabels {
    private final Map<String, String> units = new HashMap<>();
    private final String timeUnit;

    SymbolLabels(CompiledModel compiled, Set<String> amounts) {
        Model model = compiled.equations().model();
        timeUnit = model.units().time();
        Map<String, String> sizes = new HashMap<>();
        for (Compartment compartment : model.compartments()) {
            String unit = compartment.unit().isEmpty() ? model.units().volume() : compartment.unit();
            sizes.put(compartment.id(), unit);
            units.put(compartment.id(), unit);
        }
        model.parameters().forEach(each -> units.put(each.id(), each.unit()));
        for (Species species : model.species()) {
            String substance =
                    species.substanceUnits().isEmpty() ? model.units().substance() : species.substanceUnits();
            String size = sizes.getOrDefault(species.compartment(), "");
            boolean known = !substance.isEmpty() && !size.isEmpty();
            units.put(species.id(), amounts.contains(species.id()) ? substance : known ? substance + "/" + size : "");
        }
    }

    String timeUnit() {
        return timeUnit;
    }

    String unit(String symbol) {
        return units.getOrDefault(symbol, "");
    }
}
