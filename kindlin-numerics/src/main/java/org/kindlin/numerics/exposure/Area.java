package org.kindlin.numerics.exposure;

/**
 * The area under a curve and under its first moment, t times the value.
 *
 * @param zero integral of the value over time
 * @param first integral of time times the value
 */
public record Area(double zero, double first) {
    public static final Area NONE = new Area(0, 0);

    public Area plus(Area other) {
        return new Area(zero + other.zero, first + other.first);
    }
}
