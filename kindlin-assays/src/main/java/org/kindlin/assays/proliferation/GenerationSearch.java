package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.mixture.BinnedMixture;
import org.kindlin.numerics.mixture.ComponentShapes;
import org.kindlin.numerics.mixture.MixtureFit;

/**
 * Finds the number of generations, and whether there are events of none, by the Bayesian information criterion (G. Schwarz,
 * Ann. Statist. 6:461-464, 1978).
 *
 * <p>Where the peaks are not quite of the model's form, the likelihood is divided by the misfit of the largest model
 * (K. P. Burnham and D. R. Anderson, Model Selection and Multimodel Inference, 2nd ed. 2002, section 2.5): otherwise a large
 * sample would call every bump a generation.
 *
 * <p>From several starts of the undivided peak with the most generations, on coarse bins; then downwards one generation at
 * a time on fine ones. Each number is fitted with events of no generation, so that a few doublets cannot bend the peaks, and
 * without.
 */
final class GenerationSearch {
    private static final double[] UNDIVIDED_STARTS = {0.2, 0.5, 0.8};
    private static final double[] CV_STARTS = {0.08, 0.18};
    private static final int COARSE = 4;
    /** A criterion worse by this much, twice running, will not get better with fewer generations. */
    private static final double HOPELESS = 20;

    /** Criteria this close do not tell two models apart. */
    private static final double EQUAL = 0.1;

    private final IntensityBins bins;
    private final PeakLimits limits;

    GenerationSearch(IntensityBins bins, PeakLimits limits) {
        this.bins = bins;
        this.limits = limits;
    }

    /** The best of 0 to a number of divisions. */
    GenerationFit best(int mostDivisions) {
        double[] shape = coarse(mostDivisions).shape();
        GenerationFit largest = fit(mostDivisions, true, shape);
        double misfit = largest.overdispersion();
        List<GenerationFit> fits = new ArrayList<>(List.of(largest, without(largest)));
        double best = least(fits, misfit).criterion(misfit);
        GenerationFit before = largest;
        int worse = 0;
        for (int divisions = mostDivisions - 1; divisions >= 0 && worse < 2; divisions--) {
            GenerationFit with = fit(divisions, true, before.mixture().shape());
            fits.add(with);
            fits.add(without(with));
            before = with;
            worse = with.criterion(misfit) > best + HOPELESS ? worse + 1 : 0;
            best = Math.min(best, with.criterion(misfit));
        }
        return least(fits, misfit);
    }

    /** A stated number of divisions. */
    GenerationFit exactly(int divisions) {
        GenerationFit with = fit(divisions, true, coarse(divisions).shape());
        return least(List.of(with, without(with)), with.overdispersion());
    }

    /** The smallest criterion; of equals the one of fewest generations, then of fewest components. */
    private static GenerationFit least(List<GenerationFit> fits, double misfit) {
        double least =
                fits.stream().mapToDouble(fit -> fit.criterion(misfit)).min().orElseThrow();
        return fits.stream()
                .filter(fit -> fit.criterion(misfit) <= least + EQUAL)
                .min(Comparator.comparingInt(GenerationFit::divisions)
                        .thenComparingInt(fit -> fit.shapes().components()))
                .orElseThrow();
    }

    private GenerationFit without(GenerationFit with) {
        return fit(with.divisions(), false, with.mixture().shape());
    }

    private GenerationFit fit(int divisions, boolean unexplained, double[] shape) {
        ComponentShapes shapes = new GenerationPeaks(bins, divisions, unexplained);
        MixtureFit mixture = BinnedMixture.fit(bins.counts(), shapes, limits.shape(), shape);
        return new GenerationFit(bins, limits, shapes, divisions, mixture, Optional.empty());
    }

    private MixtureFit coarse(int divisions) {
        IntensityBins coarse = bins.coarser(COARSE);
        ComponentShapes shapes = new GenerationPeaks(coarse, divisions, true);
        List<MixtureFit> fits = new ArrayList<>();
        for (double share : UNDIVIDED_STARTS) {
            for (double cv : CV_STARTS) {
                fits.add(BinnedMixture.fit(coarse.counts(), shapes, limits.shape(), limits.start(share, cv)));
            }
        }
        return fits.stream()
                .max(Comparator.comparingDouble(MixtureFit::logLikelihood))
                .orElseThrow();
    }
}
