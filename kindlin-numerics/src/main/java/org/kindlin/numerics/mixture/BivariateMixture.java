package org.kindlin.numerics.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.random.RandomStream;

/**
 * A mixture of bivariate normal distributions fitted by expectation and maximisation (Dempster, Laird and Rubin, J. R. Stat.
 * Soc. B 39:1, 1977) to points counted in a grid, so that the cost does not grow with their number. The number of components
 * is that of the least Bayesian information criterion. Starts are drawn as by k-means++ (Arthur and Vassilvitskii, SODA 2007)
 * from a seeded stream.
 *
 * @param components by their share, largest first
 * @param logLikelihood of the counted points
 */
public record BivariateMixture(List<BivariateNormal> components, double logLikelihood) {
    private static final int GRID = 64;
    private static final int STARTS = 3;
    private static final int MOST_STEPS = 300;
    private static final double SETTLED = 1e-7;
    private static final double LEAST_WEIGHT = 1e-4;
    private static final int PER_COMPONENT = 6;

    public BivariateMixture {
        components = List.copyOf(components);
    }

    /** Points at the centres of grid cells. */
    private record Points(double[] x, double[] y, double[] counts, double cellX, double cellY) {
        double size() {
            return Arrays.stream(counts).sum();
        }
    }

    /**
     * Fits one to {@code most} components.
     *
     * @param x finite
     * @param y finite, as many
     * @return empty where either does not differ
     */
    public static Optional<BivariateMixture> fit(double[] x, double[] y, int most, RandomStream random) {
        Optional<Points> points = points(x, y);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double size = points.get().size();
        List<BivariateMixture> fits = new ArrayList<>();
        for (int k = 1; k <= most; k++) {
            for (int start = 0; start < (k == 1 ? 1 : STARTS); start++) {
                fits.add(iterated(points.get(), begin(points.get(), k, random.child(10L * k + start))));
            }
        }
        return fits.stream().min(Comparator.comparingDouble(fit -> fit.criterion(size)));
    }

    private double criterion(double size) {
        return (PER_COMPONENT * components.size() - 1) * StrictMath.log(size) - 2 * logLikelihood;
    }

