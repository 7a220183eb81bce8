package org.kindlin.numerics.sigmoid;

/** What is known of a parameter before the fit. */
public sealed interface Constraint {
    /** The parameter is estimated; mid-point, slope and asymmetry within the default box, plateaus anywhere. */
    record Free() implements Constraint {}

    /** The parameter is not estimated: it has this value. */
    record Fixed(double value) implements Constraint {
        public Fixed {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a fixed parameter needs a finite value, not " + value);
            }
        }
    }

    /** The parameter is estimated within these limits; an infinite limit is none. */
    record Bounded(double low, double high) implements Constraint {
        public Bounded {
            if (!(low < high)) {
                throw new IllegalArgumentException("the lower bound " + low + " is not below the upper " + high);
            }
        }
    }

    static Constraint free() {
        return new Free();
    }

    static Constraint fixed(double value) {
        return new Fixed(value);
    }

    static Constraint bounded(double low, double high) {
        return new Bounded(low, high);
    }

    default boolean isFixed() {
        return this instanceof Fixed;
    }

    /** The least value allowed, {@code otherwise} where this constraint sets none. */
    default double low(double otherwise) {
        return switch (this) {
            case Free _ -> otherwise;
            case Fixed fixed -> fixed.value();
            case Bounded bounded -> bounded.low();
        };
    }

    /** The greatest value allowed, {@code otherwise} where this constraint sets none. */
    default double high(double otherwise) {
        return switch (this) {
            case Free _ -> otherwise;
            case Fixed fixed -> fixed.value();
            case Bounded bounded -> bounded.high();
        };
    }
}
