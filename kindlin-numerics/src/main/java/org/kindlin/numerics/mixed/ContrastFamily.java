package org.kindlin.numerics.mixed;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.statistics.LargestOfT;

/**
 * Contrasts that are judged together: p-values and intervals that hold for all of them at once, by the distribution of their largest
 * |t| with the correlation the model gives them. Contrasts of a mixed model have degrees of freedom of their own; the least of them
 * serves all, which errs on the side of caution.
 *
 * @param members with the single contrasts, in the order given
 * @param df that served all
 */
public record ContrastFamily(List<Member> members, double df) {
    public ContrastFamily {
        members = List.copyOf(members);
    }

    /**
     * One contrast of the family.
     *
     * @param p adjusted, two-sided
     * @param low limit of its simultaneous interval
     * @param high limit of its simultaneous interval
     */
    public record Member(Contrast contrast, double p, double low, double high) {}

    /**
     * The family.
     *
     * @param covariance of the contrasts, as the model has it
     * @param level of the intervals together
     */
    public static ContrastFamily of(List<Contrast> contrasts, double[][] covariance, double level) {
        int k = contrasts.size();
        double[][] correlation = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                correlation[i][j] = i == j ? 1 : covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
            }
        }
        double df = contrasts.stream().mapToDouble(Contrast::df).min().orElse(Double.POSITIVE_INFINITY);
        LargestOfT largest = LargestOfT.of(correlation, df);
        double critical = largest.quantile(level);
        List<Member> members = new ArrayList<>();
        for (Contrast one : contrasts) {
            double margin = critical * one.standardError();
            members.add(new Member(
                    one, largest.upperTail(Math.abs(one.statistic())), one.value() - margin, one.value() + margin));
        }
        return new ContrastFamily(members, df);
    }
}
