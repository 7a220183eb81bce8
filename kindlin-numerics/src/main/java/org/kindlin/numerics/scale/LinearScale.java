package org.kindlin.numerics.scale;

/**
 * The linear scale {@code flin(x) = (x + A)/(T + A)} (Gating-ML 2.0, 6.1).
 *
 * @param top T, the value at 1; positive
 * @param below A, how far the scale reaches below zero: -A is at 0; from 0 to T
 */
public record LinearScale(double top, double below) implements Scale {
    public LinearScale {
        Domain.positive("linear", "T", top);
        Domain.within("linear", "A", below, 0, top);
    }

    @Override
    public double apply(double value) {
        return (value + below) / (top + below);
    }

    @Override
    public double invert(double place) {
        return place * (top + below) - below;
    }
}
