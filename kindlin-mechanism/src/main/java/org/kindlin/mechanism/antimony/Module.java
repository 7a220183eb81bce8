package org.kindlin.mechanism.antimony;

import java.util.List;

/**
 * A model as the text has it.
 *
 * @param ports names that a model using it may replace, in order
 * @param isMain whether it is marked with {@code *}
 * @param notes the comment at its head
 */
record Module(Token at, String name, List<String> ports, boolean isMain, List<Statement> statements, String notes) {
    Module {
        ports = List.copyOf(ports);
        statements = List.copyOf(statements);
    }
}
