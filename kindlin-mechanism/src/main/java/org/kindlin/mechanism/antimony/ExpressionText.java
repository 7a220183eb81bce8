package org.kindlin.mechanism.antimony;

import java.util.List;
import java.util.stream.Collectors;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Expression.Piece;
import org.kindlin.mechanism.model.Operator;

/** Writes formulas so that reading them gives the same tree. */
final class ExpressionText {
    /** How tightly a formula holds together; an operand looser than its place gets parentheses. */
    private static final int LOGIC = 1;

    private static final int RELATION = 2;
    private static final int SUM = 3;
    private static final int PRODUCT = 4;
    private static final int SIGN = 5;
    private static final int POWER = 6;
    private static final int ATOM = 7;

    private final Spelling spelling;

    ExpressionText(Spelling spelling) {
        this.spelling = spelling;
    }

    String of(Expression formula) {
        return switch (formula) {
            case Expression.Literal(double value, String unit) ->
                number(value) + (unit.isEmpty() ? "" : " " + spelling.of(unit));
            case Expression.Truth(boolean value) -> String.valueOf(value);
            case Expression.Symbol(String id) -> spelling.of(id);
            case Expression.Time _ -> "time";
            case Expression.Avogadro _ -> "avogadro";
            case Expression.Delay(Expression of, Expression by) -> "delay(" + of(of) + ", " + of(by) + ")";
            case Expression.RateOf(Expression of) -> "rateOf(" + of(of) + ")";
            case Expression.Call(String function, List<Expression> arguments) ->
                spelling.of(function) + list(arguments);
            case Expression.Piecewise cases -> piecewise(cases);
            case Expression.Apply(Operator operator, List<Expression> arguments) -> apply(operator, arguments);
        };
    }

    /** A number that reads back as the same double. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "notanumber";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinity" : "-infinity";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : Double.toString(value).replace("E", "e");
    }

    private String list(List<Expression> arguments) {
        return arguments.stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private String piecewise(Expression.Piecewise cases) {
        StringBuilder text = new StringBuilder("piecewise(");
        String separator = "";
        for (Piece piece : cases.pieces()) {
            text.append(separator).append(of(piece.value())).append(", ").append(of(piece.condition()));
            separator = ", ";
        }
        if (cases.otherwise().isPresent()) {
            text.append(separator).append(of(cases.otherwise().get()));
        }
        return text.append(')').toString();
    }

    private String apply(Operator operator, List<Expression> terms) {
        int count = terms.size();
        return switch (operator) {
            case PLUS, TIMES, AND, OR -> count < 2 ? operator.mathml() + list(terms) : chain(operator, terms);
            case LT, LEQ, GT, GEQ, EQ, NEQ -> count < 2 ? operator.mathml() + list(terms) : chain(operator, terms);
            case DIVIDE, REM -> chain(operator, terms);
            case MINUS -> count == 1 ? "-" + within(terms.getFirst(), POWER) : chain(operator, terms);
            case NOT -> "!" + within(terms.getFirst(), POWER);
            case POWER -> within(terms.get(0), ATOM) + "^" + within(terms.get(1), SIGN);
            case ROOT ->
                terms.get(0).equals(Expression.number(2)) ? "sqrt(" + of(terms.get(1)) + ")" : "root" + list(terms);
            case LOG ->
                terms.get(0).equals(Expression.number(10)) ? "log10(" + of(terms.get(1)) + ")" : "log" + list(terms);
            default -> operator.mathml() + list(terms);
        };
    }

    /** The first operand may be as loose as the operator where that reads back alike; all others must be tighter. */
    private String chain(Operator operator, List<Expression> terms) {
        int own = tightness(operator);
        StringBuilder text =
                new StringBuilder(within(terms.getFirst(), continues(terms.getFirst(), operator) ? own : own + 1));
        for (Expression term : terms.subList(1, terms.size())) {
            text.append(sign(operator)).append(within(term, own + 1));
        }
        return text.toString();
    }

    /** Whether an operator may follow a first operand of its own tightness without parentheses. */
    private static boolean continues(Expression first, Operator operator) {
        boolean arithmetic = tightness(operator) == SUM || tightness(operator) == PRODUCT;
        boolean joins = operator == Operator.PLUS || operator == Operator.TIMES;
        return arithmetic && first instanceof Expression.Apply(Operator inner, var _) && !(joins && inner == operator);
    }

    private static int tightness(Operator operator) {
        return switch (operator) {
            case AND, OR -> LOGIC;
            case LT, LEQ, GT, GEQ, EQ, NEQ -> RELATION;
            case PLUS, MINUS -> SUM;
            case TIMES, DIVIDE, REM -> PRODUCT;
            case NOT -> SIGN;
            case POWER -> POWER;
            default -> ATOM;
        };
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case AND -> " && ";
            case OR -> " || ";
            case LT -> " < ";
            case LEQ -> " <= ";
            case GT -> " > ";
            case GEQ -> " >= ";
            case EQ -> " == ";
            case NEQ -> " != ";
            case PLUS -> " + ";
            case MINUS -> " - ";
            case TIMES -> "*";
            case REM -> "%";
            default -> "/";
        };
    }

    private String within(Expression term, int least) {
        String text = of(term);
        return tightnessOf(term) < least ? "(" + text + ")" : text;
    }

    private static int tightnessOf(Expression term) {
        return switch (term) {
            case Expression.Literal(double value, String unit) ->
                value < 0 || 1 / value < 0 ? SIGN : unit.isEmpty() ? ATOM : POWER;
            case Expression.Apply(Operator operator, List<Expression> terms) ->
                terms.size() == 1 && operator == Operator.MINUS
                        ? SIGN
                        : terms.size() < 2 && operator != Operator.NOT ? ATOM : tightness(operator);
            default -> ATOM;
        };
    }
}
