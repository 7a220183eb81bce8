package org.kindlin.mechanism.inference;

import java.util.Arrays;

/**
 * The given numbers of the model in one experimental condition as functions of the estimated parameters: each is a fixed
 * number or one of the estimated. Immutable after it is made.
 */
final class Settings {
    private final double[] fixed;
    private final int[] source;

    Settings(double[] fixed) {
        this.fixed = fixed.clone();
        this.source = new int[fixed.length];
        Arrays.fill(source, -1);
    }

    Settings(Settings other) {
        this.fixed = other.fixed.clone();
        this.source = other.source.clone();
    }

    void set(int slot, Resolved value) {
        fixed[slot] = value.number();
        source[slot] = value.estimated();
    }

    /** The estimated parameter that this slot takes its value from, or -1. */
    int source(int slot) {
        return source[slot];
    }

    /** The given numbers with these values of the estimated parameters. */
    double[] given(double[] estimated) {
        double[] given = fixed.clone();
        for (int i = 0; i < given.length; i++) {
            if (source[i] >= 0) {
                given[i] = estimated[source[i]];
            }
        }
        return given;
    }

    /**
     * Derivatives of the given numbers along directions that are estimated parameters on their scales.
     *
     * @param column the direction of each estimated parameter, or -1
     * @param rate derivative of each estimated parameter's value by its place on the scale
     */
    double[] directions(int[] column, int width, double[] rate) {
        double[] directions = new double[fixed.length * width];
        for (int i = 0; i < fixed.length; i++) {
            if (source[i] >= 0 && column[source[i]] >= 0) {
                directions[i * width + column[source[i]]] = rate[source[i]];
            }
        }
        return directions;
    }

    /** A number, or the number of an estimated parameter (else -1). */
    record Resolved(double number, int estimated) {}
}
