package org.kindlin.numerics.scale;

import java.util.Arrays;

/**
 * FlowJo's biexponential scale: a table of 4097 values at equal places from 0 to 1, straight lines between them, the first
 * and last place beyond. The values are those of a logicle function whose zero is moved to a whole number of table places,
 * mirrored about it (the algorithm as cytolib and FlowKit reproduce it from FlowJo's tables).
 */
public final class BiexScale implements Scale {
    private static final int CHANNELS = 4096;

    private final Parameters parameters;
    private final double[] values;

    /**
     * What FlowJo writes of a scale.
     *
     * @param top {@code maxRange}, the highest value; positive
     * @param decades {@code pos}, positive decades; positive
     * @param negativeDecades {@code neg}, further negative decades; 0 or more
     * @param widthBasis {@code width}, below -1: the wider the linear part, the further below
     */
    public record Parameters(double top, double decades, double negativeDecades, double widthBasis) {
        public Parameters {
            Domain.positive("biex", "maxRange", top);
            Domain.positive("biex", "pos", decades);
            Domain.require(widthBasis <= -1, "biex", "width", widthBasis, "at most -1");
            Domain.within("biex", "neg", negativeDecades, 0, 100);
            double half = StrictMath.log10(-widthBasis) / 2;
            Domain.require(decades > half, "biex", "width", widthBasis, "narrower than the scale");
        }
    }

    public BiexScale(Parameters parameters) {
        this.parameters = parameters;
        this.values = table(parameters);
    }

    private static double[] table(Parameters p) {
        double linear = StrictMath.log10(-p.widthBasis());
        double extra = p.negativeDecades() + linear / 2;
        double decades = p.decades() - linear / 2;
        int zero = (int) Math.min(extra * CHANNELS / (extra + decades), CHANNELS / 2.0);
        if (zero > 0) {
            decades = extra * CHANNELS / zero;
        }
        double width = linear / (2 * decades);
        double rate = Domain.LN10 * decades;
        double decay = decay(rate, width);
        double smallest = p.top() / StrictMath.exp(rate);
        double weight = StrictMath.exp((rate + decay) * (width + extra / decades));
        double[] table = new double[CHANNELS + 1];
        double atZero = difference(zero, rate, decay, weight);
        for (int i = zero; i <= CHANNELS; i++) {
            table[i] = smallest * (difference(i, rate, decay, weight) - atZero);
        }
        for (int i = 0; i < zero; i++) {
            table[i] = -table[2 * zero - i];
        }
        return table;
    }

    private static double difference(int channel, double rate, double decay, double weight) {
        double place = channel / (CHANNELS + 1.0);
        return StrictMath.exp(place * rate) - weight * StrictMath.exp(-place * decay);
    }

    /** The root d of {@code 2 (ln d - ln b) + w (b + d) = 0}; the left side rises with d, so halving finds it. */
    private static double decay(double rate, double width) {
        double low = 0;
        double high = rate;
        for (int i = 0; i < 200 && width > 0; i++) {
            double middle = (low + high) / 2;
            if (2 * StrictMath.log(middle / rate) + width * (rate + middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    public Parameters parameters() {
        return parameters;
    }

    @Override
    public double apply(double value) {
        if (!(value > values[0])) {
            return Double.isNaN(value) ? value : 0;
        }
        if (value >= values[CHANNELS]) {
            return 1;
        }
        int at = Arrays.binarySearch(values, value);
        int below = at >= 0 ? at : -at - 2;
        double share = (value - values[below]) / (values[below + 1] - values[below]);
        return (below + share) / CHANNELS;
    }

    @Override
    public double invert(double place) {
        double channel = Math.clamp(place, 0, 1) * CHANNELS;
        int below = Math.min((int) channel, CHANNELS - 1);
        return values[below] + (channel - below) * (values[below + 1] - values[below]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BiexScale scale && scale.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }
}
