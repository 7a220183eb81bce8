package org.kindlin.numerics.curve;

import java.util.Optional;
import org.kindlin.numerics.regression.Dual;

/** Which response the dose of an effect is asked for. */
public sealed interface EffectTarget {

    /** So much of the way from no effect to full effect of the curve itself, as a fraction. */
    record Relative(double fraction) implements EffectTarget {
        public Relative {
            if (!(fraction > 0 && fraction < 1)) {
                throw new IllegalArgumentException("an effect level lies between 0 and 1, not at " + fraction);
            }
        }
    }

    /** A given response. */
    record Absolute(double response) implements EffectTarget {}

    /** The response on a curve; empty where the family's curves have no full effect. */
    default Optional<Dual> response(CurveFamily family, Dual[] parameters) {
        return switch (this) {
            case Absolute absolute -> Optional.of(Dual.constant(absolute.response()));
            case Relative relative ->
                family.end(parameters).map(end -> {
                    Dual start = family.start(parameters);
                    return end.minus(start).times(relative.fraction()).plus(start);
                });
        };
    }

    /** The dose on a curve, as a common logarithm; not finite where there is none. */
    default Dual logDose(CurveFamily family, Dual[] parameters) {
        return response(family, parameters)
                .map(response -> family.logDoseAt(parameters, response))
                .orElseGet(() -> Dual.constant(Double.NaN));
    }
}
