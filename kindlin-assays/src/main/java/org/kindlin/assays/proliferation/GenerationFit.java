package org.kindlin.assays.proliferation;

import java.util.Arrays;
import org.kindlin.numerics.mixture.ComponentShapes;
import org.kindlin.numerics.mixture.MixtureFit;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Generations fitted to one sample.
 *
 * @param bins what was fitted
 * @param limits what the search was held to
 * @param shapes of the components: generations, then perhaps what belongs to none
 * @param divisions highest generation
 * @param mixture numbers and shape
 */
public record GenerationFit(
        IntensityBins bins, PeakLimits limits, ComponentShapes shapes, int divisions, MixtureFit mixture) {
    /** Misfit beyond chance at this level widens the intervals. */
    private static final double MISFIT = 0.01;

    /** Cells in each generation. */
    double[] cells() {
        return Arrays.copyOf(mixture.expected(), divisions + 1);
    }

    /** Events that no generation explains. */
    double unexplained() {
        double[] expected = mixture.expected();
        return Arrays.stream(expected, divisions + 1, expected.length).sum();
    }

    /** Mean dye of undivided cells. */
    double undivided() {
        return StrictMath.exp(mixture.shape()[GenerationPeaks.UNDIVIDED]);
    }

    /** Coefficient of variation of the dye within a generation, as a fraction. */
    double dyeCv() {
        return StrictMath.exp(mixture.shape()[GenerationPeaks.DYE_CV]);
    }

    double autofluorescence() {
        return StrictMath.exp(mixture.shape()[GenerationPeaks.AUTO]);
    }

    double autofluorescenceCv() {
        return StrictMath.exp(mixture.shape()[GenerationPeaks.AUTO_CV]);
    }

    PeakShape peak(int generation) {
        return GenerationPeaks.peak(mixture.shape(), generation);
    }

    /** Bayesian information criterion, the likelihood divided by a misfit. */
    double criterion(double misfit) {
        return -2 * mixture.logLikelihood() / misfit + mixture.freeParameters() * StrictMath.log(bins.events());
    }

    double reducedChiSquared() {
        return mixture.pearson() / mixture.degreesOfFreedom();
    }

    double misfitP() {
        return Distributions.chiSquaredUpperTail(mixture.pearson(), mixture.degreesOfFreedom());
    }

    /** By what the variances are multiplied: more than 1 where the misfit is more than chance. */
    double overdispersion() {
        return misfitP() < MISFIT ? Math.max(1, reducedChiSquared()) : 1;
    }

    /** Covariance of two generations' cells. */
    double covariance(int i, int j) {
        return overdispersion() * mixture.covariance()[i][j];
    }

    /** The counts that the fit expects of one component. */
    double[] expectedCounts(int component) {
        double[][] chances = new double[shapes.components()][shapes.bins()];
        shapes.chances(mixture.shape(), chances);
        return Arrays.stream(chances[component])
                .map(chance -> chance * mixture.expected()[component])
                .toArray();
    }
}
