package org.kindlin.mechanism.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kindlin.mechanism.model.Expression;

/** The names in a formula. */
final class Symbols {
    private Symbols() {}

    /** Names whose values the formula needs; those in {@code rateOf} with {@link #RATE} before them. */
    static Set<String> in(Expression expression) {
        Set<String> found = new LinkedHashSet<>();
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Expression.Symbol symbol -> found.add(symbol.id());
                case Expression.RateOf rate
                when rate.of() instanceof Expression.Symbol symbol -> found.add(RATE + symbol.id());
                case Expression other -> other.parts().forEach(open::push);
            }
        }
        return found;
    }

    /** Marks the name of a rate of change; no identifier starts with it. */
    static final String RATE = "'";
}
