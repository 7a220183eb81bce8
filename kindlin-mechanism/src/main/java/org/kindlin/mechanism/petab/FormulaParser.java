package org.kindlin.mechanism.petab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Operator;

/**
 * Reads formulas as PEtab tables hold them: infix, powers as {@code ^} or {@code **}, {@code log} natural, {@code log10},
 * {@code log2}, {@code piecewise(value, condition, ..., otherwise)}, {@code time}.
 */
final class FormulaParser {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 1_000_000;

    private final String text;
    private int at;
    private int depth;

    private FormulaParser(String text) {
        this.text = text;
    }

    /** What is wrong with a formula, and where. */
    static final class FormulaException extends Exception {
        private static final long serialVersionUID = 1L;

        FormulaException(String message) {
            super(message);
        }
    }

    static Expression parse(String text) throws FormulaException {
        if (text.length() > LONGEST) {
            throw new FormulaException("longer than a million characters");
        }
        FormulaParser parser = new FormulaParser(text);
        Expression expression = parser.expression();
        parser.skip();
        if (parser.at < text.length()) {
            throw parser.unexpected();
        }
        return expression;
    }

    private Expression expression() throws FormulaException {
        if (++depth > DEEPEST) {
            throw new FormulaException("nested more than " + DEEPEST + " deep");
        }
        Expression left = conjunction();
        while (taken("||")) {
            left = Expression.apply(Operator.OR, left, conjunction());
        }
        depth--;
        return left;
    }

    private Expression conjunction() throws FormulaException {
        Expression left = comparison();
        while (taken("&&")) {
            left = Expression.apply(Operator.AND, left, comparison());
        }
        return left;
    }

    private Expression comparison() throws FormulaException {
        Expression left = sum();
        Optional<Operator> operator = comparisonSign();
        return operator.isEmpty() ? left : Expression.apply(operator.get(), left, sum());
    }

    private Optional<Operator> comparisonSign() {
        if (taken("<=")) {
            return Optional.of(Operator.LEQ);
        } else if (taken(">=")) {
            return Optional.of(Operator.GEQ);
        } else if (taken("==")) {
            return Optional.of(Operator.EQ);
        } else if (taken("!=")) {
            return Optional.of(Operator.NEQ);
        } else if (taken("<")) {
            return Optional.of(Operator.LT);
        }
        return taken(">") ? Optional.of(Operator.GT) : Optional.empty();
    }

