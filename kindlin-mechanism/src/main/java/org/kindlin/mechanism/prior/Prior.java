package org.kindlin.mechanism.prior;

import org.kindlin.numerics.random.RandomStream;

/** What a parameter may be. */
public sealed interface Prior {

    /** One value: a definition, a switch, or a number whose spread is not known. */
    record Fixed() implements Prior {}

    /** Every order of magnitude between two positive limits alike. */
    record LogUniform(double low, double high) implements Prior {}

    /** Every value between two limits alike. */
    record Uniform(double low, double high) implements Prior {}

    /** Standard normal: a deviation of one subject from the typical one. */
    record StandardNormal() implements Prior {}

    /** Log-uniform where the lower limit is above zero, else uniform. */
    static Prior between(double low, double high) {
        return low > 0 ? new LogUniform(low, high) : new Uniform(low, high);
    }

    /** A draw; the nominal value of what is fixed. */
    default double draw(double nominal, RandomStream random) {
        return switch (this) {
            case Fixed _ -> nominal;
            case LogUniform(double low, double high) ->
                StrictMath.exp(random.nextUniform(StrictMath.log(low), StrictMath.log(high)));
            case Uniform(double low, double high) -> random.nextUniform(low, high);
            case StandardNormal _ -> random.nextGaussian();
        };
    }
}
