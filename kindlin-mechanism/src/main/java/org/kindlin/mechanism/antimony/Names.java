package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Expression.Piece;
import org.kindlin.mechanism.model.Operator;

/** Words that mean something of their own in formulas. */
final class Names {
    /** Words that may follow a formula on its line and are no unit. */
    private static final Set<String> AFTER_FORMULA = Set.of("in", "after", "has", "is");

    /** Words that cannot be names. */
    static final Set<String> RESERVED = Set.of(
            "at",
            "after",
            "in",
            "is",
            "has",
            "model",
            "module",
            "end",
            "function",
            "import",
            "delete",
            "unit",
            "var",
            "const",
            "species",
            "substanceOnly",
            "compartment",
            "formula",
            "reaction",
            "event",
            "gene",
            "operator",
            "DNA",
            "constraint",
            "maximize",
            "minimize",
            "time",
            "pi",
            "exponentiale",
            "avogadro",
            "infinity",
            "inf",
            "INF",
            "notanumber",
            "nan",
            "NaN",
            "true",
            "false");

    /** Distributions and other functions that SBML core does not have. */
    private static final Set<String> REFUSED = Set.of(
            "normal",
            "uniform",
            "exponential",
            "gamma",
            "poisson",
            "binomial",
            "bernoulli",
            "cauchy",
            "chisquare",
            "laplace",
            "lognormal",
            "rayleigh",
            "truncatedNormal",
            "truncatedPoisson");

    private static final Map<String, Operator> OPERATORS = operators();

    private Names() {}

    static boolean endsFormula(String word) {
        return AFTER_FORMULA.contains(word);
    }

    private static Map<String, Operator> operators() {
        Map<String, Operator> map = new HashMap<>();
        for (Operator operator : Operator.values()) {
            map.put(operator.mathml(), operator);
        }
        map.remove("log");
        map.remove("root");
        map.put("pow", Operator.POWER);
        map.put("ceil", Operator.CEILING);
        for (String name :
                List.of("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch", "coth")) {
            Operator inverse = map.get("arc" + name);
            if (inverse != null) {
                map.put("a" + name, inverse);
            }
        }
        return map;
    }

    /** Whether a name means a function of its own. */
    static boolean isFunction(String name) {
        return OPERATORS.containsKey(name)
                || Set.of("log", "log10", "root", "sqrt", "sqr", "piecewise", "delay", "rateOf")
                        .contains(name)
                || REFUSED.contains(name);
    }

    /** The constant that a word means. */
    static Optional<Expression> constant(String word) {
        return switch (word) {
            case "time" -> Optional.of(new Expression.Time());
            case "pi" -> Optional.of(Expression.number(Math.PI));
            case "exponentiale" -> Optional.of(Expression.number(Math.E));
            case "avogadro" -> Optional.of(new Expression.Avogadro());
            case "infinity", "inf", "INF" -> Optional.of(Expression.number(Double.POSITIVE_INFINITY));
            case "notanumber", "nan", "NaN" -> Optional.of(Expression.number(Double.NaN));
            case "true" -> Optional.of(new Expression.Truth(true));
            case "false" -> Optional.of(new Expression.Truth(false));
            default -> Optional.empty();
        };
    }

    /** The built-in function a name means, applied; empty where it is one of the model's own. */
    static Optional<Expression> call(Token name, List<Expression> arguments) {
        int count = arguments.size();
        return switch (name.text()) {
            case "log", "log10" -> {
                require(name, count, 1, name.text().equals("log") ? 2 : 1);
                yield Optional.of(
                        count == 2
                                ? new Expression.Apply(Operator.LOG, arguments)
                                : Expression.apply(Operator.LOG, Expression.number(10), arguments.getFirst()));
            }
            case "root" -> {
                require(name, count, 1, 2);
                yield Optional.of(
                        count == 2
                                ? new Expression.Apply(Operator.ROOT, arguments)
                                : Expression.apply(Operator.ROOT, Expression.number(2), arguments.getFirst()));
            }
            case "sqrt" -> {
                require(name, count, 1, 1);
                yield Optional.of(Expression.apply(Operator.ROOT, Expression.number(2), arguments.getFirst()));
            }
            case "sqr" -> {
                require(name, count, 1, 1);
                yield Optional.of(Expression.apply(Operator.POWER, arguments.getFirst(), Expression.number(2)));
            }
            case "piecewise" -> Optional.of(piecewise(name, arguments));
            case "delay" -> {
                require(name, count, 2, 2);
                yield Optional.of(new Expression.Delay(arguments.get(0), arguments.get(1)));
            }
            case "rateOf" -> {
                require(name, count, 1, 1);
                yield Optional.of(new Expression.RateOf(arguments.getFirst()));
            }
            default -> operator(name, arguments);
        };
    }

    private static Optional<Expression> operator(Token name, List<Expression> arguments) {
        if (REFUSED.contains(name.text())) {
            throw new SyntaxException(
                    name, "random draws such as " + name.text() + "(...) are not supported", "use a number");
        }
        Operator operator = OPERATORS.get(name.text());
        if (operator == null) {
            return Optional.empty();
        }
        if (!operator.takes(arguments.size())) {
            throw new SyntaxException(
                    name, name.text() + " with " + arguments.size() + " arguments", "it takes " + operator.arity());
        }
        return Optional.of(new Expression.Apply(operator, arguments));
    }

    private static Expression piecewise(Token name, List<Expression> arguments) {
        require(name, arguments.size(), 1, Integer.MAX_VALUE);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            pieces.add(new Piece(arguments.get(i), arguments.get(i + 1)));
        }
        boolean odd = arguments.size() % 2 == 1;
        return new Expression.Piecewise(pieces, odd ? Optional.of(arguments.getLast()) : Optional.empty());
    }

    private static void require(Token name, int count, int fewest, int most) {
        if (count < fewest || count > most) {
            String wanted = fewest == most ? String.valueOf(fewest) : "from " + fewest + " to " + most;
            throw new SyntaxException(
                    name,
                    name.text() + " with " + count + " arguments",
                    "it takes " + (most == Integer.MAX_VALUE ? "at least " + fewest : wanted));
        }
    }
}