    private static Optional<Points> points(double[] x, double[] y) {
        double[] rangeX = range(x);
        double[] rangeY = range(y);
        double cellX = (rangeX[1] - rangeX[0]) / GRID;
        double cellY = (rangeY[1] - rangeY[0]) / GRID;
        if (!(cellX > 0 && cellY > 0)) {
            return Optional.empty();
        }
        double[][] grid = new double[GRID][GRID];
        for (int i = 0; i < x.length; i++) {
            double column = (x[i] - rangeX[0]) / cellX;
            double row = (y[i] - rangeY[0]) / cellY;
            if (column >= 0 && column < GRID && row >= 0 && row < GRID) {
                grid[(int) row][(int) column]++;
            }
        }
        List<double[]> cells = new ArrayList<>();
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                if (grid[row][column] > 0) {
                    cells.add(new double[] {
                        rangeX[0] + (column + 0.5) * cellX, rangeY[0] + (row + 0.5) * cellY, grid[row][column]
                    });
                }
            }
        }
        return Optional.of(new Points(
                cells.stream().mapToDouble(cell -> cell[0]).toArray(),
                cells.stream().mapToDouble(cell -> cell[1]).toArray(),
                cells.stream().mapToDouble(cell -> cell[2]).toArray(),
                cellX,
                cellY));
    }

    /** From the 0.1 % to the 99.9 % point, with a little room. */
    private static double[] range(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int far = (int) (0.001 * Math.max(0, sorted.length - 1));
        double low = sorted.length == 0 ? 0 : sorted[far];
        double high = sorted.length == 0 ? 0 : sorted[sorted.length - 1 - far];
        double room = 0.01 * (high - low);
        return new double[] {low - room, high + room};
    }

    /** Shares of points nearest to centres, each drawn with a chance that rises with the squared distance from the last. */
    private static double[][] begin(Points points, int k, RandomStream random) {
        int n = points.x().length;
        double[] nearest = new double[n];
        Arrays.fill(nearest, 1);
        int[] owner = new int[n];
        double[] least = new double[n];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int c = 0; c < k; c++) {
            int centre = drawn(points.counts(), nearest, random);
            for (int i = 0; i < n; i++) {
                double dx = (points.x()[i] - points.x()[centre]) / points.cellX();
                double dy = (points.y()[i] - points.y()[centre]) / points.cellY();
                double distance = dx * dx + dy * dy;
                if (distance < least[i]) {
                    least[i] = distance;
                    owner[i] = c;
                }
                nearest[i] = least[i];
            }
        }
        double[][] shares = new double[k][n];
        for (int i = 0; i < n; i++) {
            shares[owner[i]][i] = 1;
        }
        return shares;
    }

    private static int drawn(double[] counts, double[] chances, RandomStream random) {
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            all += counts[i] * chances[i];
        }
        double wanted = random.nextDouble() * all;
        for (int i = 0; i < counts.length; i++) {
            wanted -= counts[i] * chances[i];
            if (wanted < 0) {
                return i;
            }
        }
        return counts.length - 1;
    }

    private static BivariateMixture iterated(Points points, double[][] shares) {
        List<BivariateNormal> components = List.of();
        double before = Double.NEGATIVE_INFINITY;
        double likelihood = before;
        double size = points.size();
        for (int step = 0; step < MOST_STEPS; step++) {
            components = maximised(points, shares, size);
            likelihood = expected(points, components, shares);
            if (likelihood - before < SETTLED * Math.abs(likelihood)) {
                break;
            }
            before = likelihood;
        }
        List<BivariateNormal> ordered = components.stream()
                .sorted(Comparator.comparingDouble(BivariateNormal::weight).reversed())
                .toList();
        return new BivariateMixture(ordered, likelihood);
    }

    /** Components under shares; one that is all but empty is dropped. A variance is at least that of a grid cell. */
    private static List<BivariateNormal> maximised(Points points, double[][] shares, double size) {
        List<BivariateNormal> components = new ArrayList<>();
        for (double[] share : shares) {
            double n = 0;
            double sumX = 0;
            double sumY = 0;
            for (int i = 0; i < share.length; i++) {
                double w = share[i] * points.counts()[i];
                n += w;
                sumX += w * points.x()[i];
                sumY += w * points.y()[i];
            }
            if (n >= LEAST_WEIGHT * size) {
                components.add(component(points, share, n, sumX / n, sumY / n, size));
            }
        }
        return components;
    }

    private static BivariateNormal component(
            Points points, double[] share, double n, double meanX, double meanY, double size) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < share.length; i++) {
            double w = share[i] * points.counts()[i];
            double dx = points.x()[i] - meanX;
            double dy = points.y()[i] - meanY;
            xx += w * dx * dx;
            xy += w * dx * dy;
            yy += w * dy * dy;
        }
        return new BivariateNormal(
                n / size,
                meanX,
                meanY,
                xx / n + points.cellX() * points.cellX() / 12,
                xy / n,
                yy / n + points.cellY() * points.cellY() / 12);
    }

    /** Fills the shares of the components and returns the log-likelihood. */
    private static double expected(Points points, List<BivariateNormal> components, double[][] shares) {
        double likelihood = 0;
        double[] logs = new double[components.size()];
        for (double[] share : shares) {
            Arrays.fill(share, 0);
        }
        for (int i = 0; i < points.x().length; i++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < logs.length; c++) {
                logs[c] = components.get(c).logDensity(points.x()[i], points.y()[i]);
                most = Math.max(most, logs[c]);
            }
            double sum = 0;
            for (int c = 0; c < logs.length; c++) {
                shares[c][i] = StrictMath.exp(logs[c] - most);
                sum += shares[c][i];
            }
            for (int c = 0; c < logs.length; c++) {
                shares[c][i] /= sum;
            }
            likelihood += points.counts()[i] * (most + StrictMath.log(sum));
        }
        return likelihood;
    }
}
