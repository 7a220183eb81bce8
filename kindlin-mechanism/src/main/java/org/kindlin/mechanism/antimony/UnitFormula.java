package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.UnitFactor;

/** Reads {@code 1e-6 mole / litre^2} as the factors of a unit. */
final class UnitFormula {
    private static final Set<String> KINDS = Set.of(
            "ampere",
            "avogadro",
            "becquerel",
            "candela",
            "coulomb",
            "dimensionless",
            "farad",
            "gram",
            "gray",
            "henry",
            "hertz",
            "item",
            "joule",
            "katal",
            "kelvin",
            "kilogram",
            "litre",
            "lumen",
            "lux",
            "metre",
            "mole",
            "newton",
            "ohm",
            "pascal",
            "radian",
            "second",
            "siemens",
            "sievert",
            "steradian",
            "tesla",
            "volt",
            "watt",
            "weber");

    private final Map<String, Expression> others;
    private final Set<String> open = new HashSet<>();

    private UnitFormula(Map<String, Expression> others) {
        this.others = others;
    }

    /**
     * The factors of a unit.
     *
     * @param others units that the model defines, by name
     * @throws SyntaxException where the formula is no product of units
     */
    static List<UnitFactor> factors(Token at, String name, Expression formula, Map<String, Expression> others) {
        UnitFormula reader = new UnitFormula(new HashMap<>(others));
        reader.open.add(name);
        Product product = reader.product(at, formula, 1, 0);
        double multiplier = product.number;
        if (!(multiplier > 0) || Double.isInfinite(multiplier)) {
            throw new SyntaxException(at, "a unit of size " + multiplier, "its number is above 0 and finite");
        }
        List<UnitFactor> factors = new ArrayList<>();
        for (Map.Entry<String, Double> power : product.powers.entrySet()) {
            if (power.getValue() != 0) {
                // the number goes into the first factor, inside its power
                double inside = StrictMath.pow(multiplier, 1 / power.getValue());
                factors.add(new UnitFactor(power.getKey(), power.getValue(), 0, inside));
                multiplier = 1;
            }
        }
        if (factors.isEmpty() || multiplier != 1) {
            factors.add(new UnitFactor("dimensionless", 1, 0, multiplier));
        }
        return factors;
    }

    private static final class Product {
        private double number = 1;
        private final Map<String, Double> powers = new LinkedHashMap<>();

        void times(String kind, double exponent) {
            if (!kind.equals("dimensionless")) {
                powers.merge(kind, exponent, Double::sum);
            }
        }

        Product times(Product other) {
            number *= other.number;
            other.powers.forEach(this::times);
            return this;
        }
    }

    private Product product(Token at, Expression formula, double exponent, int depth) {
        if (depth > 100) {
            throw notAUnit(at);
        }
        return switch (formula) {
            case Expression.Literal(double value, String unit) -> {
                Product product = new Product();
                product.number = StrictMath.pow(value, exponent);
                yield unit.isEmpty() ? product : product.times(named(at, unit, exponent, depth));
            }
            case Expression.Symbol(String id) -> named(at, id, exponent, depth);
            case Expression.Apply(Operator operator, List<Expression> terms) ->
                switch (operator) {
                    case TIMES -> {
                        Product product = new Product();
                        terms.forEach(term -> product.times(product(at, term, exponent, depth + 1)));
                        yield product;
                    }
                    case DIVIDE ->
                        product(at, terms.get(0), exponent, depth + 1)
                                .times(product(at, terms.get(1), -exponent, depth + 1));
                    case POWER -> {
                        if (!(terms.get(1) instanceof Expression.Literal(double power, String none))
                                || !none.isEmpty()) {
                            throw notAUnit(at);
                        }
                        yield product(at, terms.get(0), exponent * power, depth + 1);
                    }
                    default -> throw notAUnit(at);
                };
            default -> throw notAUnit(at);
        };
    }

    private static SyntaxException notAUnit(Token at) {
        return new SyntaxException(at, "a unit that is no product of units and numbers", "write 1e-6 mole / litre");
    }

    private Product named(Token at, String name, double exponent, int depth) {
        Product product = new Product();
        String kind = kind(name);
        if (!kind.isEmpty()) {
            product.times(kind, exponent);
            return product;
        }
        Expression other = others.get(name);
        if (other == null) {
            throw new SyntaxException(
                    at,
                    "'" + name + "' is no unit of SBML and none of this model",
                    "define it: unit " + name + " = ...");
        }
        if (!open.add(name)) {
            throw new SyntaxException(at, "the unit '" + name + "' is defined by itself", "break the circle");
        }
        Product expanded = product(at, other, exponent, depth + 1);
        open.remove(name);
        return expanded;
    }

    /** The base unit that a word means, plurals and American spelling included; empty where it means none. */
    static String kind(String word) {
        String plain = switch (word) {
            case "liter", "liters" -> "litre";
            case "meter", "meters" -> "metre";
            default -> word;
        };
        if (KINDS.contains(plain)) {
            return plain;
        }
        String singular = plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
        return KINDS.contains(singular) ? singular : "";
    }
}
