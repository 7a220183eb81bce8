package org.kindlin.numerics.regression;

import java.util.Arrays;

/**
 * Minimises an {@link Objective} within its bounds: a trust-region Levenberg-Marquardt method with Moré's scaling,
 * geodesic acceleration, projection onto the box and an active set.
 *
 * <p>J. J. Moré, The Levenberg-Marquardt algorithm: implementation and theory, Lecture Notes in Mathematics 630:105-116
 * (1978); M. K. Transtrum and J. P. Sethna, Improvements to the Levenberg-Marquardt algorithm for nonlinear
 * least-squares minimization, arXiv:1201.5885 (2012); projection after C. Kanzow, N. Yamashita, M. Fukushima, J. Comput.
 * Appl. Math. 172:375-397 (2004). Parameters at a bound whose gradient points outward are held for the step; the step of
 * the others is cut to the box and judged by the linear model of what is left of it. {@link Polish} finishes.
 */
final class TrustRegion {
    private static final int MOST_ITERATIONS = 5000;
    private static final double STEP_TOLERANCE = 1e-12;
    private static final double ANGLE_TOLERANCE = 1e-12;
    private static final double EPSILON = 0x1.0p-52;
    private static final double FIRST_RADIUS = 100;
    private static final double SMALLEST_RADIUS = 1e-30;
    private static final double EXACT = 1e-12;
    private static final double STALLED_PART = 1e-3;
    private static final double PROBE = 0.1;
    private static final double MOST_ACCELERATION = 0.75;

    private final Objective objective;
    private final boolean polishes;
    private final double[] theta;
    private final double[] r;
    private final double[][] columns;
    private final double[] trial;
    private final double[] rTrial;
    private final double[] diagonal;
    private double value;
    private double radius;
    private int iterations;

    /** How a search ended. */
    enum Ending {
        CONVERGED,
        START_NOT_FINITE,
        DERIVATIVES_NOT_FINITE,
        STALLED,
        TOO_MANY_ITERATIONS
    }

    /** Where a search ended: global parameters, Q there, iterations. */
    @SuppressWarnings("ArrayRecordComponent") // handed straight to the one caller, never compared
    record Outcome(Ending ending, double[] theta, double value, int iterations) {}

    private TrustRegion(Objective objective, double[] start, boolean polishes) {
        int n = objective.observations();
        this.objective = objective;
        this.polishes = polishes;
        this.theta = start.clone();
        this.r = new double[n];
        this.columns = new double[objective.freeCount()][n];
        this.trial = start.clone();
        this.rTrial = new double[n];
        this.diagonal = new double[objective.freeCount()];
    }

    /** Searches from these global parameters, which must lie within their bounds. */
    static Outcome minimise(Objective objective, double[] start) {
        return new TrustRegion(objective, start, true).run();
    }

    /** The same without the last polish: for a Q that is wanted to rounding, and a place only to the root of it. */
    static Outcome descend(Objective objective, double[] start) {
        return new TrustRegion(objective, start, false).run();
    }

    private Outcome run() {
        value = objective.residuals(theta, r);
        if (Double.isNaN(value)) {
            return outcome(Ending.START_NOT_FINITE);
        }
        if (columns.length == 0) {
            return outcome(Ending.CONVERGED);
        }
        while (iterations++ < MOST_ITERATIONS) {
            if (!objective.linearise(theta, r, columns)) {
                return outcome(Ending.DERIVATIVES_NOT_FINITE);
            }
            rescale();
            int[] moving = moving();
            if (moving.length == 0 || widestAngle(moving) <= ANGLE_TOLERANCE || !improve(moving)) {
                polish();
                return outcome(stalled() ? Ending.STALLED : Ending.CONVERGED);
            }
        }
        return outcome(Ending.TOO_MANY_ITERATIONS);
    }

    private void polish() {
        if (polishes) {
            new Polish(objective).apply(theta);
            value = objective.residuals(theta, r);
        }
    }

