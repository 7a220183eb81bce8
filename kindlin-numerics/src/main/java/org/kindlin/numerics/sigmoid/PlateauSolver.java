package org.kindlin.numerics.sigmoid;

/**
 * Weighted linear least squares for the two plateaus of a sigmoid of given shape, within limits.
 *
 * <p>The problem is convex in two unknowns: where the free solution breaks a limit, the answer lies on an edge of the
 * allowed rectangle, so the best of at most four one-dimensional solutions is exact. A workspace: not thread-safe.
 */
final class PlateauSolver implements LinearPart {
    /** A tail that reaches less than this share of the sigmoid is rescaled. */
    private static final double TAIL = 0.5;

    private final Replicates data;
    private final PlateauLimits limits;
    private final boolean free;
    private final double centre;
    private final double totalWeight;
    private final double[] basis;
    /** Means less their centre. */
    private final double[] deviation;

    PlateauSolver(Replicates data, PlateauLimits limits) {
        this.data = data;
        this.limits = limits;
        this.free = limits.isNone();
        this.basis = new double[data.doses()];
        double sum = 0;
        double total = 0;
        for (int i = 0; i < data.doses(); i++) {
            sum += data.weight()[i] * data.mean()[i];
            total += data.weight()[i];
        }
        this.totalWeight = total;
        this.centre = sum / total;
        this.deviation = new double[data.doses()];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = data.mean()[i] - centre;
        }
    }

    @Override
    public double[] basis() {
        return basis;
    }

    @Override
    public boolean isFree() {
        return free;
    }

    @Override
    public PlateauFit solve(Shape shape, double[] at, boolean derivatives) {
        PlateauFit unlimited = unlimited(shape);
        if (free || limits.allow(unlimited.atZero(), unlimited.atInfinity())) {
            return unlimited;
        }
        PlateauFit best = null;
        for (double zero : new double[] {limits.zeroLow(), limits.zeroHigh()}) {
            best = better(best, Double.isFinite(zero) ? pinnedAtZero(shape, zero) : null);
        }
        for (double infinity : new double[] {limits.infinityLow(), limits.infinityHigh()}) {
            best = better(best, Double.isFinite(infinity) ? pinnedAtInfinity(shape, infinity) : null);
        }
        PlateauFit bounded = best == null ? unlimited : best;
        fillBasis(shape, bounded.tail(), bounded.scale(), basis);
        return bounded;
    }

    private static @org.jspecify.annotations.Nullable PlateauFit better(
            @org.jspecify.annotations.Nullable PlateauFit first, @org.jspecify.annotations.Nullable PlateauFit second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return second.sumOfSquares() < first.sumOfSquares() ? second : first;
    }

    private PlateauFit unlimited(Shape shape) {
        boolean tail = seesTail(shape);
        double scale = freeScale(shape, tail);
        fillBasis(shape, tail, scale, basis);
        double[] weight = data.weight();
        double mean = 0;
        for (int i = 0; i < basis.length; i++) {
            mean += weight[i] * basis[i];
        }
        mean /= totalWeight;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < basis.length; i++) {
            double q = basis[i] - mean;
            double weighted = weight[i] * q;
            squares += weighted * q;
            products += weighted * deviation[i];
        }
        double amplitude = squares > 0 ? products / squares : 0;
        double level = centre - amplitude * mean;
        return new PlateauFit(tail, scale, level, amplitude, true, true, residue(level, amplitude));
    }

    /** The basis of free plateaus. */
    static double[] freeBasis(Shape shape) {
        double[] basis = new double[shape.fraction.length];
        boolean tail = seesTail(shape);
        fillBasis(shape, tail, freeScale(shape, tail), basis);
        return basis;
    }

    private static boolean seesTail(Shape shape) {
        return largest(shape.complement) < TAIL;
    }

    private static double freeScale(Shape shape, boolean tail) {
        double rest = largest(tail ? shape.complement : shape.fraction);
        return usable(rest < TAIL ? rest : 1);
    }

    private PlateauFit pinnedAtZero(Shape shape, double zero) {
        double scale = usable(largest(shape.complement));
        fillBasis(shape, true, scale, basis);
        double free = throughOrigin(zero);
        double infinity = limits.clipInfinity(zero - free / scale);
        double clipped = (zero - infinity) * scale;
        return pinned(true, scale, zero, free, clipped);
    }

    private PlateauFit pinnedAtInfinity(Shape shape, double infinity) {
        double scale = usable(largest(shape.fraction));
        fillBasis(shape, false, scale, basis);
        double free = throughOrigin(infinity);
        double zero = limits.clipZero(infinity + free / scale);
        double clipped = (zero - infinity) * scale;
        return pinned(false, scale, infinity, free, clipped);
    }

    private PlateauFit pinned(boolean tail, double scale, double level, double free, double clipped) {
        boolean inside = Math.abs(free - clipped) <= 1e-12 * Math.abs(free);
        double amplitude = inside ? free : clipped;
        return new PlateauFit(tail, scale, level, amplitude, false, inside, residue(level, amplitude));
    }

    private double throughOrigin(double level) {
        double squares = 0;
        double products = 0;
        for (int i = 0; i < basis.length; i++) {
            squares += data.weight()[i] * basis[i] * basis[i];
            products += data.weight()[i] * basis[i] * (data.mean()[i] - level);
        }
        return squares > 0 ? products / squares : 0;
    }

    private static void fillBasis(Shape shape, boolean tail, double scale, double[] basis) {
        if (!tail && scale == 1) {
            System.arraycopy(shape.fraction, 0, basis, 0, basis.length);
            return;
        }
        for (int i = 0; i < basis.length; i++) {
            basis[i] = tail ? -shape.complement[i] / scale : shape.fraction[i] / scale;
        }
    }

    private double residue(double level, double amplitude) {
        double squares = 0;
        for (int i = 0; i < basis.length; i++) {
            double residual = data.mean()[i] - level - amplitude * basis[i];
            squares += data.weight()[i] * residual * residual;
        }
        return squares;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private static double usable(double scale) {
        return scale > Double.MIN_NORMAL ? scale : 1;
    }
}
