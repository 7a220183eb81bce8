package org.kindlin.numerics.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The agreement of replicates: the share of all variance that lies between what was replicated, ICC(1,1) of one-way random
 * effects, with its F interval (P. E. Shrout and J. L. Fleiss, Psychol. Bull. 86:420-428, 1979). Groups of different size
 * count with n0 = (N - sum n^2/N)/(k - 1) (R. R. Sokal and F. J. Rohlf, Biometry, 3rd ed. 1995, section 9.2); the interval
 * is then approximate. It grows with the range of what was measured: compare only like with like.
 *
 * @param value at most 1
 * @param low lower limit
 * @param high upper limit
 */
public record IntraclassCorrelation(double value, double low, double high) {

    /** The agreement within groups; empty with fewer than two groups of two, or where nothing scatters within. */
    public static Optional<IntraclassCorrelation> of(List<double[]> groups, double level) {
        List<double[]> usable =
                groups.stream().filter(group -> group.length > 1).toList();
        int k = usable.size();
        if (k < 2) {
            return Optional.empty();
        }
        int n = usable.stream().mapToInt(group -> group.length).sum();
        double squaresOfSizes = usable.stream()
                .mapToDouble(group -> (double) group.length * group.length)
                .sum();
        double[] all = usable.stream().flatMapToDouble(Arrays::stream).toArray();
        double within = CompensatedSum.of(
                usable.stream().mapToDouble(Descriptive::sumOfSquaresAboutMean).toArray());
        double meanWithin = within / (n - k);
        double meanBetween = (Descriptive.sumOfSquaresAboutMean(all) - within) / (k - 1);
        if (!(meanWithin > 0)) {
            return Optional.empty();
        }
        double size = (n - squaresOfSizes / n) / (k - 1);
        double f = meanBetween / meanWithin;
        double p = 0.5 + level / 2;
        double low = f / Distributions.fQuantile(p, k - 1, n - k);
        double high = f * Distributions.fQuantile(p, n - k, k - 1);
        return Optional.of(new IntraclassCorrelation(share(f, size), share(low, size), share(high, size)));
    }

    private static double share(double f, double size) {
        return (f - 1) / (f + size - 1);
    }
}
