package org.kindlin.lab.proliferation;

import org.kindlin.numerics.random.RandomStream;

/**
 * What a cytometer sees of cells: dye and autofluorescence, both log-normal about their means, added.
 *
 * @param dye mean intensity of undivided cells
 * @param dyeCv coefficient of variation within a generation, as a fraction
 * @param auto mean autofluorescence
 * @param autoCv its coefficient of variation, as a fraction
 */
record DyedCells(double dye, double dyeCv, double auto, double autoCv) {

    /** The intensity of a cell that divided so often. */
    double intensity(int divisions, RandomStream random) {
        return around(dye / (1L << divisions), dyeCv, random) + unstained(random);
    }

    /** The intensity of a cell without dye. */
    double unstained(RandomStream random) {
        return around(auto, autoCv, random);
    }

    private static double around(double mean, double cv, RandomStream random) {
        double logSd = Math.sqrt(StrictMath.log1p(cv * cv));
        return random.nextLogNormal(mean * StrictMath.exp(-0.5 * logSd * logSd), logSd);
    }
}
