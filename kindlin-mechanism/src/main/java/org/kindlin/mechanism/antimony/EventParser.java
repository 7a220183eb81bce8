package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.mechanism.antimony.Statement.EventValue;
import org.kindlin.mechanism.model.Expression;

/** Reads {@code at delay after (trigger), priority=p, t0=false, persistent=false, fromTrigger=false: x=f, y=g}. */
final class EventParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private Optional<Expression> priority = Optional.empty();
    private boolean initialValue = true;
    private boolean persistent = true;
    private boolean fromTrigger = true;

    EventParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    void read(Token first, String name, List<Statement> into) {
        tokens.next();
        Expression trigger = expressions.read();
        Optional<Expression> delay = Optional.empty();
        if (tokens.acceptWord("after")) {
            delay = Optional.of(trigger);
            trigger = expressions.read();
        }
        while (tokens.accept(",")) {
            tokens.skipNewlines();
            setting();
        }
        tokens.expect(":");
        into.add(new Statement.EventLine(
                first, name, trigger, delay, priority, initialValue, persistent, fromTrigger, values()));
    }

    private void setting() {
        Token name = tokens.peek();
        String word = tokens.name();
        tokens.expect("=");
        switch (word) {
            case "priority" -> priority = Optional.of(expressions.read());
            case "t0" -> initialValue = truth();
            case "persistent" -> persistent = truth();
            case "fromTrigger" -> fromTrigger = truth();
            default ->
                throw new SyntaxException(
                        name, "an event has no '" + word + "'", "it has priority, t0, persistent and fromTrigger");
        }
    }

    private boolean truth() {
        Token token = tokens.peek();
        return switch (expressions.read()) {
            case Expression.Truth(boolean value) -> value;
            case Expression.Literal(double value, String _) -> value != 0;
            default ->
                throw new SyntaxException(
                        token, token.shown() + " where true or false should stand", "write true or false");
        };
    }

    private List<EventValue> values() {
        List<EventValue> values = new ArrayList<>();
        if (tokens.peek().is(";")) {
            return values; // an event that only shows that it happened
        }
        do {
            tokens.skipNewlines();
            Token at = tokens.peek();
            String variable = tokens.path();
            tokens.expect("=");
            values.add(new EventValue(at, variable, expressions.read()));
        } while (tokens.accept(",") || tokens.accept(":"));
        return values;
    }
}
