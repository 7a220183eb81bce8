package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelUnits;
import org.kindlin.mechanism.model.UnitDefinition;
import org.kindlin.mechanism.model.UnitFactor;

/** Writes units; those of the model itself go by the names that Antimony has for them. */
final class UnitText {
    private final Spelling spelling;

    UnitText(Spelling spelling) {
        this.spelling = spelling;
    }

    List<String> of(Model model) {
        List<String> lines = new ArrayList<>();
        for (UnitDefinition unit : model.unitDefinitions()) {
            lines.add(
                    "unit " + spelling.of(unit.id()) + (unit.factors().isEmpty() ? ";" : " = " + product(unit) + ";"));
        }
        ModelUnits units = model.units();
        Map.of(
                        "substance", units.substance(),
                        "time_unit", units.time(),
                        "volume", units.volume(),
                        "area", units.area(),
                        "length", units.length(),
                        "extent", units.extent())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry ->
                        !entry.getValue().isEmpty() && !entry.getValue().equals(entry.getKey()))
                .forEach(entry -> lines.add("unit " + entry.getKey() + " = " + spelling.of(entry.getValue()) + ";"));
        return lines;
    }

    private static String product(UnitDefinition unit) {
        List<String> factors = new ArrayList<>();
        for (UnitFactor factor : unit.factors()) {
            double number = factor.multiplier() * Math.pow(10, factor.scale());
            String base = number == 1 ? factor.kind() : ExpressionText.number(number) + " " + factor.kind();
            factors.add(
                    factor.exponent() == 1
                            ? base
                            : (number == 1 ? base : "(" + base + ")") + "^" + ExpressionText.number(factor.exponent()));
        }
        return String.join(" * ", factors);
    }
}
