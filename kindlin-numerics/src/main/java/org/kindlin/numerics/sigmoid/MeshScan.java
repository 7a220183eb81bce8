package org.kindlin.numerics.sigmoid;

import org.jspecify.annotations.Nullable;

/**
 * The least sum of squares at every node of a {@link SearchMesh}, as a share of the scatter of the dose means in units of
 * {@code 2^-42}, rounded: along a ridge where the data see one tail of the sigmoid the values differ by rounding only,
 * and must not make basins of it.
 */
final class MeshScan {
    private static final double RESOLUTION = 1L << 42;
    /** 1.5 x 2^52: adding and subtracting it rounds to a whole number. */
    private static final double ROUNDER = 6755399441055744.0;

    private MeshScan() {}

    /** Of a problem whose plateaus are restricted or anchored: node by node. */
    static double[] of(ProjectedProblem problem, SearchMesh mesh, @Nullable Direction only) {
        double scatter = problem.data.sumOfSquares();
        double unit = scatter > Double.MIN_NORMAL ? RESOLUTION / scatter : RESOLUTION;
        double[] values = new double[mesh.size()];
        for (int i = 0; i < values.length; i++) {
            PlateauFit fit = problem.value(mesh, i);
            boolean allowed = only == null || fit.goes(only);
            values[i] = allowed ? Math.rint(fit.sumOfSquares() * unit) : Double.POSITIVE_INFINITY;
        }
        return values;
    }

    /** With free plateaus, all nodes at once: less the share explained. */
    static double[] ofFreePlateaus(Replicates data, WeightedMesh mesh, @Nullable Direction only) {
        double scatter = data.sumOfSquares();
        double unit = scatter > Double.MIN_NORMAL ? Math.sqrt(RESOLUTION / scatter) : 0;
        double centre = data.centre();
        double[] values = new double[mesh.reach.length];
        for (int d = 0; d < data.doses(); d++) {
            addProducts(mesh.basis[d], unit * (data.mean()[d] - centre), values);
        }
        double[] products = only == null ? values : values.clone();
        score(values);
        if (only != null) {
            excludeOpposite(products, only == Direction.FALLING ? 1 : -1, values);
        }
        return values;
    }

    /** The angle between the dose means and a node with that value. */
    static double angle(double value) {
        return angleOfShare(1 + value / RESOLUTION);
    }

    /** The angle between the dose means and a curve that leaves this share of their scatter. */
    static double angleOfShare(double unexplained) {
        return StrictMath.asin(Math.sqrt(Math.clamp(unexplained, 0, 1)));
    }

    private static void addProducts(double[] basis, double response, double[] products) {
        for (int i = 0; i < products.length; i++) {
            products[i] = Math.fma(response, basis[i], products[i]);
        }
    }

    private static void score(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = ROUNDER - Math.fma(values[i], values[i], ROUNDER);
        }
    }

    private static void excludeOpposite(double[] products, double sign, double[] values) {
        for (int i = 0; i < products.length; i++) {
            if (sign * products[i] < 0) {
                values[i] = Double.POSITIVE_INFINITY;
            }
        }
    }
}
