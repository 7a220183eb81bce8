package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.numerics.statistics.Descriptive;

/** A line through the middles of a lane: straight, or bent where many slices say so; slices that show something else do not pull it. */
final class LineFit {
    private static final int FOR_A_BEND = 8;
    private static final int TURNS = 20;
    private static final double SLIP = 2; // pixels
    private static final double FAR = 8; // pixels off the others: such a slice shows something else than the lane

    private record Middle(double t, double x, double strength) {}

    private final List<Middle> middles = new ArrayList<>();

    void add(double t, double x, double strength) {
        middles.add(new Middle(t, x, strength));
    }

    /**
     * What is left beside a lean that is known, and the lean; slices with next to no signal beside the strongest do not count,
     * weaker ones count less.
     */
    MiddleLine line(double otherwise, double lean, double strongest) {
        List<Middle> upright = middles.stream()
                .filter(middle -> middle.strength() > 0.05 * strongest)
                .map(middle -> new Middle(middle.t(), middle.x() - lean * middle.t(), middle.strength()))
                .toList();
        MiddleLine rest = upright.isEmpty() ? MiddleLine.upright(otherwise) : line(upright);
        double[] terms = Arrays.copyOf(rest.terms(), Math.max(2, rest.terms().length));
        terms[1] += lean;
        return lean == 0 ? rest : new MiddleLine(terms, rest.from(), rest.to());
    }

    private static MiddleLine line(List<Middle> middles) {
        double[] first = settled(middles);
        double typical = Descriptive.median(
                middles.stream().mapToDouble(middle -> miss(first, middle)).toArray());
        double most = Math.max(FAR, FAR / SLIP * typical);
        List<Middle> seen =
                middles.stream().filter(middle -> miss(first, middle) <= most).toList();
        return new MiddleLine(settled(seen), seen.getFirst().t(), seen.getLast().t());
    }

    /** As many terms as slices speak for, each counting by its strength, and less the farther it lies off. */
    private static double[] settled(List<Middle> middles) {
        double length = middles.getLast().t() - middles.getFirst().t();
        int terms = middles.size() >= FOR_A_BEND && length > 0.4 ? 3 : middles.size() >= 3 && length > 0.25 ? 2 : 1;
        double[] line = {};
        double[] weight = middles.stream().mapToDouble(Middle::strength).toArray();
        boolean isSettled = false;
        for (int turn = 0; turn < TURNS && !isSettled; turn++) {
            line = solve(middles, weight, terms);
            double[] before = weight.clone();
            for (int i = 0; i < weight.length; i++) {
                Middle middle = middles.get(i);
                weight[i] = middle.strength() / Math.max(1, miss(line, middle) / SLIP);
            }
            isSettled = Arrays.equals(before, weight);
        }
        return line;
    }

    private static double miss(double[] line, Middle middle) {
        return Math.abs(middle.x() - value(line, middle.t()));
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