    /** True where the linear model promises a gain that no step delivered, as at the edge of the model's domain. */
    private boolean stalled() {
        double exact = EXACT * objective.responseNorm();
        if (value <= exact * exact || !objective.linearise(theta, r, columns)) {
            return false;
        }
        int[] moving = moving();
        double norm = Vectors.norm(r);
        double explained = moving.length == 0 ? 0 : decompose(moving).explainedLength();
        return explained > STALLED_PART * norm;
    }

    private Outcome outcome(Ending ending) {
        return new Outcome(ending, theta.clone(), value, iterations);
    }

    private void rescale() {
        for (int j = 0; j < diagonal.length; j++) {
            double norm = norm(j);
            diagonal[j] = Math.max(diagonal[j], iterations == 1 && norm == 0 ? 1 : norm);
        }
        if (iterations == 1) {
            double length = scaledNorm();
            radius = length > 0 ? FIRST_RADIUS * length : FIRST_RADIUS;
        }
    }

    /** Columns of the free parameters that are not pushed against a bound. */
    private int[] moving() {
        int[] moving = new int[columns.length];
        int count = 0;
        for (int j = 0; j < columns.length; j++) {
            Parameter parameter = objective.freeParameter(j);
            double at = theta[objective.globalOf(j)];
            double slope = dot(j, r);
            boolean held = (at <= parameter.lower() && slope <= 0) || (at >= parameter.upper() && slope >= 0);
            if (!held) {
                moving[count++] = j;
            }
        }
        return Arrays.copyOf(moving, count);
    }

    /** The product of a column with a vector, over the rows where the column is not zero throughout. */
    private double dot(int column, double[] vector) {
        return Vectors.dot(columns[column], vector, objective.from(column), objective.to(column));
    }

    private double norm(int column) {
        return Vectors.norm(columns[column], objective.from(column), objective.to(column));
    }

    /** The largest cosine between the residual vector and a column: zero at an optimum. */
    private double widestAngle(int[] moving) {
        double norm = Vectors.norm(r);
        double widest = 0;
        for (int j : moving) {
            double length = norm(j) * norm;
            widest = length > 0 ? Math.max(widest, Math.abs(dot(j, r)) / length) : widest;
        }
        return widest;
    }

    /** Shrinks the radius until a step is accepted; false where no step promises any gain, that is at the optimum. */
    private boolean improve(int[] moving) {
        StepSolver decomposition = decompose(moving);
        while (radius > SMALLEST_RADIUS) {
            double damping = damping(decomposition);
            double[] step = decomposition.solve(damping);
            double[] accelerated = accelerated(moving, step, decomposition, damping);
            double length = tryStep(moving, step);
            double predicted = predictedReduction();
            double reached = objective.residuals(trial, rTrial);
            if (accelerated.length > 0) {
                reached = takeBetter(moving, step, reached, accelerated);
            }
            double actual = Double.isNaN(reached) ? Double.NEGATIVE_INFINITY : value - reached;
            boolean last = length <= STEP_TOLERANCE * scaledNorm()
                    || (predicted <= EPSILON * value && Math.abs(actual) <= EPSILON * value);
            boolean trusted = last || accelerated.length > 0;
            double gain = trusted && predicted > 0 ? actual / predicted : 0;
            adjustRadius(gain, length, damping);
            if (gain > 1e-4) {
                System.arraycopy(trial, 0, theta, 0, theta.length);
                value = reached;
                return !last;
            }
            if (last) {
                return false;
            }
        }
        return false;
    }

    private StepSolver decompose(int[] moving) {
        return StepSolver.of(objective, columns, moving, diagonal, r);
    }

    private void adjustRadius(double gain, double length, double damping) {
        if (gain < 0.25) {
            radius = Math.min(radius, length) * (gain < 0 ? 0.25 : 0.5);
        } else if (gain > 0.75 || damping == 0) {
            radius = Math.max(radius, 2 * length);
        }
    }

