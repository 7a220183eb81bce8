package org.kindlin.numerics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.numerics.statistics.Descriptive;

/** How the variance of an observation is modelled, beyond the weight it comes with. */
public sealed interface Weighting {
    /** The variance is σ² divided by the observation's own weight. */
    record AsGiven() implements Weighting {}

    /**
     * The standard deviation is proportional to the fitted value: weight 1/f², from the fit itself and iterated until it
     * settles (R. J. Carroll and D. Ruppert, Transformation and Weighting in Regression, 1988, chapter 2).
     *
     * @param floor smallest |f| that is believed, as a fraction of the largest |f|; keeps a value near zero from
     *     receiving all the weight; in (0, 1]
     */
    record RelativeToFit(double floor) implements Weighting {
        public RelativeToFit {
            if (!(floor > 0 && floor <= 1)) {
                throw new IllegalArgumentException("the floor is a fraction in (0, 1], not " + floor);
            }
        }

        double[] roots(double[] fitted) {
            double least = floor * Arrays.stream(fitted).map(Math::abs).max().orElse(0);
            return Arrays.stream(fitted)
                    .map(f -> least > 0 ? 1 / Math.max(Math.abs(f), least) : 1)
                    .toArray();
        }
    }

    /** The variance as given. */
    static Weighting asGiven() {
        return new AsGiven();
    }

    /** Constant coefficient of variation, believed down to 1 % of the largest fitted value. */
    static Weighting relativeToFit() {
        return new RelativeToFit(0.01);
    }

    /**
     * Observations weighted by the reciprocal variance of their replicates: those of one group with equal predictors.
     *
     * <p>The variance of a few replicates is itself uncertain, and its plain reciprocal would hand the fit to whichever
     * replicates happened to agree. So each variance is pooled with the mean one: (ν s² + ν₀ s₀²)/(ν + ν₀), the
     * moderated variance of G. K. Smyth, Stat. Appl. Genet. Mol. Biol. 3:3 (2004) with a stated prior.
     *
     * @param priorDegreesOfFreedom ν₀, not negative; 0 for plain reciprocals
     * @throws IllegalArgumentException where no replicates, or a zero variance, leave weights undefined
     */
    static Observations byReplicateVariance(Observations data, double priorDegreesOfFreedom) {
        SortedMap<double[], List<Integer>> cells = cells(data);
        double sum = 0;
        int df = 0;
        for (List<Integer> cell : cells.values()) {
            sum += sumOfSquares(data, cell);
            df += cell.size() - 1;
        }
        double pooled = df > 0 ? sum / df : 0;
        double[] weights = new double[data.size()];
        for (List<Integer> cell : cells.values()) {
            double cellDf = cell.size() - 1.0;
            double variance =
                    (sumOfSquares(data, cell) + priorDegreesOfFreedom * pooled) / (cellDf + priorDegreesOfFreedom);
            if (!(variance > 0)) {
                throw new IllegalArgumentException("replicates without scatter have no reciprocal variance");
            }
            cell.forEach(i -> weights[i] = 1 / variance);
        }
        return data.withWeights(weights);
    }

    private static SortedMap<double[], List<Integer>> cells(Observations data) {
        SortedMap<double[], List<Integer>> cells = new TreeMap<>(Arrays::compare);
        for (int i = 0; i < data.size(); i++) {
            double[] predictors = data.predictors(i);
            double[] key = Arrays.copyOf(predictors, predictors.length + 1);
            key[predictors.length] = data.group(i);
            cells.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        return cells;
    }

    private static double sumOfSquares(Observations data, List<Integer> cell) {
        return Descriptive.sumOfSquaresAboutMean(
                cell.stream().mapToDouble(data::response).toArray());
    }
}
