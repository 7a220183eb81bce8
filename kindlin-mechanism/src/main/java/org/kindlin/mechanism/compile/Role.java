package org.kindlin.mechanism.compile;

import org.kindlin.mechanism.model.Expression;

/** How the value of a symbol comes about while time goes on. */
sealed interface Role {

    /** By a formula at every time. */
    record Assigned(Expression formula, int line) implements Role {}

    /**
     * It is a state.
     *
     * @param state which
     * @param amount whether the state is the amount of a species, where its symbol means the concentration
     */
    record Integrated(int state, boolean amount) implements Role {}

    /**
     * It stays as it is between events.
     *
     * @param slot place among the parameters
     * @param amount whether what is kept is the amount of a species, where its symbol means the concentration
     */
    record Held(int slot, boolean amount) implements Role {}

    /** It is the speed of a reaction. */
    record Speed(int reaction) implements Role {}
}
