package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.mechanism.antimony.Token.Kind;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Operator;

/**
 * Reads formulas: the infix of SBML Level 3, which Antimony uses. From loose to tight: {@code && ||}; relations;
 * {@code + -}; {@code * / %}; sign and {@code !}; {@code ^} (from the right).
 */
final class ExpressionParser {
    /** Deeper formulas are refused before they exhaust the stack. */
    private static final int DEEPEST = 400;

    private static final Map<String, Operator> RELATIONS = Map.of(
            "<", Operator.LT,
            "<=", Operator.LEQ,
            ">", Operator.GT,
            ">=", Operator.GEQ,
            "==", Operator.EQ,
            "!=", Operator.NEQ);

    private final TokenStream tokens;
    private int depth;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    Expression read() {
        deeper();
        Expression left = relation();
        int links = 0;
        while (tokens.peek().is("&&") || tokens.peek().is("||")) {
            Operator operator = tokens.next().text().equals("&&") ? Operator.AND : Operator.OR;
            left = joined(operator, left, relation(), ++links);
        }
        depth--;
        return left;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw new SyntaxException(
                    tokens.peek(), "a formula nested more than " + DEEPEST + " deep", "give parts names");
        }
    }

    private Expression relation() {
        Expression first = sum();
        if (!RELATIONS.containsKey(tokens.peek().text()) || tokens.peek().kind() != Kind.SIGN) {
            return first;
        }
        List<Operator> operators = new ArrayList<>();
        List<Expression> terms = new ArrayList<>(List.of(first));
        while (tokens.peek().kind() == Kind.SIGN) {
            Operator operator = RELATIONS.get(tokens.peek().text());
            if (operator == null) {
                break;
            }
            tokens.next();
            operators.add(operator);
            terms.add(sum());
        }
        boolean alike = operators.stream().distinct().count() == 1;
        if (alike && (operators.size() == 1 || operators.getFirst() != Operator.NEQ)) {
            return new Expression.Apply(operators.getFirst(), terms);
        }
        List<Expression> pairs = new ArrayList<>();
        for (int i = 0; i < operators.size(); i++) {
            pairs.add(Expression.apply(operators.get(i), terms.get(i), terms.get(i + 1)));
        }
        return new Expression.Apply(Operator.AND, pairs);
    }

    private Expression sum() {
        Expression left = product();
        int links = 0;
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            Operator operator = tokens.next().text().equals("+") ? Operator.PLUS : Operator.MINUS;
            left = joined(operator, left, product(), ++links);
        }
        return left;
    }

    private Expression product() {
        Expression left = signed();
        int links = 0;
        while (tokens.peek().is("*") || tokens.peek().is("/") || tokens.peek().is("%")) {
            Operator operator = switch (tokens.next().text()) {
                case "*" -> Operator.TIMES;
                case "/" -> Operator.DIVIDE;
                default -> Operator.REM;
            };
            left = joined(operator, left, signed(), ++links);
        }
        return left;
    }

    private Expression joined(Operator operator, Expression left, Expression right, int links) {
        boolean chains = operator == Operator.PLUS
                || operator == Operator.TIMES
                || operator == Operator.AND
                || operator == Operator.OR;
        if (chains
                && links > 1
                && left instanceof Expression.Apply(Operator same, List<Expression> terms)
                && same == operator) {
            List<Expression> all = new ArrayList<>(terms);
            all.add(right);
            return new Expression.Apply(operator, all);
        }
        if (links > DEEPEST) {
            throw new SyntaxException(
                    tokens.peek(), "more than " + DEEPEST + " operators in a row", "give parts names");
        }
        return Expression.apply(operator, left, right);
    }

    private Expression signed() {
        deeper();
        Expression result;
        if (tokens.accept("-")) {
            Expression operand = signed();
            result = operand instanceof Expression.Literal(double value, String unit)
                    ? new Expression.Literal(-value, unit)
                    : Expression.apply(Operator.MINUS, operand);
        } else if (tokens.accept("+")) {
            result = signed();
        } else if (tokens.accept("!")) {
            result = Expression.apply(Operator.NOT, signed());
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private Expression power() {
        Expression base = primary();
        if (!tokens.accept("^")) {
            return base;
        }
        return Expression.apply(Operator.POWER, base, signed());
    }

    private Expression primary() {
        Token token = tokens.peek();
        if (token.kind() == Kind.NUMBER) {
            tokens.next();
            return new Expression.Literal(finite(token), unit());
        }
        if (tokens.accept("(")) {
            Expression inner = read();
            tokens.expect(")");
            return inner;
        }
        if (token.kind() != Kind.NAME) {
            throw new SyntaxException(
                    token, token.shown() + " where a number or name should stand", "complete the formula");
        }
        String path = tokens.path();
        if (!path.contains(".") && tokens.peek().is("(") && tokens.peek().line() == token.line()) {
            return call(token);
        }
        return Names.constant(path).orElseGet(() -> new Expression.Symbol(path));
    }

    private static double finite(Token token) {
        if (Double.isInfinite(token.number())) {
            throw new SyntaxException(token, "the number " + token.text() + " is beyond 1.8e308", "use another unit");
        }
        return token.number();
    }

    /** A name right behind a number is its unit. */
    private String unit() {
        Token token = tokens.peek();
        return token.kind() == Kind.NAME && !Names.endsFormula(token.text())
                ? tokens.next().text()
                : "";
    }

    private Expression call(Token name) {
        tokens.expect("(");
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(read());
            } while (tokens.accept(","));
        }
        tokens.expect(")");
        Optional<Expression> known = Names.call(name, arguments);
        return known.orElseGet(() -> new Expression.Call(name.text(), arguments));
    }
}
