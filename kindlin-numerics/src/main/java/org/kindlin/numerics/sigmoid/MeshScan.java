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
    /** Doses per pass: fewer passes over the nodes than one for each. */
    private static final int STRIDE = 5;

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
        double[] response = new double[(data.doses() + STRIDE - 1) / STRIDE * STRIDE];
        for (int d = 0; d < data.doses(); d++) {
            response[d] = unit * (data.mean()[d] - centre);
        }
        for (int d = 0; d < response.length; d += STRIDE) {
            addProducts(mesh.basis, response, d, values);
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

    /** The last bases may be missing; their responses are zero. */
    private static void addProducts(double[][] basis, double[] response, int d, double[] products) {
        int last = basis.length - 1;
        addProducts(
                response[d],
                response[d + 1],
                response[d + 2],
                response[d + 3],
                response[d + 4],
                basis[d],
                basis[Math.min(d + 1, last)],
                basis[Math.min(d + 2, last)],
                basis[Math.min(d + 3, last)],
                basis[Math.min(d + 4, last)],
                products);
    }

    private static void addProducts(
            double u,
            double v,
            double w,
            double x,
            double y,
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] e,
            double[] product) {
        for (int i = 0; i < product.length; i++) {
            double sum = Math.fma(u, a[i], Math.fma(v, b[i], product[i]));
            product[i] = Math.fma(w, c[i], Math.fma(x, d[i], Math.fma(y, e[i], sum)));
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
