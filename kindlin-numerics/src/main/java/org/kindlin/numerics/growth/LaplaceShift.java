package org.kindlin.numerics.growth;

import java.util.List;
import org.kindlin.numerics.mixed.MixedFit;
import org.kindlin.numerics.mixed.Subject;

/**
 * What linearising about the animals' own estimates leaves out of a nonlinear mixed model. Lindstrom and Bates' steps take the columns Z of
 * the random effects as given; by Laplace's approximation an animal's log likelihood also has
 *
 * <pre>{@code
 * - 1/2 log |I + D Z'Z / s2|
 * }</pre>
 *
 * whose columns move with the parameters (R. Wolfinger, Biometrika 80:791, 1993). Its slope over the information is one Newton step from
 * the one estimate to the other; variances stay as they are.
 */
final class LaplaceShift {
    /** Of the logarithms of parameters: differences of differences need room. */
    private static final double DIFFERENCE = 1e-2;

    private LaplaceShift() {}

    /** An animal of two effects of its own, linearised where its parameters and these effects have moved by so much. */
    interface Linearised {
        Subject at(double[] move, double[] ownMove);
    }

    /** The step for every column of the fit. */
    static double[] of(MixedFit fit, List<Linearised> animals) {
        int n = fit.coefficients().length;
        double[][] d = fit.randomCovariance();
        double s2 = fit.sigma() * fit.sigma();
        double[] slope = new double[n];
        for (Linearised animal : animals) {
            Subject here = animal.at(new double[n], new double[2]);
            for (int j = 0; j < n; j++) {
                double[] own = ownMove(here, j, d, s2);
                slope[j] -= (logDeterminant(moved(animal, n, j, own, DIFFERENCE), d, s2)
                                - logDeterminant(moved(animal, n, j, own, -DIFFERENCE), d, s2))
                        / (4 * DIFFERENCE);
            }
        }
        double[][] covariance = fit.covariance();
        double[] shift = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                shift[i] += covariance[i][j] * slope[j];
            }
        }
        return shift;
    }

    private static Subject moved(Linearised animal, int n, int column, double[] own, double by) {
        double[] move = new double[n];
        move[column] = by;
        return animal.at(move, new double[] {by * own[0], by * own[1]});
    }

    /** How the most likely own effects move with a parameter: -(I + D Z'Z / s2)^-1 D Z'x / s2. */
    private static double[] ownMove(Subject animal, int column, double[][] d, double s2) {
        double[][] a = inside(animal, d, s2);
        double[] zx = new double[2];
        for (int row = 0; row < animal.response().length; row++) {
            for (int k = 0; k < 2; k++) {
                zx[k] += animal.random()[row][k] * animal.fixed()[row][column] / s2;
            }
        }
        double first = d[0][0] * zx[0] + d[0][1] * zx[1];
        double second = d[1][0] * zx[0] + d[1][1] * zx[1];
        double determinant = a[0][0] * a[1][1] - a[0][1] * a[1][0];
        return new double[] {
            -(a[1][1] * first - a[0][1] * second) / determinant, -(a[0][0] * second - a[1][0] * first) / determinant
        };
    }

    private static double logDeterminant(Subject animal, double[][] d, double s2) {
        double[][] a = inside(animal, d, s2);
        return Math.log(a[0][0] * a[1][1] - a[0][1] * a[1][0]);
    }

    /** I + D Z'Z / s2, which exists where D is singular too. */
    private static double[][] inside(Subject animal, double[][] d, double s2) {
        double[][] zz = new double[2][2];
        for (double[] row : animal.random()) {
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    zz[i][j] += row[i] * row[j] / s2;
                }
            }
        }
        double[][] a = {{1, 0}, {0, 1}};
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                a[i][j] += d[i][0] * zz[0][j] + d[i][1] * zz[1][j];
            }
        }
        return a;
    }
}
