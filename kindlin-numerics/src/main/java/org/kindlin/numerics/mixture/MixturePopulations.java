package org.kindlin.numerics.mixture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The populations of a mixture: components between which its density has no valley belong together, for a population that is
 * not quite normal takes several components.
 *
 * <p>The density is followed along the ridge line between two components, on which all modes of the two lie (S. Ray and B. G.
 * Lindsay, Ann. Stat. 33:2042-2065, 2005). Populations are joined as long as some two have no valley a quarter or more below
 * the lower of their modes, those with the least valley first (C. Hennig, Adv. Data Anal. Classif. 4:3-34, 2010); a
 * population is represented by its densest component.
 */
public final class MixturePopulations {
    private static final int STEPS = 50;
    private static final double LEAST_DEPTH = 0.25;

    private MixturePopulations() {}

    /** One normal distribution for each population, of the mean and covariance of its components together. */
    public static List<BivariateNormal> of(BivariateMixture mixture) {
        List<List<BivariateNormal>> populations = new ArrayList<>();
        mixture.components().forEach(component -> populations.add(List.of(component)));
        while (join(populations, mixture)) {
            // each round joins two populations
        }
        return populations.stream()
                .map(MixturePopulations::together)
                .sorted(Comparator.comparingDouble(BivariateNormal::weight).reversed())
                .toList();
    }

    private static boolean join(List<List<BivariateNormal>> populations, BivariateMixture mixture) {
        double least = LEAST_DEPTH;
        int first = -1;
        int second = -1;
        for (int i = 0; i < populations.size(); i++) {
            for (int j = i + 1; j < populations.size(); j++) {
                double depth = valley(densest(populations.get(i)), densest(populations.get(j)), mixture);
                if (depth < least) {
                    least = depth;
                    first = i;
                    second = j;
                }
            }
        }
        if (first < 0) {
            return false;
        }
        List<BivariateNormal> joined = new ArrayList<>(populations.get(first));
        joined.addAll(populations.remove(second));
        populations.set(first, joined);
        return true;
    }

    private static BivariateNormal densest(List<BivariateNormal> components) {
        return components.stream()
                .max(Comparator.comparingDouble(
                        component -> component.logDensity(component.meanX(), component.meanY())))
                .orElseThrow();
    }

    /** How far the density falls between two components, as a share of the lower mode: 0 for no valley, 1 for an empty one. */
    static double valley(BivariateNormal a, BivariateNormal b, BivariateMixture mixture) {
        double[] density = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            density[i] = alongRidge(a, b, (double) i / STEPS, mixture);
        }
        double[] highestAfter = density.clone();
        for (int i = STEPS - 1; i >= 0; i--) {
            highestAfter[i] = Math.max(highestAfter[i + 1], density[i]);
        }
        double deepest = 0;
        double highestBefore = 0;
        for (int i = 0; i <= STEPS; i++) {
            highestBefore = Math.max(highestBefore, density[i]);
            double lower = Math.min(highestBefore, highestAfter[i]);
            deepest = lower > 0 ? Math.max(deepest, 1 - density[i] / lower) : deepest;
        }
        return deepest;
    }

    /** The density at {@code (u A + t B)^-1 (u A a + t B b)}, with A and B the inverse covariances and u = 1 - t. */
    private static double alongRidge(BivariateNormal a, BivariateNormal b, double t, BivariateMixture mixture) {
        double[] ofA = inverse(a);
        double[] ofB = inverse(b);
        double u = 1 - t;
        double xx = u * ofA[0] + t * ofB[0];
        double xy = u * ofA[1] + t * ofB[1];
        double yy = u * ofA[2] + t * ofB[2];
        double sumX = u * (ofA[0] * a.meanX() + ofA[1] * a.meanY()) + t * (ofB[0] * b.meanX() + ofB[1] * b.meanY());
        double sumY = u * (ofA[1] * a.meanX() + ofA[2] * a.meanY()) + t * (ofB[1] * b.meanX() + ofB[2] * b.meanY());
        double determinant = xx * yy - xy * xy;
        double x = (yy * sumX - xy * sumY) / determinant;
        double y = (xx * sumY - xy * sumX) / determinant;
        return mixture.components().stream()
                .mapToDouble(component -> StrictMath.exp(component.logDensity(x, y)))
                .sum();
    }

    /** The inverse of the covariance: xx, xy, yy. */
    private static double[] inverse(BivariateNormal normal) {
        double determinant = normal.varianceX() * normal.varianceY() - normal.covariance() * normal.covariance();
        return new double[] {
            normal.varianceY() / determinant, -normal.covariance() / determinant, normal.varianceX() / determinant
        };
    }

    private static BivariateNormal together(List<BivariateNormal> components) {
        double weight = 0;
        double x = 0;
        double y = 0;
        for (BivariateNormal component : components) {
            weight += component.weight();
            x += component.weight() * component.meanX();
            y += component.weight() * component.meanY();
        }
        x /= weight;
        y /= weight;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (BivariateNormal component : components) {
            double share = component.weight() / weight;
            double dx = component.meanX() - x;
            double dy = component.meanY() - y;
            xx += share * (component.varianceX() + dx * dx);
            xy += share * (component.covariance() + dx * dy);
            yy += share * (component.varianceY() + dy * dy);
        }
        return new BivariateNormal(weight, x, y, xx, xy, yy);
    }
}
