package org.kindlin.numerics.sigmoid;

import org.jspecify.annotations.Nullable;

/**
 * The least sum of squares at every node of a {@link SearchMesh}, as a share of the scatter of the dose means rounded to
 * {@code 2^-42}: along a ridge where the data see one tail of the sigmoid the values differ by rounding only, and must
 * not make basins of it.
 */
final class MeshScan {
    private static final double RESOLUTION = 1L << 42;

    private MeshScan() {}

    /** Of a problem whose plateaus are restricted or anchored: node by node. */
    static double[] of(ProjectedProblem problem, SearchMesh mesh, @Nullable Direction only) {
        double unit = unit(problem.data.sumOfSquares());
        double[] values = new double[mesh.size()];
        for (int i = 0; i < values.length; i++) {
            PlateauFit fit = problem.value(mesh, i);
            boolean allowed = only == null || fit.goes(only);
            values[i] = allowed ? Math.rint(fit.sumOfSquares() * unit) : Double.POSITIVE_INFINITY;
        }
        return values;
    }

    /** With free plateaus: weighted moments of the basis over all nodes at once. */
    static double[] ofFreePlateaus(Replicates data, SearchMesh mesh, @Nullable Direction only) {
        double total = 0;
        double centre = 0;
        for (int d = 0; d < data.doses(); d++) {
            total += data.weight()[d];
            centre += data.weight()[d] * data.mean()[d];
        }
        centre /= total;
        int n = mesh.size();
        double[] sums = new double[n];
        double[] squares = new double[n];
        double[] products = new double[n];
        for (int d = 0; d < data.doses(); d++) {
            double weight = data.weight()[d];
            addSquares(mesh.basis[d], weight, sums, squares);
            addProducts(mesh.basis[d], weight * (data.mean()[d] - centre), products);
        }
        double[] values = new double[n];
        scores(sums, squares, products, total, unit(data.sumOfSquares()), values);
        if (only != null) {
            excludeOpposite(products, only, values);
        }
        return values;
    }

    private static double unit(double scatter) {
        return scatter > Double.MIN_NORMAL ? RESOLUTION / scatter : RESOLUTION;
    }

    private static void addSquares(double[] basis, double weight, double[] sums, double[] squares) {
        for (int i = 0; i < sums.length; i++) {
            double weighted = weight * basis[i];
            sums[i] += weighted;
            squares[i] += weighted * basis[i];
        }
    }

    private static void addProducts(double[] basis, double response, double[] products) {
        for (int i = 0; i < products.length; i++) {
            products[i] += response * basis[i];
        }
    }

    private static void scores(
            double[] sums, double[] squares, double[] products, double total, double unit, double[] values) {
        for (int i = 0; i < values.length; i++) {
            double spread = squares[i] - sums[i] * sums[i] / total;
            double explained = products[i] * products[i] * unit / Math.max(spread, Double.MIN_NORMAL);
            values[i] = -Math.rint(Math.min(explained, RESOLUTION));
        }
    }

    private static void excludeOpposite(double[] products, Direction only, double[] values) {
        double sign = only == Direction.FALLING ? 1 : -1;
        for (int i = 0; i < values.length; i++) {
            if (sign * products[i] < 0) {
                values[i] = Double.POSITIVE_INFINITY;
            }
        }
    }
}