    /** The damping for which the scaled step has the radius's length to 10 %; zero where the full step is shorter. */
    private double damping(StepSolver d) {
        double damping = 0;
        double length = d.lengthAt(0);
        for (int i = 0; i < 100 && length > 1.1 * radius; i++) {
            // Hebden's step: Newton's on 1/radius − 1/length, which is nearly linear in the damping.
            damping += (length - radius) / radius * length / -d.lengthSlopeAt(damping);
            length = d.lengthAt(damping);
        }
        return damping;
    }

    /**
     * The step with its geodesic acceleration, half the second-order correction that follows the model's bend along the
     * step. Empty where the correction is not small beside the step, the sign that the linear model is not to be
     * believed so far out, or where the model does not exist.
     */
    private double[] accelerated(int[] moving, double[] step, StepSolver decomposition, double damping) {
        double[] probe = Arrays.stream(step).map(part -> PROBE * part).toArray();
        double length = tryStep(moving, probe);
        if (length == 0 || Double.isNaN(objective.residuals(trial, rTrial))) {
            return new double[0];
        }
        double[] bend = image();
        for (int i = 0; i < bend.length; i++) {
            bend[i] = 2 / (PROBE * PROBE) * (r[i] - objective.lossRoot(rTrial[i]) * rTrial[i] - bend[i]);
        }
        double[] product = new double[step.length];
        for (int m = 0; m < step.length; m++) {
            product[m] = -dot(moving[m], bend) / diagonal[moving[m]];
        }
        double[] correction = decomposition.solveNormal(product, damping);
        if (!(2 * Vectors.norm(correction) <= MOST_ACCELERATION * Vectors.norm(step))) {
            return new double[0];
        }
        for (int m = 0; m < step.length; m++) {
            correction[m] = step[m] + 0.5 * correction[m];
        }
        return correction;
    }

    /** Leaves the better of the plain and the accelerated trial point in place and returns its value. */
    private double takeBetter(int[] moving, double[] step, double plain, double[] accelerated) {
        tryStep(moving, accelerated);
        double reached = objective.residuals(trial, rTrial);
        if (reached < plain || Double.isNaN(plain)) {
            return reached;
        }
        tryStep(moving, step);
        return plain;
    }

    /** Sets the trial point to the projection of theta + step; returns the scaled length of what is left of the step. */
    private double tryStep(int[] moving, double[] scaledStep) {
        System.arraycopy(theta, 0, trial, 0, theta.length);
        double length = 0;
        for (int m = 0; m < moving.length; m++) {
            int global = objective.globalOf(moving[m]);
            Parameter parameter = objective.freeParameter(moving[m]);
            double to = theta[global] + scaledStep[m] / diagonal[moving[m]];
            trial[global] = Math.min(parameter.upper(), Math.max(parameter.lower(), to));
            length = StrictMath.hypot(length, (trial[global] - theta[global]) * diagonal[moving[m]]);
        }
        return length;
    }

    /** J times the step from theta to the trial point. */
    private double[] image() {
        double[] image = new double[r.length];
        for (int j = 0; j < columns.length; j++) {
            double step = trial[objective.globalOf(j)] - theta[objective.globalOf(j)];
            int to = step == 0 ? 0 : objective.to(j);
            for (int i = objective.from(j); i < to; i++) {
                image[i] += step * columns[j][i];
            }
        }
        return image;
    }

    /** ‖r‖² − ‖r − J s‖² for the step as taken, summed as (J s)ᵀ(2r − J s) so that it does not cancel. */
    private double predictedReduction() {
        double[] image = image();
        double sum = 0;
        for (int i = 0; i < image.length; i++) {
            sum += image[i] * (2 * r[i] - image[i]);
        }
        return sum;
    }

    private double scaledNorm() {
        double length = 0;
        for (int j = 0; j < diagonal.length; j++) {
            length = StrictMath.hypot(length, diagonal[j] * theta[objective.globalOf(j)]);
        }
        return length;
    }
}
