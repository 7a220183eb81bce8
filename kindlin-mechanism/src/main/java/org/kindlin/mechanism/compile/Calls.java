package org.kindlin.mechanism.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kindlin.mechanism.model.Expression;

/** The functions that a formula calls. */
final class Calls {
    private Calls() {}

    static Set<String> in(Expression expression) {
        Set<String> found = new LinkedHashSet<>();
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (next instanceof Expression.Call call) {
                found.add(call.function());
            }
            next.parts().forEach(open::push);
        }
        return found;
    }
}
