package org.kindlin.numerics.scale;

/**
 * FlowJo's logarithmic scale: {@code log10(max(x, offset)/offset)/decades}, so that what is at or below the offset, zero and
 * negative values too, stands at 0.
 *
 * @param offset the value at 0; positive
 * @param decades decades between 0 and 1; positive
 */
public record FlooredLogScale(double offset, double decades) implements Scale {
    public FlooredLogScale {
        Domain.positive("log", "offset", offset);
        Domain.positive("log", "decades", decades);
    }

    @Override
    public double apply(double value) {
        return StrictMath.log10(Math.max(value, offset) / offset) / decades;
    }

    @Override
    public double invert(double place) {
        return offset * StrictMath.exp(place * decades * Domain.LN10);
    }
}
