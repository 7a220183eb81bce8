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
    private final int[] groupFrom;
    private final boolean[] repeats;
    private final double[] rootWeight;
    private final Loss loss;
    private final double scale;
    private final int[] columnOfGlobal;
    private final int[] free;
    private final int[] owner;
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
        this.groupFrom = IntStream.rangeClosed(0, layout.groups())
                .map(g -> (int) Arrays.stream(group).filter(of -> of < g).count())
                .toArray();
        this.repeats = repeats();
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
        this.owner = owners();
        this.local = new double[layout.modelParameters()];
        this.localGradient = new double[layout.modelParameters()];
    }

    /** Whether an observation has the predictors and the group, and so the fitted value, of the one before. */
    private boolean[] repeats() {
        boolean[] same = new boolean[response.length];
        for (int i = 1; i < same.length; i++) {
            same[i] = group[i] == group[i - 1] && Arrays.equals(predictors[i], predictors[i - 1]);
        }
        return same;
    }

    private int[] owners() {
        int[] owners = new int[free.length];
        Arrays.fill(owners, -1);
        boolean[] seen = new boolean[free.length];
        for (int g = 0; g < layout.groups(); g++) {
            for (int k = 0; k < layout.modelParameters(); k++) {
                int column = columnOfGlobal[layout.globalIndex(g, k)];
                if (column >= 0) {
                    owners[column] = seen[column] && owners[column] != g ? -1 : g;
                    seen[column] = true;
                }
            }
        }
        return owners;
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

    int groups() {
        return groupFrom.length - 1;
    }

    /** The first observation of a group, in canonical order; with the number of groups, the number of observations. */
    int groupFrom(int g) {
        return groupFrom[g];
    }

    /** The only group whose observations depend on a free parameter; −1 where there is more than one. */
    int ownerOf(int column) {
        return owner[column];
    }

    /** The first observation that a free parameter may bear on. */
    int from(int column) {
        return owner[column] < 0 ? 0 : groupFrom[owner[column]];
    }

    /** The observation after the last that a free parameter may bear on. */
    int to(int column) {
        return owner[column] < 0 ? response.length : groupFrom[owner[column] + 1];
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
        double value = Double.NaN;
        for (int i = 0; i < response.length; i++) {
            value = repeats[i] ? value : value(theta, i);
            r[i] = rootWeight[i] * (response[i] - value);
        }
        return total(r);
    }

    /**
     * Weighted residuals with √w ∂f/∂θ by column of free parameter (zero at first, later as left by this method), each row then multiplied by the root of the loss's
     * weight, so that least-squares algebra on the result is a Gauss-Newton step for Q. False where not finite.
     */
    boolean linearise(double[] theta, double[] r, double[][] columns) {
        boolean finite = true;
        for (int column = 0; column < columns.length; column++) {
            Arrays.fill(columns[column], from(column), to(column), 0);
        }
        double value = Double.NaN;
        for (int i = 0; i < response.length; i++) {
            value = repeats[i] ? value : valueAndGradient(theta, i);
            double raw = rootWeight[i] * (response[i] - value);
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
            fitted[i] = repeats[i] ? fitted[i - 1] : value(theta, i);
        }
        return fitted;
    }

    private double value(double[] theta, int row) {
        gather(theta, group[row]);
        return model.value(local, predictors[row]);
    }

    /** Leaves the gradient in place for the rows that repeat this one. */
    private double valueAndGradient(double[] theta, int row) {
        gather(theta, group[row]);
        return model.valueAndGradient(local, predictors[row], localGradient);
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
