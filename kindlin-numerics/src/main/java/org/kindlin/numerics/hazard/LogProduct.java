package org.kindlin.numerics.hazard;

/** The logarithm of a product of many factors, with one logarithm for many of them. */
final class LogProduct {
    private static final double LEAST = 1e-100;
    private static final double LARGEST = 1e100;

    private double product = 1;
    private double log;

    void multiply(double factor) {
        if (!(factor > LEAST && factor < LARGEST)) {
            log += StrictMath.log(factor);
            return;
        }
        product *= factor;
        if (!(product > LEAST && product < LARGEST)) {
            log += StrictMath.log(product);
            product = 1;
        }
    }

    double log() {
        return log + StrictMath.log(product);
    }
}
