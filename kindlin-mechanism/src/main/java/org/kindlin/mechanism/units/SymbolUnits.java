package org.kindlin.mechanism.units;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelUnits;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.UnitDefinition;
import org.kindlin.mechanism.model.UnitFactor;

/** The units of the symbols of a model, where they are declared. */
final class SymbolUnits {
    private final Map<String, Dimension> defined = new HashMap<>();
    private final Map<String, Dimension> symbols = new HashMap<>();
    private final ModelUnits units;

    SymbolUnits(Model model) {
        units = model.units();
        model.unitDefinitions().forEach(each -> define(each).ifPresent(found -> defined.put(each.id(), found)));
        Map<String, Compartment> compartments = new HashMap<>();
        for (Compartment each : model.compartments()) {
            compartments.put(each.id(), each);
            put(each.id(), size(each));
        }
        for (Species each : model.species()) {
            Compartment compartment = compartments.get(each.compartment());
            Optional<Dimension> substance =
                    unit(each.substanceUnits().isEmpty() ? units.substance() : each.substanceUnits());
            Optional<Dimension> size = compartment == null ? Optional.empty() : size(compartment);
            put(
                    each.id(),
                    each.hasOnlySubstanceUnits() ? substance : substance.flatMap(amount -> size.map(amount::per)));
        }
        model.parameters().forEach(each -> put(each.id(), unit(each.unit())));
        model.reactions().forEach(reaction -> {
            put(reaction.id(), extent().flatMap(amount -> time().map(amount::per)));
            reaction.reactants().forEach(each -> put(each.id(), Optional.of(Dimension.NONE)));
            reaction.products().forEach(each -> put(each.id(), Optional.of(Dimension.NONE)));
        });
    }

    private void put(String id, Optional<Dimension> unit) {
        unit.ifPresent(found -> symbols.put(id, found));
    }

    private static Optional<Dimension> define(UnitDefinition definition) {
        Dimension product = Dimension.NONE;
        for (UnitFactor factor : definition.factors()) {
            Optional<Dimension> base = BaseUnits.find(factor.kind());
            if (base.isEmpty()) {
                return Optional.empty();
            }
            double scale = factor.multiplier() * Math.pow(10, factor.scale());
            product = product.times(base.get().times(scale).power(factor.exponent()));
        }
        return Optional.of(product);
    }

    private Optional<Dimension> size(Compartment compartment) {
        if (!compartment.unit().isEmpty()) {
            return unit(compartment.unit());
        }
        double dimensions = compartment.dimensions().orElse(Double.NaN);
        if (dimensions == 3) {
            return unit(units.volume());
        }
        return dimensions == 2 ? unit(units.area()) : dimensions == 1 ? unit(units.length()) : Optional.empty();
    }

    /** The unit of this identifier; empty where it is none or is not declared. */
    Optional<Dimension> unit(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(defined.get(id)).or(() -> BaseUnits.find(id));
    }

    Optional<Dimension> symbol(String id) {
        return Optional.ofNullable(symbols.get(id));
    }

    Optional<Dimension> time() {
        return unit(units.time());
    }

    Optional<Dimension> extent() {
        return unit(units.extent());
    }
}
