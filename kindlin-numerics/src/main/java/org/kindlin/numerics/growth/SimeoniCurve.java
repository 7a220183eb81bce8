package org.kindlin.numerics.growth;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Simeoni's model on the times of one arm by Runge and Kutta's fourth-order steps of at most a tenth of a day that end at every dose: to
 * 1e-6 of the volume where the slowest steps are (against {@link SimeoniModel}, which is exact to 1e-11), and fast enough to be fitted.
 */
final class SimeoniCurve {
    private static final double LONGEST_STEP = 0.1;
    private static final double ROUNDING = 1e-9;

    /** Ends of steps, the first being zero. */
    private final double[] node;

    /** Concentration at the beginning, the middle and the end of each step. */
    private final double[] begin;

    private final double[] middle;
    private final double[] end;

    /** The curve on a grid up to the last time. */
    SimeoniCurve(SimeoniModel.Exposure exposure, double[] times, double last) {
        TreeSet<Double> stops = new TreeSet<>();
        stops.add(0.0);
        stops.add(last);
        exposure.jumps().stream().filter(at -> at > 0 && at < last).forEach(stops::add);
        for (double time : times) {
            stops.add(time);
        }
        double[] nodes = new double[0];
        double before = 0;
        for (double stop : stops) {
            int steps = Math.max(1, (int) Math.ceil((stop - before) / LONGEST_STEP - ROUNDING));
            int from = nodes.length;
            nodes = Arrays.copyOf(nodes, from + (stop == 0 ? 1 : steps));
            for (int i = 1; i <= nodes.length - from; i++) {
                nodes[from + i - 1] = stop == 0 ? 0 : before + (stop - before) * i / steps;
            }
            before = stop;
        }
        node = nodes;
        begin = new double[node.length];
        middle = new double[node.length];
        end = new double[node.length];
        for (int i = 1; i < node.length; i++) {
            double step = node[i] - node[i - 1];
            begin[i] = exposure.concentration(node[i - 1]);
            middle[i] = exposure.concentration(node[i - 1] + step / 2);
            end[i] = exposure.concentration(node[i] - ROUNDING * step); // before a dose that is given here
        }
    }

    /** Logarithm of the volume at increasing times that are nodes. */
    double[] logVolume(double start, SimeoniModel model, double[] times) {
        double[] x = {start, 0, 0, 0};
        double[][] k = new double[4][4];
        double[] at = new double[4];
        double[] log = new double[times.length];
        int next = 0;
        for (int i = 0; i < node.length && next < times.length; i++) {
            if (i > 0) {
                step(x, k, at, model, i);
            }
            while (next < times.length && times[next] <= node[i] + ROUNDING) {
                log[next++] = Math.log(Math.max(Double.MIN_NORMAL, x[0] + x[1] + x[2] + x[3]));
            }
        }
        return log;
    }

    private void step(double[] x, double[][] k, double[] at, SimeoniModel model, int i) {
        double h = node[i] - node[i - 1];
        slope(x, begin[i], model, k[0]);
        for (int stage = 1; stage < 4; stage++) {
            double part = stage == 3 ? h : h / 2;
            for (int j = 0; j < 4; j++) {
                at[j] = x[j] + part * k[stage - 1][j];
            }
            slope(at, stage == 3 ? end[i] : middle[i], model, k[stage]);
        }
        for (int j = 0; j < 4; j++) {
            x[j] += h / 6 * (k[0][j] + 2 * k[1][j] + 2 * k[2][j] + k[3][j]);
        }
    }

    private static void slope(double[] x, double concentration, SimeoniModel model, double[] to) {
        double ratio = Math.max(0, x[0] + x[1] + x[2] + x[3]) * model.exponentialRate() / model.linearRate();
        double slowing = Math.exp(-Math.log1p(Math.pow(ratio, model.switching())) / model.switching());
        double hit = model.potency() * concentration * x[0];
        to[0] = model.exponentialRate() * x[0] * slowing - hit;
        to[1] = hit - model.deathRate() * x[1];
        to[2] = model.deathRate() * (x[1] - x[2]);
        to[3] = model.deathRate() * (x[2] - x[3]);
    }
}
