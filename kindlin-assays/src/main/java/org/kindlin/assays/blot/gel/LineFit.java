package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.List;

/** A line through the middles of a lane: straight, or bent where many slices say so; single slips do not pull it. */
final class LineFit {
    private static final int FOR_A_BEND = 8;
    private static final int TURNS = 20;
    private static final double SLIP = 2;

    private record Middle(double t, double x, double strength) {}

    private final List<Middle> middles = new ArrayList<>();

    void add(double t, double x, double strength) {
        middles.add(new Middle(t, x, strength));
    }

    /**
     * Coefficients in t of what is left beside a lean that is known, and the lean; slices with next to no signal beside the
     * strongest do not count.
     */
    double[] line(double otherwise, double lean, double strongest) {
        LineFit upright = new LineFit();
        middles.forEach(middle -> upright.add(middle.t(), middle.x() - lean * middle.t(), middle.strength()));
        double[] rest = upright.line(otherwise, strongest);
        double[] line = java.util.Arrays.copyOf(rest, lean == 0 ? rest.length : Math.max(2, rest.length));
        if (lean != 0) {
            line[1] += lean;
        }
        return line;
    }

    private double[] line(double otherwise, double strongest) {
        List<Middle> used = middles.stream()
                .filter(middle -> middle.strength() > 0.05 * strongest)
                .toList();
        if (used.isEmpty()) {
            return new double[] {otherwise};
        }
        double low = used.stream().mapToDouble(Middle::t).min().orElseThrow();
        double high = used.stream().mapToDouble(Middle::t).max().orElseThrow();
        int terms = used.size() >= FOR_A_BEND && high - low > 0.4 ? 3 : used.size() >= 3 && high - low > 0.25 ? 2 : 1;
        double[] line = {otherwise};
        double[] weight = new double[used.size()];
        java.util.Arrays.fill(weight, 1);
        boolean isSettled = false;
        for (int turn = 0; turn < TURNS && !isSettled; turn++) {
            line = solve(used, weight, terms);
            double[] before = weight.clone();
            for (int i = 0; i < weight.length; i++) {
                double t = used.get(i).t();
                double miss = used.get(i).x() - value(line, t);
                weight[i] = 1 / Math.max(1, Math.abs(miss) / SLIP);
            }
            isSettled = java.util.Arrays.equals(before, weight);
        }
        return line;
    }

    private static double value(double[] line, double t) {
        double sum = 0;
        for (int i = line.length - 1; i >= 0; i--) {
            sum = sum * t + line[i];
        }
        return sum;
    }

    private static double[] solve(List<Middle> middles, double[] weight, int terms) {
        double[] moments = new double[2 * terms - 1];
        double[][] a = new double[terms][terms + 1];
        for (int m = 0; m < weight.length; m++) {
            Middle middle = middles.get(m);
            double power = weight[m];
            for (int i = 0; i < moments.length; i++) {
                moments[i] += power;
                if (i < terms) {
                    a[i][terms] += power * middle.x();
                }
                power *= middle.t();
            }
        }
        for (int i = 0; i < terms; i++) {
            System.arraycopy(moments, i, a[i], 0, terms);
        }
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < terms; j++) {
                if (j != i) {
                    double factor = a[j][i] / a[i][i];
                    for (int k = i; k <= terms; k++) {
                        a[j][k] -= factor * a[i][k];
                    }
                }
            }
        }
        double[] solution = new double[terms];
        for (int i = 0; i < terms; i++) {
            solution[i] = a[i][terms] / a[i][i];
        }
        return solution;
    }
}
