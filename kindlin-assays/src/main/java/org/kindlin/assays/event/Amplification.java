package org.kindlin.assays.event;

/**
 * {@code $PnE}: the logarithmic amplifier's decades and the value that channel 0 stands for. A channel x of range r means
 * {@code zero * 10^(decades * x / r)}; without decades the amplifier is linear.
 */
public record Amplification(double decades, double zero) {
    public static final Amplification LINEAR = new Amplification(0, 0);

    public boolean isLogarithmic() {
        return decades > 0;
    }

    double scale(double channel, double range) {
        return zero * StrictMath.pow(10, decades * channel / range);
    }
}
