package org.kindlin.numerics.regression;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindlin.numerics.statistics.CompensatedSum;

/**
 * The function being minimised, Q(θ) = Σ 2σ² ρ(r/σ) with weighted residuals r = √w (y − f), for weights and scale that
 * are known; for least squares Q = Σ r². Observations are visited in canonical order. Not thread-safe: holds scratch.
 */
final class Objective {
    private final Model model;
    private final ParameterLayout layout;
    private final int[] order;
    private final double[][] predictors;
    private final double[] response;
    private final int[] group;
    private final double[] rootWeight;
    private final Loss loss;
    private final double scale;
    private final int[] columnOfGlobal;
    private final int[] free;
    private final double[] local;
    private final double[] localGradient;

    /** The objective with the observations' own weights and plain least squares. */
    static Objective of(LeastSquaresProblem problem) {
        Observations data = problem.observations();
        int[] order = data.canonicalOrder();
        double[] roots =
                Arrays.stream(order).mapToDouble(i -> Math.sqrt(data.weight(i))).toArray();
        return new Objective(problem, order, roots, Loss.leastSquares(), 1);
    }

    private Objective(LeastSquaresProblem problem, int[] order, double[] rootWeight, Loss loss, double scale) {
        Observations data = problem.observations();
        this.model = problem.model();
        this.layout = problem.layout();
        this.order = order;
        this.predictors = Arrays.stream(order).mapToObj(data::predictors).toArray(double[][]::new);
        this.response = Arrays.stream(order).mapToDouble(data::response).toArray();
        this.group = Arrays.stream(order).map(data::group).toArray();
        this.rootWeight = rootWeight;
        this.loss = loss;
        this.scale = scale;
        this.free = IntStream.range(0, layout.parameters().size())
                .filter(j -> !layout.parameters().get(j).fixed())
                .toArray();
        this.columnOfGlobal = new int[layout.parameters().size()];
        Arrays.fill(columnOfGlobal, -1);
        for (int column = 0; column < free.length; column++) {
            columnOfGlobal[free[column]] = column;
        }
        this.local = new double[layout.modelParameters()];
        this.localGradient = new double[layout.modelParameters()];
    }

    /** The same data under other weights (roots, canonical order), loss and scale. */
    Objective reweighted(LeastSquaresProblem problem, double[] roots, Loss otherLoss, double otherScale) {
        return new Objective(problem, order, roots, otherLoss, otherScale);
    }

    /** The same weights, loss and scale for a problem with other parameters or responses but the same order. */
    Objective restated(LeastSquaresProblem problem) {
        return new Objective(problem, order, rootWeight, loss, scale);
    }

    /** The same weights without the loss. */
    Objective asLeastSquares(LeastSquaresProblem problem) {
        return new Objective(problem, order, rootWeight, Loss.leastSquares(), 1);
    }

    int observations() {
        return response.length;
    }

    int freeCount() {
        return free.length;
    }

    Parameter freeParameter(int column) {
        return layout.parameters().get(free[column]);
    }

    int globalOf(int column) {
        return free[column];
    }

    int[] order() {
        return order;
    }

    double scale() {
        return scale;
    }

    Loss loss() {
        return loss;
    }

    double rootWeight(int row) {
        return rootWeight[row];
    }

    /** The length of the vector √w y. */
    double responseNorm() {
        double[] weighted = new double[response.length];
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = rootWeight[i] * response[i];
        }
        return Vectors.norm(weighted);
    }

    double response(int row) {
        return response[row];
    }

    /** Weighted residuals at these global parameters; the value is Q, or NaN where any is not finite. */
    double residuals(double[] theta, double[] r) {
        for (int i = 0; i < response.length; i++) {
            gather(theta, group[i]);
            r[i] = rootWeight[i] * (response[i] - model.value(local, predictors[i]));
        }
        return total(r);
    }

    /**
     * Weighted residuals with √w ∂f/∂θ by column of free parameter, each row then multiplied by the root of the loss's
     * weight, so that least-squares algebra on the result is a Gauss-Newton step for Q. False where not finite.
     */
    boolean linearise(double[] theta, double[] r, double[][] columns) {
        boolean finite = true;
        for (double[] column : columns) {
            Arrays.fill(column, 0);
        }
        for (int i = 0; i < response.length; i++) {
            gather(theta, group[i]);
            double raw = rootWeight[i] * (response[i] - model.valueAndGradient(local, predictors[i], localGradient));
            double root = lossRoot(raw);
            r[i] = root * raw;
            finite &= Double.isFinite(raw) && scatter(i, root * rootWeight[i], columns);
        }
        return finite;
    }

    /** The root of the weight that the loss gives this weighted residual. */
    double lossRoot(double weightedResidual) {
        return loss instanceof Loss.LeastSquares ? 1 : Math.sqrt(loss.weight(weightedResidual / scale));
    }

    /** Fitted values in canonical order. */
    double[] fitted(double[] theta) {
        double[] fitted = new double[response.length];
        for (int i = 0; i < fitted.length; i++) {
            gather(theta, group[i]);
            fitted[i] = model.value(local, predictors[i]);
        }
        return fitted;
    }

    private boolean scatter(int row, double factor, double[][] columns) {
        boolean finite = true;
        for (int k = 0; k < local.length; k++) {
            int column = columnOfGlobal[layout.globalIndex(group[row], k)];
            if (column >= 0) {
                columns[column][row] += factor * localGradient[k];
                finite &= Double.isFinite(columns[column][row]);
            }
        }
        return finite;
    }

    private void gather(double[] theta, int g) {
        for (int k = 0; k < local.length; k++) {
            local[k] = theta[layout.globalIndex(g, k)];
        }
    }

    private double total(double[] r) {
        CompensatedSum sum = new CompensatedSum();
        boolean squares = loss instanceof Loss.LeastSquares;
        for (double residual : r) {
            sum.add(squares ? residual * residual : 2 * scale * scale * loss.rho(residual / scale));
        }
        return Double.isFinite(sum.value()) ? sum.value() : Double.NaN;
    }
}
