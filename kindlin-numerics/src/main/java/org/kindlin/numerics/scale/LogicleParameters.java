package org.kindlin.numerics.scale;

/**
 * Parameters of a logicle or hyperlog scale.
 *
 * @param scale its name
 * @param top T, the value at 1; positive
 * @param linearDecades W, decades of the linear part; from 0 to M/2
 * @param decades M, decades of the scale; positive
 * @param negativeDecades A, further decades for negative values; from -W to M - 2 W
 */
public record LogicleParameters(
        String scale, double top, double linearDecades, double decades, double negativeDecades) {
    public LogicleParameters {
        Domain.positive(scale, "T", top);
        Domain.positive(scale, "M", decades);
        Domain.within(scale, "W", linearDecades, 0, decades / 2);
        Domain.within(scale, "A", negativeDecades, -linearDecades, decades - 2 * linearDecades);
    }

    /** b: the rate of the exponential over the whole scale. */
    double rate() {
        return (decades + negativeDecades) * Domain.LN10;
    }

    /** w: the width of the linear part as a share of the scale. */
    double linearWidth() {
        return linearDecades / (decades + negativeDecades);
    }

    /** x1: the place of zero. */
    double zero() {
        return (negativeDecades + linearDecades) / (decades + negativeDecades);
    }
}
