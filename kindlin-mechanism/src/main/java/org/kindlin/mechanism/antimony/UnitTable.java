package org.kindlin.mechanism.antimony;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.ModelUnits;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.UnitDefinition;

/** The units of a model by name; a unit that is used and never defined has no factors. */
final class UnitTable {
    private final Map<String, Expression> formulas = new LinkedHashMap<>();
    private final Map<String, Token> places = new LinkedHashMap<>();
    private final Map<String, Token> undefined = new LinkedHashMap<>();
    private int unnamed;

    void define(Statement.UnitLine line) {
        places.put(line.name(), line.at());
        line.formula().ifPresent(formula -> formulas.put(line.name(), formula));
    }

    /** The identifier under which a unit's name goes: its base unit's, or its own. */
    String named(String name) {
        if (formulas.containsKey(name)) {
            return name;
        }
        String kind = UnitFormula.kind(name);
        if (kind.isEmpty()) {
            undefined.put(name, new Token(Token.Kind.NAME, name, Double.NaN, 0, 0));
            return name;
        }
        return kind;
    }

    /** The identifier of what follows {@code has}; a compound unit gets one of its own. */
    String idOf(Token at, Expression unit) {
        if (unit instanceof Expression.Symbol(String name)) {
            return named(name);
        }
        for (Map.Entry<String, Expression> known : formulas.entrySet()) {
            if (known.getValue().equals(unit)) {
                return known.getKey();
            }
        }
        String id = "unit" + unnamed++;
        formulas.put(id, unit);
        places.put(id, at);
        return id;
    }

    void addTo(ModelBuilder model) {
        formulas.forEach((name, formula) -> {
            Token at = places.getOrDefault(name, new Token(Token.Kind.NAME, name, Double.NaN, 0, 0));
            model.add(new UnitDefinition(
                    name, UnitFormula.factors(at, name, formula, formulas), Remarks.atLine(at.line())));
        });
        undefined.keySet().stream()
                .filter(name -> !formulas.containsKey(name))
                .forEach(name -> model.add(new UnitDefinition(name, List.of(), Remarks.NONE)));
        model.units(new ModelUnits(
                own("substance"), own("time_unit"), own("volume"), own("area"), own("length"), own("extent")));
    }

    private String own(String name) {
        return formulas.containsKey(name) ? name : "";
    }
}
