package org.kindlin.numerics.sigmoid;

/**
 * The best plateaus for a given shape f: {@code y = level + amplitude * q} with {@code q = f / scale}, the level being
 * the plateau at infinite dose, or, built from the other {@code tail}, {@code q = -(1 - f) / scale}, the level being the
 * plateau at zero dose. The scale brings a basis that spans only a tail of the sigmoid to order one.
 *
 * @param levelFree whether the level is estimated
 * @param amplitudeFree whether the amplitude is estimated
 * @param sumOfSquares what remains of the dose means
 */
record PlateauFit(
        boolean tail,
        double scale,
        double level,
        double amplitude,
        boolean levelFree,
        boolean amplitudeFree,
        double sumOfSquares) {

    /** The plateau at zero dose less that at infinite dose. */
    double spread() {
        return amplitude / scale;
    }

    double atZero() {
        return tail ? level : level + spread();
    }

    double atInfinity() {
        return tail ? level - spread() : level;
    }

    boolean goes(Direction direction) {
        return direction == Direction.FALLING ? amplitude >= 0 : amplitude <= 0;
    }
}