    private Expression sum() throws FormulaException {
        Expression left = product();
        while (true) {
            if (taken("+")) {
                left = Expression.apply(Operator.PLUS, left, product());
            } else if (taken("-")) {
                left = Expression.apply(Operator.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() throws FormulaException {
        Expression left = signed();
        while (true) {
            skip();
            if (!text.startsWith("**", at) && taken("*")) {
                left = Expression.apply(Operator.TIMES, left, signed());
            } else if (taken("/")) {
                left = Expression.apply(Operator.DIVIDE, left, signed());
            } else {
                return left;
            }
        }
    }

    private Expression signed() throws FormulaException {
        boolean negative = false;
        while (true) {
            if (taken("-")) {
                negative = !negative;
            } else if (!taken("+")) {
                break;
            }
        }
        Expression value = taken("!") ? Expression.apply(Operator.NOT, power()) : power();
        return negative ? Expression.apply(Operator.MINUS, value) : value;
    }

    private Expression power() throws FormulaException {
        Expression base = atom();
        if (!taken("**") && !taken("^")) {
            return base;
        }
        if (++depth > DEEPEST) {
            throw new FormulaException("nested more than " + DEEPEST + " deep");
        }
        Expression exponent = signed(); // binds to the right
        depth--;
        return Expression.apply(Operator.POWER, base, exponent);
    }

    private Expression atom() throws FormulaException {
        skip();
        if (at >= text.length()) {
            throw new FormulaException("ends where a value is expected");
        }
        char c = text.charAt(at);
        if (taken("(")) {
            Expression inner = expression();
            expect(")");
            return inner;
        }
        if (c == '.' || (c >= '0' && c <= '9')) {
            return number();
        }
        if (!Character.isJavaIdentifierStart(c)) {
            throw unexpected();
        }
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        return taken("(") ? function(name, arguments()) : constant(name);
    }

    private Expression number() throws FormulaException {
        int start = at;
        while (at < text.length() && numeric(start)) {
            at++;
        }
        try {
            return Expression.number(Double.parseDouble(text.substring(start, at)));
        } catch (NumberFormatException e) {
            throw new FormulaException("'" + text.substring(start, at) + "' is no number");
        }
    }

    private boolean numeric(int start) {
        char c = text.charAt(at);
        if ((c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E') {
            return true;
        }
        return at > start && (c == '-' || c == '+') && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
    }

    private static Expression constant(String name) {
        return switch (name) {
            case "time" -> new Expression.Time();
            case "pi" -> Expression.number(Math.PI);
            case "exponentiale" -> Expression.number(Math.E);
            case "inf" -> Expression.number(Double.POSITIVE_INFINITY);
            case "nan" -> Expression.number(Double.NaN);
            case "true" -> new Expression.Truth(true);
            case "false" -> new Expression.Truth(false);
            default -> Expression.symbol(name);
        };
    }

    private List<Expression> arguments() throws FormulaException {
        List<Expression> arguments = new ArrayList<>();
        if (taken(")")) {
            return arguments;
        }
        do {
            arguments.add(expression());
        } while (taken(","));
        expect(")");
        return arguments;
    }

    private static Expression function(String name, List<Expression> a) throws FormulaException {
        int n = a.size();
        return switch (name) {
            case "log", "ln" ->
                n == 2
                        ? Expression.apply(Operator.LOG, a.get(1), a.get(0))
                        : Expression.apply(Operator.LN, only(name, a));
            case "log10" -> Expression.apply(Operator.LOG, Expression.number(10), only(name, a));
            case "log2" -> Expression.apply(Operator.LOG, Expression.number(2), only(name, a));
            case "sqrt" -> Expression.apply(Operator.ROOT, Expression.number(2), only(name, a));
            case "pow" -> elementary("power", a);
            case "piecewise" -> cases(a);
            default -> elementary(name, a);
        };
    }

    private static Expression elementary(String name, List<Expression> a) throws FormulaException {
        String mathml = switch (name) {
            case "Abs" -> "abs";
            case "ceil" -> "ceiling";
            case "asin", "acos", "atan", "asinh", "acosh", "atanh" -> "arc" + name.substring(1);
            case "Min" -> "min";
            case "Max" -> "max";
            default -> name;
        };
        for (Operator operator : Operator.values()) {
            if (operator.mathml().equals(mathml)) {
                if (!operator.takes(a.size())) {
                    throw new FormulaException("'" + name + "' takes " + operator.arity() + " arguments");
                }
                return new Expression.Apply(operator, a);
            }
        }
        throw new FormulaException("no function '" + name + "'");
    }

    private static Expression cases(List<Expression> a) {
        List<Expression.Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < a.size(); i += 2) {
            pieces.add(new Expression.Piece(a.get(i), a.get(i + 1)));
        }
        Optional<Expression> otherwise = a.size() % 2 == 1 ? Optional.of(a.getLast()) : Optional.empty();
        return new Expression.Piecewise(pieces, otherwise);
    }

    private static Expression only(String name, List<Expression> a) throws FormulaException {
        if (a.size() != 1) {
            throw new FormulaException("'" + name + "' takes one argument, not " + a.size());
        }
        return a.getFirst();
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean taken(String sign) {
        skip();
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private void expect(String sign) throws FormulaException {
        if (!taken(sign)) {
            throw at < text.length() ? unexpected() : new FormulaException("'" + sign + "' is missing at the end");
        }
    }

    private FormulaException unexpected() {
        return new FormulaException("unexpected '" + text.charAt(at) + "' at character " + (at + 1));
    }
}
