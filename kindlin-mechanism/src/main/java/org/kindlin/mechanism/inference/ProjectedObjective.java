package org.kindlin.mechanism.inference;

import java.util.stream.IntStream;

/**
 * A likelihood as a function of the parameters that move courses alone, the others (scales, offsets, noise) being at their best
 * for each course: variable projection (G. H. Golub, V. Pereyra, SIAM J. Numer. Anal. 10:413, 1973), for models "hierarchical
 * optimisation" (C. Loos, S. Krause, J. Hasenauer, Bioinformatics 34:4266, 2018), here by an inner search that simulates nothing, so
 * that it holds for any formula of an observable, and ends in its first step where scales and offsets enter linearly. Gradient: that of the whole likelihood, the inner one being zero there. Fisher
 * information: the Schur complement. A workspace.
 */
final class ProjectedObjective implements Objective {
    private static final int INNER_STEPS = 50;
    private static final int SCANNED = 33;
    private static final int SCANS = 2;

    private final PetabLikelihood whole;
    private final int[] outer;
    private final int[] inner;
    private final double[] lower;
    private final double[] upper;
    private final double[] point;
    private final double[] gradient;
    private final double[][] information;
    private final BoundedNewton innerSearch;
    private boolean scanned;

    /**
     * The projection of a likelihood.
     *
     * @param start where the inner parameters start
     */
    ProjectedObjective(PetabLikelihood whole, Box box, double[] start) {
        this.whole = whole;
        boolean[] moving = whole.moving();
        this.outer = IntStream.range(0, moving.length).filter(i -> moving[i]).toArray();
        this.inner = IntStream.range(0, moving.length).filter(i -> !moving[i]).toArray();
        this.lower = box.lower();
        this.upper = box.upper();
        this.point = start.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.clamp(point[i], lower[i], upper[i]);
        }
        this.gradient = new double[point.length];
        this.information = new double[point.length][point.length];
        this.innerSearch = new BoundedNewton(new Inner(), box.of(inner));
    }

    static double[] of(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }

    /** Places of the parameters that move courses, this objective's variables. */
    int[] outer() {
        return outer.clone();
    }

    /** All parameters at the last evaluation. */
    double[] whole() {
        return point.clone();
    }

    @Override
    public int dimension() {
        return outer.length;
    }

    @Override
    public double value(double[] variables) {
        put(outer, variables);
        double value = whole.value(point);
        if (inner.length == 0 || !Double.isFinite(value)) {
            return value;
        }
        if (!scanned) {
            put(inner, scan());
            scanned = true;
        }
        value = Math.min(value, linearStep(value));
        Optimum best = innerSearch.from(of(point, inner), INNER_STEPS);
        if (best.value() < value) {
            put(inner, best.point());
            return best.value();
        }
        return value;
    }

    @Override
    public double derivatives(double[] variables, double[] slope, double[][] hessian) {
        if (!Double.isFinite(value(variables))) {
            return Double.POSITIVE_INFINITY;
        }
        double value = whole.derivatives(point, gradient, information);
        for (int a = 0; a < outer.length; a++) {
            slope[a] = gradient[outer[a]];
        }
        eliminate();
        for (int a = 0; a < outer.length; a++) {
            for (int b = 0; b < outer.length; b++) {
                hessian[a][b] = information[outer[a]][outer[b]];
            }
        }
        return value;
    }

    /**
     * Goes to where a Newton step in the values themselves, not on their scales, leads, if that is better; tells what it is there. Where
     * an observable is linear in scales and offsets that is their best from anywhere, also from where the observable is next to
     * nothing and the likelihood flat on a logarithmic scale.
     */
    private double linearStep(double value) {
        double reached = whole.alongKeptCourses(point, gradient, information);
        double[] rates = whole.rates();
        double[] unit = new double
                [inner.length]; // of each value, so that the information is one: values differ by many decades
        double[] slope = new double[inner.length];
        boolean[] open = new boolean[inner.length];
        for (int a = 0; a < inner.length; a++) {
            unit[a] = rates[inner[a]] / Math.sqrt(information[inner[a]][inner[a]]);
            open[a] = unit[a] > 0 && Double.isFinite(unit[a]);
            slope[a] = gradient[inner[a]] / rates[inner[a]] * unit[a];
        }
        double[][] curvature = new double[inner.length][inner.length];
        for (int a = 0; a < inner.length; a++) {
            for (int b = 0; b < inner.length; b++) {
                double cross = information[inner[a]][inner[b]] / (rates[inner[a]] * rates[inner[b]]);
                curvature[a][b] = open[a] && open[b] ? cross * unit[a] * unit[b] : 0;
            }
        }
        double[] step = new double[inner.length];
        new TrustRegionStep(inner.length).solve(slope, curvature, open, step, Double.POSITIVE_INFINITY);
        double[] before = of(point, inner);
        for (int a = 0; a < inner.length; a++) {
            int at = inner[a];
            point[at] = open[a] ? whole.moved(at, point[at], step[a] * unit[a], lower[at], upper[at]) : point[at];
        }
        double there = whole.alongKeptCourses(point, gradient, information);
        if (there < Math.min(value, reached)) {
            return there;
        }
        put(inner, before);
        return reached;
    }

    /**
     * The best inner parameters of a coarse scan between their bounds, one after the other: a search from anywhere could end
     * where the observable is next to nothing and the likelihood flat.
     */
    private double[] scan() {
        Inner objective = new Inner();
        double[] best = of(point, inner);
        double lowest = objective.value(best);
        for (int round = 0; round < SCANS; round++) {
            for (int a = 0; a < best.length; a++) {
                double low = lower[inner[a]];
                double width = upper[inner[a]] - low;
                double[] trial = best.clone();
                for (int k = 0; Double.isFinite(width) && k < SCANNED; k++) {
                    trial[a] = low + width * k / (SCANNED - 1);
                    double value = objective.value(trial);
                    if (value < lowest) {
                        lowest = value;
                        best = trial.clone();
                    }
                }
            }
        }
        return best;
    }

    /** Takes the inner parameters that are free out of the information, one after the other. */
    private void eliminate() {
        for (int k : inner) {
            double pivot = information[k][k];
            boolean pressed = point[k] <= lower[k] || point[k] >= upper[k];
            if (pressed || !(pivot > 0)) {
                continue;
            }
            double[] row = information[k].clone();
            for (int i = 0; i < row.length; i++) {
                double factor = row[i] / pivot;
                for (int j = 0; j < row.length; j++) {
                    information[i][j] -= factor * row[j];
                }
            }
        }
    }

    private void put(int[] places, double[] values) {
        for (int a = 0; a < places.length; a++) {
            point[places[a]] = values[a];
        }
    }

    /** The likelihood along the kept courses. */
    private final class Inner implements Objective {
        private final double[] all = new double[point.length];
        private final double[] slope = new double[point.length];
        private final double[][] curvature = new double[point.length][point.length];

        @Override
        public int dimension() {
            return inner.length;
        }

        @Override
        public double value(double[] variables) {
            System.arraycopy(point, 0, all, 0, all.length);
            for (int a = 0; a < inner.length; a++) {
                all[inner[a]] = variables[a];
            }
            return whole.alongKeptCourses(all, slope, curvature);
        }

        @Override
        public double derivatives(double[] variables, double[] into, double[][] hessian) {
            double value = value(variables);
            for (int a = 0; a < inner.length; a++) {
                into[a] = slope[inner[a]];
                for (int b = 0; b < inner.length; b++) {
                    hessian[a][b] = curvature[inner[a]][inner[b]];
                }
            }
            return value;
        }
    }
}
