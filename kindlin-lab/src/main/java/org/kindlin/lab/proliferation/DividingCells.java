package org.kindlin.lab.proliferation;

import org.kindlin.numerics.random.RandomStream;

/**
 * Precursors that each use some of a number of chances to divide: the divisions of a precursor are binomial, so that the
 * division index, their mean, is chances times probability.
 *
 * @param chances most divisions
 * @param probability of each
 */
record DividingCells(int chances, double probability) {

    double divisionIndex() {
        return chances * probability;
    }

    /** Share of the precursors that divided at least once. */
    double divided() {
        return 1 - StrictMath.pow(1 - probability, chances);
    }

    /** Cells at the end for each precursor: {@code (1 + p)^n}. */
    double expansion() {
        return StrictMath.pow(1 + probability, chances);
    }

    /** The divisions of a cell that is found at the end: binomial too, since a precursor counts by its offspring. */
    int divisions(RandomStream random) {
        double chance = 2 * probability / (1 + probability);
        int divisions = 0;
        for (int i = 0; i < chances; i++) {
            divisions += random.nextDouble() < chance ? 1 : 0;
        }
        return divisions;
    }
}
