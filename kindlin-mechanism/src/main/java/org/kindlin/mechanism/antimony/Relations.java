package org.kindlin.mechanism.antimony;

import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Operator;

/** Comparisons by their signs. */
final class Relations {
    private Relations() {}

    static Expression of(String sign, Expression left, Expression right) {
        Operator operator = switch (sign) {
            case "<" -> Operator.LT;
            case "<=" -> Operator.LEQ;
            case ">" -> Operator.GT;
            case ">=" -> Operator.GEQ;
            case "==" -> Operator.EQ;
            default -> Operator.NEQ;
        };
        return Expression.apply(operator, left, right);
    }
}
