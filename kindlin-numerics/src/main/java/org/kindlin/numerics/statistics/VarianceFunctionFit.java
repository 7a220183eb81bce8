package org.kindlin.numerics.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A {@link VarianceFunction} estimated from groups of replicates.
 *
 * <p>A sample variance of df degrees of freedom is gamma distributed about its variance, so the squares floor^2 and cv^2
 * maximise -1/2 sum df (ln v + s^2/v) with v = floor^2 + cv^2 mean^2 (the pseudo-likelihood of R. J. Carroll and D.
 * Ruppert, Transformation and Weighting in Regression, 1988, section 3.2, with group means for fitted values). It is found
 * by Fisher scoring, neither square being negative; with two groups the two variances are met exactly where that is
 * possible. Standard errors come from the inverse information, Var(s^2) = 2 v^2/df.
 *
 * @param function the estimate
 * @param floorError standard error of ln(floor); infinite where the floor is zero or unknown
 * @param cvError standard error of ln(cv); infinite where the cv is zero or unknown
 */
public record VarianceFunctionFit(VarianceFunction function, double floorError, double cvError) {
    private static final int MOST_ROUNDS = 200;
    private static final double SETTLED = 1e-13;

    /** The estimate; empty where no group scatters, or all have the same mean in size. */
    public static Optional<VarianceFunctionFit> of(List<ReplicateGroup> groups) {
        if (groups.stream().noneMatch(group -> group.variance() > 0)
                || groups.stream()
                                .mapToDouble(g -> Math.abs(g.mean()))
                                .distinct()
                                .count()
                        < 2) {
            return Optional.empty();
        }
        Squares best = best(groups);
        double[] precision = precision(groups, best);
        double determinant = precision[0] * precision[2] - precision[1] * precision[1];
        return Optional.of(new VarianceFunctionFit(
                new VarianceFunction(Math.sqrt(best.floor()), Math.sqrt(best.cv())),
                logError(precision[2] / determinant, best.floor()),
                logError(precision[0] / determinant, best.cv())));
    }

    /**
     * Covariance of the squares of floor and cv that such groups would give, from the inverse information; zero for one that
     * is zero itself.
     */
    public static double[][] covariance(VarianceFunction function, List<ReplicateGroup> groups) {
        Squares at = new Squares(function.floor() * function.floor(), function.cv() * function.cv());
        double[] p = precision(groups.stream().filter(group -> at.at(group) > 0).toList(), at);
        if (at.cv() == 0) {
            return new double[][] {{1 / p[0], 0}, {0, 0}};
        }
        if (at.floor() == 0) {
            return new double[][] {{0, 0}, {0, 1 / p[2]}};
        }
        double determinant = p[0] * p[2] - p[1] * p[1];
        return new double[][] {{p[2] / determinant, -p[1] / determinant}, {-p[1] / determinant, p[0] / determinant}};
    }

    /** Squares of floor and cv. */
    private record Squares(double floor, double cv) {
        double at(ReplicateGroup group) {
            return floor + cv * group.mean() * group.mean();
        }

        /** These squares, or a tenth of the earlier ones where a step leads below that: a descent to zero stays positive. */
        Squares notBelowTenthOf(Squares before) {
            return new Squares(Math.max(floor, before.floor / 10), Math.max(cv, before.cv / 10));
        }
    }

    private static Squares best(List<ReplicateGroup> groups) {
        Squares flat = new Squares(ratio(groups, g -> g.df() * g.variance(), g -> g.df()), 0);
        Squares proportional = proportional(groups);
        Squares edge = deviance(groups, proportional) < deviance(groups, flat) ? proportional : flat;
        Squares inner = scoring(groups, start(groups));
        return deviance(groups, inner) < deviance(groups, edge) ? inner : edge;
    }

    /** The floor of the group nearest zero and the cv of the group farthest from it. */
    private static Squares start(List<ReplicateGroup> groups) {
        List<ReplicateGroup> bySize = groups.stream()
                .filter(group -> group.variance() > 0)
                .sorted(Comparator.comparingDouble(group -> Math.abs(group.mean())))
                .toList();
        ReplicateGroup last = bySize.getLast();
        double size = Math.max(Math.abs(last.mean()), Math.sqrt(last.variance()));
        return new Squares(bySize.getFirst().variance(), last.variance() / (size * size));
    }

    /** No floor: the best squared cv is the mean of s^2/mean^2; groups of mean zero then have no likelihood. */
    private static Squares proportional(List<ReplicateGroup> groups) {
        return new Squares(
                0, ratio(groups, g -> g.mean() == 0 ? 0 : g.df() * g.variance() / (g.mean() * g.mean()), g -> g.df()));
    }

    private static double ratio(
            List<ReplicateGroup> groups,
            ToDoubleFunction<ReplicateGroup> above,
            ToDoubleFunction<ReplicateGroup> below) {
        return sum(groups, above) / sum(groups, below);
    }

    private static double sum(List<ReplicateGroup> groups, ToDoubleFunction<ReplicateGroup> term) {
        return CompensatedSum.of(groups.stream().mapToDouble(term).toArray());
    }

    private static double deviance(List<ReplicateGroup> groups, Squares squares) {
        return sum(groups, group -> {
            double variance = squares.at(group);
            return variance > 0
                    ? group.df() * (StrictMath.log(variance) + group.variance() / variance)
                    : Double.POSITIVE_INFINITY;
        });
    }

    /** Weighted linear least squares of s^2 on 1 and mean^2, weights from the last round. */
    private static Squares scoring(List<ReplicateGroup> groups, Squares start) {
        Squares now = start;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Squares next = solve(groups, now).notBelowTenthOf(now);
            boolean settled = Math.abs(next.floor() - now.floor()) <= SETTLED * now.floor()
                    && Math.abs(next.cv() - now.cv()) <= SETTLED * now.cv();
            now = next;
            if (settled) {
                return now;
            }
        }
        return now;
    }

    private static Squares solve(List<ReplicateGroup> groups, Squares at) {
        double[] p = precision(groups, at);
        double first = sum(groups, g -> g.df() * g.variance() / (2 * at.at(g) * at.at(g)));
        double second = sum(groups, g -> g.df() * g.variance() * g.mean() * g.mean() / (2 * at.at(g) * at.at(g)));
        double determinant = p[0] * p[2] - p[1] * p[1];
        return new Squares((p[2] * first - p[1] * second) / determinant, (p[0] * second - p[1] * first) / determinant);
    }

    /** The information on the two squares: upper triangle, row by row. */
    private static double[] precision(List<ReplicateGroup> groups, Squares at) {
        double[] p = new double[3];
        for (int power = 0; power < 3; power++) {
            int times = power;
            p[power] =
                    sum(groups, g -> g.df() * StrictMath.pow(g.mean() * g.mean(), times) / (2 * at.at(g) * at.at(g)));
        }
        return p;
    }

    private static double logError(double variance, double square) {
        return square > 0 && variance >= 0 ? Math.sqrt(variance) / (2 * square) : Double.POSITIVE_INFINITY;
    }
}
