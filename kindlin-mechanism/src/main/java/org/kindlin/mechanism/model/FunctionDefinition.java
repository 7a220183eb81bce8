package org.kindlin.mechanism.model;

import java.util.List;

/** A named formula of its arguments; its body may use its arguments, constants, csymbols and other functions only. */
public record FunctionDefinition(String id, List<String> arguments, Expression body, Remarks remarks) {
    public FunctionDefinition {
        arguments = List.copyOf(arguments);
    }
}
