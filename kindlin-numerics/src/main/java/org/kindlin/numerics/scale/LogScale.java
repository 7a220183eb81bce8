package org.kindlin.numerics.scale;

/**
 * The logarithmic scale {@code flog(x) = log10(x/T)/M + 1} (Gating-ML 2.0, 6.2).
 *
 * <p>Zero is at minus infinity; a negative value has no place (NaN).
 *
 * @param top T, the value at 1; positive
 * @param decades M, the decades between 0 and 1; positive
 */
public record LogScale(double top, double decades) implements Scale {
    public LogScale {
        Domain.positive("logarithmic", "T", top);
        Domain.positive("logarithmic", "M", decades);
    }

    @Override
    public double apply(double value) {
        return StrictMath.log10(value / top) / decades + 1;
    }

    @Override
    public double invert(double place) {
        return top * StrictMath.exp((place - 1) * decades * Domain.LN10);
    }
}
