package org.kindlin.numerics.scale;

/** Domains of the parameters of scales. */
final class Domain {
    static final double LN10 = 2.302585092994046;

    private Domain() {}

    static void positive(String scale, String name, double value) {
        require(value > 0 && Double.isFinite(value), scale, name, value, "a positive number");
    }

    static void within(String scale, String name, double value, double low, double high) {
        require(value >= low && value <= high, scale, name, value, "a number from " + low + " to " + high);
    }

    static void require(boolean holds, String scale, String name, double value, String needed) {
        if (!holds) {
            throw new IllegalArgumentException(scale + " scale: " + name + " = " + value + ", not " + needed);
        }
    }
}
