package org.kindlin.numerics.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The generalised extreme studentised deviate test for outliers among the residuals of groups about their means (B.
 * Rosner, Technometrics 25:165-172, 1983; for residuals of a linear model S. R. Paul and K. Y. Fung, Technometrics
 * 33:339-348, 1991).
 *
 * <p>The value with the largest |residual|/(s sqrt(1 - 1/n)), s pooled over all groups and n the size of its own, is taken
 * away and everything computed anew, up to the number of outliers allowed for. The outliers are the values taken away up
 * to the last step whose deviate exceeds its critical value t sqrt(df/(df - 1 + t^2)), t at level/(2 N) of df - 1 degrees of
 * freedom, N values and df degrees of freedom being left at the step. An outlier that hides another is thus found with it.
 * Only a value that stands against at least two others can be one: of two that differ nobody can say which is wrong.
 *
 * @param outliers in the order in which they were taken away
 */
public record ExtremeDeviates(List<Outlier> outliers) {
    private static final int FEWEST = 3;

    public ExtremeDeviates {
        outliers = List.copyOf(outliers);
    }

    /**
     * A value found to be an outlier.
     *
     * @param index its place among the values
     * @param expected mean of the others of its group that were left
     * @param deviate its studentised residual when it was taken away, with its sign
     * @param critical what the deviate had to exceed
     */
    public record Outlier(int index, double expected, double deviate, double critical) {}

    /**
     * The outliers among values of one standard deviation.
     *
     * @param group number of each value's group, from 0
     * @param most number of outliers allowed for
     * @param level chance of finding any where there is none
     */
    public static ExtremeDeviates of(double[] value, int[] group, int most, double level) {
        Search search = new Search(value, group);
        List<Outlier> taken = new ArrayList<>();
        int outliers = 0;
        for (int step = 1; step <= most; step++) {
            Outlier next = search.takeMostExtreme(level);
            if (next == null) {
                break;
            }
            taken.add(next);
            outliers = Math.abs(next.deviate()) > next.critical() ? step : outliers;
        }
        return new ExtremeDeviates(taken.subList(0, outliers));
    }

    /** The values that are left. */
    private static final class Search {
        private final double[] value;
        private final int[] group;
        private final boolean[] gone;
        private final int[] size;
        private final double[] mean;

        Search(double[] value, int[] group) {
            this.value = value;
            this.group = group;
            this.gone = new boolean[value.length];
            int groups = Arrays.stream(group).max().orElse(-1) + 1;
            this.size = new int[groups];
            this.mean = new double[groups];
            for (int g = 0; g < groups; g++) {
                describe(g);
            }
        }

        private void describe(int which) {
            double[] members = IntStream.range(0, value.length)
                    .filter(i -> group[i] == which && !gone[i])
                    .mapToDouble(i -> value[i])
                    .toArray();
            size[which] = members.length;
            mean[which] = members.length == 0 ? 0 : Descriptive.mean(members);
        }

        @Nullable
        Outlier takeMostExtreme(double level) {
            int left = Arrays.stream(size).filter(n -> n > 1).sum();
            int df = left - (int) Arrays.stream(size).filter(n -> n > 1).count();
            CompensatedSum squares = new CompensatedSum();
            int worst = -1;
            double largest = 0;
            for (int i = 0; i < value.length; i++) {
                double residual = gone[i] ? 0 : value[i] - mean[group[i]];
                squares.add(residual * residual);
                double size = size(i, residual);
                if (size > largest) {
                    largest = size;
                    worst = i;
                }
            }
            if (worst < 0 || df < 2) {
                return null;
            }
            int n = size[group[worst]];
            double residual = value[worst] - mean[group[worst]];
            double deviate = residual / Math.sqrt(squares.value() / df * (1 - 1.0 / n));
            gone[worst] = true;
            describe(group[worst]);
            return new Outlier(worst, mean[group[worst]], deviate, critical(left, df, level));
        }

        private double size(int i, double residual) {
            int n = size[group[i]];
            return gone[i] || n < FEWEST ? 0 : Math.abs(residual) / Math.sqrt(1 - 1.0 / n);
        }

        private static double critical(int left, int df, double level) {
            double t = Distributions.studentQuantile(1 - level / (2.0 * left), df - 1);
            return t * Math.sqrt(df / (df - 1 + t * t));
        }
    }
}
