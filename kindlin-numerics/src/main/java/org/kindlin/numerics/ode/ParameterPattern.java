package org.kindlin.numerics.ode;

/**
 * Where ∂f/∂p may differ from zero: each element's state and parameter, none twice. The arrays are shared and not to be
 * changed.
 *
 * @param state row of each element
 * @param parameter column of each element
 */
public record ParameterPattern(int[] state, int[] parameter) {

    /** Every element: each state's by every parameter in turn. */
    public static ParameterPattern dense(int states, int parameters) {
        int[] state = new int[states * parameters];
        int[] parameter = new int[state.length];
        for (int k = 0; k < state.length; k++) {
            state[k] = k / parameters;
            parameter[k] = k % parameters;
        }
        return new ParameterPattern(state, parameter);
    }

    /** Number of elements. */
    public int count() {
        return state.length;
    }
}
