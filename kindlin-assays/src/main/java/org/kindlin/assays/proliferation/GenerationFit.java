package org.kindlin.assays.proliferation;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.numerics.mixture.BinnedMixture;
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
 * @param shared the autofluorescence, where it was inferred from all cultures together
 */
public record GenerationFit(
        IntensityBins bins,
        PeakLimits limits,
        ComponentShapes shapes,
        int divisions,
        MixtureFit mixture,
        Optional<SharedAutofluorescence> shared) {
    /** Misfit beyond chance at this level widens the intervals. */
    private static final double MISFIT = 0.01;
    /** Mean of the prior of the share of events of no generation among gated living cells. */
    private static final double EXPECTED_UNEXPLAINED = 0.005;

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

    /** Share of the events that no generation explains. */
    double unexplainedShare() {
        return unexplained() / bins.events();
    }

    /**
     * Bayesian information criterion, the likelihood divided by a misfit. The share of events of no generation has an exponential
     * prior: without it one component would do for the few cells of several generations, each of which costs a parameter.
     */
    double criterion(double misfit) {
        return -2 * mixture.logLikelihood() / misfit
                + mixture.freeParameters() * StrictMath.log(bins.events())
                + 2 * unexplainedShare() / EXPECTED_UNEXPLAINED;
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

    /** The same, the autofluorescence being known only as far as all cultures together tell. */
    GenerationFit under(SharedAutofluorescence inferred) {
        return new GenerationFit(bins, limits, shapes, divisions, mixture, Optional.of(inferred));
    }

    /** Covariance of the generations' cells. */
    double[][] covariance() {
        double overdispersion = overdispersion();
        double[][] sum = shared.map(inferred -> inferred.ofCells(this))
                .orElseGet(() -> new double[divisions + 1][divisions + 1]);
        for (int i = 0; i <= divisions; i++) {
            for (int j = 0; j <= divisions; j++) {
                sum[i][j] += overdispersion * mixture.covariance()[i][j];
            }
        }
        return sum;
    }

    /** The same events as cells of up to so many divisions, and nothing else. */
    GenerationFit withoutUnexplained(int most) {
        ComponentShapes generations = new GenerationPeaks(bins, most, false);
        MixtureFit refit = BinnedMixture.fit(bins.counts(), generations, limits.shape(), mixture.shape());
        return new GenerationFit(bins, limits, generations, most, refit, shared);
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
