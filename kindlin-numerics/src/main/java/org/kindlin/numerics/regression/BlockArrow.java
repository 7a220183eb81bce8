package org.kindlin.numerics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a global fit by its structure: with the shared parameters held, the curves have nothing in common, so the
 * Jacobian is an {@link ArrowTriangle} of one block per curve.
 *
 * <p>Only for a well-conditioned matrix, where triangles are as good as singular values; a damped one needs the factor of
 * the triangle over the root of the damping (Moré 1978, section 3). Not thread-safe: keeps the last damped factor.
 */
final class BlockArrow implements StepSolver {
    /** Well below one over the root of rounding: normal equations still have half their digits. */
    private static final double WELL_CONDITIONED = 1e6;

    private final ArrowTriangle undamped;
    private final int[] places;
    private ArrowTriangle factor;
    private double factorDamping;
    private double[] step;

    private BlockArrow(ArrowTriangle triangle, int[] places) {
        this.undamped = triangle;
        this.places = places;
        this.factor = triangle;
        this.step = triangle.solve(triangle.rightHandSide());
    }

    /** The solver of this matrix ({@link StepSolver#of}); empty where it is not well-conditioned. */
    static Optional<BlockArrow> of(
            Objective objective, double[][] columns, int[] moving, double[] scale, double[] rhs) {
        List<List<Integer>> own = new ArrayList<>();
        List<Integer> shared = new ArrayList<>();
        for (int g = 0; g < objective.groups(); g++) {
            own.add(new ArrayList<>());
        }
        for (int m = 0; m < moving.length; m++) {
            int owner = objective.ownerOf(moving[m]);
            (owner < 0 ? shared : own.get(owner)).add(m);
        }
        double[][][] blocks = new double[own.size()][][];
        for (int g = 0; g < blocks.length; g++) {
            int from = objective.groupFrom(g);
            int to = objective.groupFrom(g + 1);
            if (to - from < Math.max(1, own.get(g).size())) {
                return Optional.empty();
            }
            List<double[]> block = new ArrayList<>();
            own.get(g).forEach(m -> block.add(part(columns[moving[m]], scale[moving[m]], from, to)));
            shared.forEach(m -> block.add(part(columns[moving[m]], scale[moving[m]], from, to)));
            block.add(Arrays.copyOfRange(rhs, from, to));
            blocks[g] = block.toArray(double[][]::new);
        }
        int[] counts = own.stream().mapToInt(List::size).toArray();
        ArrowTriangle triangle = new ArrowTriangle(blocks, counts, shared.size());
        own.add(shared);
        int[] places =
                own.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
        return triangle.condition() <= WELL_CONDITIONED
                ? Optional.of(new BlockArrow(triangle, places))
                : Optional.empty();
    }

    private static double[] part(double[] column, double scale, int from, int to) {
        double[] part = Arrays.copyOfRange(column, from, to);
        for (int i = 0; i < part.length; i++) {
            part[i] /= scale;
        }
        return part;
    }

    @Override
    public boolean isSingular(double part) {
        return false;
    }

    @Override
    public double explainedLength() {
        return Vectors.norm(undamped.rightHandSide());
    }

    @Override
    public double[] solve(double damping) {
        damp(damping);
        return scattered(step);
    }

    @Override
    public double[] solveNormal(double[] product, double damping) {
        damp(damping);
        double[] gathered = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            gathered[k] = product[places[k]];
        }
        return scattered(factor.solve(factor.solveTransposed(gathered)));
    }

    @Override
    public double lengthAt(double damping) {
        damp(damping);
        return Vectors.norm(step);
    }

    /** With RᵀR = AᵀA + damping: −‖R⁻ᵀ s‖² / ‖s‖. */
    @Override
    public double lengthSlopeAt(double damping) {
        damp(damping);
        double[] w = factor.solveTransposed(step);
        return -Vectors.dot(w, w) / Vectors.norm(step);
    }

    private void damp(double damping) {
        if (damping != factorDamping) {
            factor = damping == 0 ? undamped : undamped.damped(damping);
            factorDamping = damping;
            step = factor.solve(factor.rightHandSide());
        }
    }

    private double[] scattered(double[] ordered) {
        double[] s = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            s[places[k]] = ordered[k];
        }
        return s;
    }
}
