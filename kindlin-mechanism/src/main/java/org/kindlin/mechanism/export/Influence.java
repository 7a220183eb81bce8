package org.kindlin.mechanism.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.Rule;

/**
 * In which direction a formula moves when one name in it grows, all values being positive: what can be told from the formula
 * alone, through assignment rules.
 */
final class Influence {
    /** The direction, where there is one. */
    enum Sign {
        NONE,
        UP,
        DOWN,
        EITHER;

        Sign and(Sign other) {
            if (this == NONE || this == other) {
                return other;
            }
            return other == NONE ? this : EITHER;
        }

        Sign turned() {
            return this == UP ? DOWN : this == DOWN ? UP : this;
        }
    }

    private final Map<String, Expression> rules = new HashMap<>();

    Influence(Model model) {
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment assignment) {
                rules.put(assignment.variable(), assignment.formula());
            }
        }
    }

    /** The direction in which a name moves a formula. */
    Sign of(String name, Expression formula) {
        return of(name, formula, new HashSet<>());
    }

    private Sign of(String name, Expression formula, Set<String> open) {
        return switch (formula) {
            case Expression.Symbol(String id) -> {
                if (id.equals(name)) {
                    yield Sign.UP;
                }
                Expression rule = rules.get(id);
                if (rule == null || !open.add(id)) {
                    yield Sign.NONE;
                }
                Sign through = of(name, rule, open);
                open.remove(id);
                yield through;
            }
            case Expression.Apply(Operator operator, List<Expression> terms) -> apply(operator, terms, name, open);
            default ->
                formula.parts().stream().anyMatch(part -> of(name, part, open) != Sign.NONE) ? Sign.EITHER : Sign.NONE;
        };
    }

    private Sign apply(Operator operator, List<Expression> terms, String name, Set<String> open) {
        return switch (operator) {
            case PLUS, TIMES, MAX, MIN -> all(terms, name, open);
            case MINUS ->
                terms.size() == 1
                        ? of(name, terms.getFirst(), open).turned()
                        : of(name, terms.get(0), open)
                                .and(of(name, terms.get(1), open).turned());
            case DIVIDE -> quotient(terms, name, open);
            case POWER -> of(name, terms.get(1), open) == Sign.NONE ? of(name, terms.get(0), open) : Sign.EITHER;
            case EXP, LN -> of(name, terms.getFirst(), open);
            case ROOT, LOG -> of(name, terms.get(0), open) == Sign.NONE ? of(name, terms.get(1), open) : Sign.EITHER;
            default -> all(terms, name, open) == Sign.NONE ? Sign.NONE : Sign.EITHER;
        };
    }

    /** Saturation, x/(k + x), rises: where a name stands above and below, what is below decides only if nothing else is there. */
    private Sign quotient(List<Expression> terms, String name, Set<String> open) {
        Sign above = of(name, terms.get(0), open);
        Sign below = of(name, terms.get(1), open);
        boolean saturates = above == Sign.UP
                && below == Sign.UP
                && terms.get(1) instanceof Expression.Apply(Operator operator, List<Expression> parts)
                && operator == Operator.PLUS
                && parts.contains(terms.get(0));
        return saturates ? Sign.UP : above.and(below.turned());
    }

    private Sign all(List<Expression> terms, String name, Set<String> open) {
        Sign sign = Sign.NONE;
        for (Expression term : terms) {
            sign = sign.and(of(name, term, open));
        }
        return sign;
    }
}
