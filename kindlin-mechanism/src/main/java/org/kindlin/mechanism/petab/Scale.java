package org.kindlin.mechanism.petab;

import java.util.Locale;
import java.util.Optional;

/** The scale on which a parameter is searched, or on which an observable is compared with its measurement. */
public enum Scale {
    /** As it is. */
    LIN {
        @Override
        public double apply(double value) {
            return value;
        }

        @Override
        public double invert(double scaled) {
            return scaled;
        }

        @Override
        public double slope(double value) {
            return 1;
        }
    },
    /** Natural logarithm. */
    LOG {
        @Override
        public double apply(double value) {
            return StrictMath.log(value);
        }

        @Override
        public double invert(double scaled) {
            return StrictMath.exp(scaled);
        }

        @Override
        public double slope(double value) {
            return 1 / value;
        }
    },
    /** Decadic logarithm. */
    LOG10 {
        @Override
        public double apply(double value) {
            return StrictMath.log10(value);
        }

        @Override
        public double invert(double scaled) {
            return StrictMath.pow(10, scaled);
        }

        @Override
        public double slope(double value) {
            return 1 / (value * LN_10);
        }
    };

    private static final double LN_10 = StrictMath.log(10);

    /** The value on this scale. */
    public abstract double apply(double value);

    /** The value that stands at this place of the scale. */
    public abstract double invert(double scaled);

    /** Derivative of {@link #apply} at a value. */
    public abstract double slope(double value);

    /** The scale of this name in PEtab tables. */
    static Optional<Scale> named(String name) {
        for (Scale scale : values()) {
            if (scale.petabName().equals(name)) {
                return Optional.of(scale);
            }
        }
        return Optional.empty();
    }

    /** Its name in PEtab tables. */
    public String petabName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
