package org.kindlin.assays.proliferation;

import java.util.OptionalDouble;

/**
 * The indices of division, each a ratio of two sums over generations; with N_i cells in generation i and
 * {@code P_i = N_i / 2^i} the cells they descend from.
 *
 * <p>Programs give the same names to different formulas, so the formula stands beside every value.
 */
enum DivisionIndex {
    PERCENT_DIVIDED("percentDivided", "%", 100, "100 sum_{i>=1} P_i / sum P_i", Bounds.FRACTION) {
        @Override
        double above(int i) {
            return i >= 1 ? precursors(i) : 0;
        }

        @Override
        double below(int i) {
            return precursors(i);
        }
    },
    PRECURSOR_FREQUENCY("precursorFrequency", "", 1, "sum_{i>=1} P_i / sum P_i", Bounds.FRACTION) {
        @Override
        double above(int i) {
            return PERCENT_DIVIDED.above(i);
        }

        @Override
        double below(int i) {
            return PERCENT_DIVIDED.below(i);
        }
    },
    DIVISION_INDEX("divisionIndex", "", 1, "sum i P_i / sum P_i", Bounds.POSITIVE) {
        @Override
        double above(int i) {
            return i * precursors(i);
        }

        @Override
        double below(int i) {
            return precursors(i);
        }
    },
    PROLIFERATION_INDEX("proliferationIndex", "", 1, "sum i P_i / sum_{i>=1} P_i", Bounds.ABOVE_ONE) {
        @Override
        double above(int i) {
            return i * precursors(i);
        }

        @Override
        double below(int i) {
            return i >= 1 ? precursors(i) : 0;
        }
    },
    EXPANSION_INDEX("expansionIndex", "", 1, "sum N_i / sum P_i", Bounds.ABOVE_ONE) {
        @Override
        double above(int i) {
            return 1;
        }

        @Override
        double below(int i) {
            return precursors(i);
        }
    },
    REPLICATION_INDEX("replicationIndex", "", 1, "sum_{i>=1} N_i / sum_{i>=1} P_i", Bounds.ABOVE_TWO) {
        @Override
        double above(int i) {
            return i >= 1 ? 1 : 0;
        }

        @Override
        double below(int i) {
            return i >= 1 ? precursors(i) : 0;
        }
    };

    /** The least value an index can have, and whether it has a greatest. */
    enum Bounds {
        FRACTION(0),
        POSITIVE(0),
        ABOVE_ONE(1),
        ABOVE_TWO(2);

        final double least;

        Bounds(double least) {
            this.least = least;
        }
    }

    private final String term;
    private final String unit;
    private final double factor;
    private final String formula;
    private final Bounds bounds;

    DivisionIndex(String term, String unit, double factor, String formula, Bounds bounds) {
        this.term = term;
        this.unit = unit;
        this.factor = factor;
        this.formula = formula;
        this.bounds = bounds;
    }

    /** The weight of a cell of generation i in the numerator. */
    abstract double above(int i);

    /** Its weight in the denominator. */
    abstract double below(int i);

    /** The name of the estimate. */
    String term() {
        return term;
    }

    String unit() {
        return unit;
    }

    /** What the ratio is multiplied by. */
    double factor() {
        return factor;
    }

    String formula() {
        return formula;
    }

    Bounds bounds() {
        return bounds;
    }

    /** The index of numbers of cells; empty where the denominator is zero: it is undefined then, not 0. */
    OptionalDouble of(double[] cells) {
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < cells.length; i++) {
            numerator += above(i) * cells[i];
            denominator += below(i) * cells[i];
        }
        return denominator > 0 ? OptionalDouble.of(factor * numerator / denominator) : OptionalDouble.empty();
    }

    /** Derivatives of the index by the numbers of cells; the index must be defined. */
    double[] gradient(double[] cells) {
        double ratio = of(cells).orElseThrow();
        double denominator = 0;
        for (int i = 0; i < cells.length; i++) {
            denominator += below(i) * cells[i];
        }
        double[] gradient = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            gradient[i] = (factor * above(i) - ratio * below(i)) / denominator;
        }
        return gradient;
    }

    /** The cells that one cell of generation i stands for at the beginning. */
    private static double precursors(int i) {
        return 1.0 / (1L << i);
    }
}
