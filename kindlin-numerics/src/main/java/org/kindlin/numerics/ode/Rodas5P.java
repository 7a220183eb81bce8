package org.kindlin.numerics.ode;

import static org.kindlin.numerics.ode.Rodas5PTableau.C2;
import static org.kindlin.numerics.ode.Rodas5PTableau.C3;
import static org.kindlin.numerics.ode.Rodas5PTableau.C4;
import static org.kindlin.numerics.ode.Rodas5PTableau.C5;
import static org.kindlin.numerics.ode.Rodas5PTableau.D1;
import static org.kindlin.numerics.ode.Rodas5PTableau.D2;
import static org.kindlin.numerics.ode.Rodas5PTableau.D3;
import static org.kindlin.numerics.ode.Rodas5PTableau.D4;
import static org.kindlin.numerics.ode.Rodas5PTableau.D5;
import static org.kindlin.numerics.ode.Rodas5PTableau.GAMMA;

import java.util.Arrays;
import org.kindlin.numerics.sparse.SparseLu;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * Rodas5P, a stiffly accurate, L-stable Rosenbrock method of order five with eight stages, an embedded method of order
 * four and dense output of order four, for stiff problems and algebraic states of index one (G. Steinebach, BIT Numer.
 * Math. 63:27, 2023). One Jacobian and one factorisation a step; ∂f/∂t by a difference.
 */
final class Rodas5P extends Stepper {
    private final SparsePattern pattern;
    private final boolean autonomous;
    private final double[] timeSlope;
    private final double[] argument;
    private final double[] slope;
    private final double[][] dense = new double[3][];
    private boolean denseReady;
    private boolean jacobianReady;
    private boolean jacobianKnown;

    final SparseLu matrix;
    final double[] jacobian;
    /** Ones, and zeros for algebraic states. */
    final double[] mass;
    /** The stages of the last attempt. */
    final double[][] stage = new double[8][];

    long jacobians;
    long factorisations;

    Rodas5P(OdeSystem system, double relative, double[] absolute) {
        super(system, relative, absolute);
        pattern = system.jacobianPattern();
        autonomous = system.isAutonomous();
        matrix = new SparseLu(pattern, system::luKernel);
        jacobian = new double[pattern.nonZeros()];
        mass = new double[size];
        for (int i = 0; i < size; i++) {
            mass[i] = system.isAlgebraic(i) ? 0 : 1;
        }
        timeSlope = new double[size];
        argument = new double[size];
        slope = new double[size];
        for (int i = 0; i < stage.length; i++) {
            stage[i] = new double[size];
        }
        for (int i = 0; i < dense.length; i++) {
            dense[i] = new double[size];
        }
    }

    @Override
    int errorOrder() {
        return 5;
    }

    @Override
    boolean begin(double time, double[] state) {
        jacobianReady = false;
        jacobianKnown = false;
        return super.begin(time, state);
    }

    @Override
    boolean proceed() {
        startTime = endTime;
        double[] old = start;
        start = end;
        end = old;
        System.arraycopy(start, 0, end, 0, size);
        jacobianReady = jacobianKnown;
        jacobianKnown = false;
        evaluate(startTime, start, startSlope);
        return allFinite(startSlope);
    }

    /** Takes the Jacobian at the end of the step just accepted from who has it already. */
    void knowEndJacobian(double[] values) {
        System.arraycopy(values, 0, jacobian, 0, jacobian.length);
        jacobianKnown = allFinite(jacobian);
    }

    @Override
    double attempt(double h, double newTime) {
        endTime = newTime;
        denseReady = false;
        if (!jacobianReady) {
            jacobians++;
            system.jacobian(startTime, start, jacobian);
            if (!allFinite(jacobian)) {
                return Double.NaN;
            }
            jacobianReady = true;
        }
        if (!autonomous) {
            differentiateInTime(h);
        }
        factorisations++;
        if (!matrix.factor(jacobian, 1 / (h * GAMMA), mass)) {
            return Double.POSITIVE_INFINITY;
        }
        stages(h, newTime);
        return error();
    }

    private void differentiateInTime(double h) {
        double later = startTime + Math.max(1e-7 * h, Math.min(128 * Math.ulp(startTime), h));
        evaluate(later, start, timeSlope);
        double factor = 1 / (later - startTime);
        for (int i = 0; i < size; i++) {
            timeSlope[i] = (timeSlope[i] - startSlope[i]) * factor;
        }
        if (!allFinite(timeSlope)) {
            Arrays.fill(timeSlope, 0);
        }
    }

    private void stages(double h, double newTime) {
        double[] y = start;
        double[] a = argument;
        double[] u1 = stage[0];
        double[] u2 = stage[1];
        double[] u3 = stage[2];
        double[] u4 = stage[3];
        double[] u5 = stage[4];
        double[] u6 = stage[5];
        double[] u7 = stage[6];
        int n = size;
        for (int i = 0; i < n; i++) {
            u1[i] = startSlope[i] + h * D1 * timeSlope[i];
        }
        matrix.solve(u1);
        for (int i = 0; i < n; i++) {
            a[i] = y[i] + 3.0 * u1[i];
        }
        evaluate(startTime + C2 * h, a, slope);
        double r = 1 / h;
        for (int i = 0; i < n; i++) {
            u2[i] = slope[i] + h * D2 * timeSlope[i] + r * mass[i] * (-14.155112264123755 * u1[i]);
        }
        matrix.solve(u2);
        for (int i = 0; i < n; i++) {
            a[i] = y[i] + 2.849394379747939 * u1[i] + 0.45842242204463923 * u2[i];
        }
        evaluate(startTime + C3 * h, a, slope);
        for (int i = 0; i < n; i++) {
            u3[i] = slope[i]
                    + h * D3 * timeSlope[i]
                    + r * mass[i] * (-17.97296035885952 * u1[i] - 2.859693295451294 * u2[i]);
        }
        matrix.solve(u3);
        for (int i = 0; i < n; i++) {
            a[i] = y[i] - 6.954028509809101 * u1[i] + 2.489845061869568 * u2[i] - 10.358996098473584 * u3[i];
        }
        evaluate(startTime + C4 * h, a, slope);
        for (int i = 0; i < n; i++) {
            u4[i] = slope[i]
                    + h * D4 * timeSlope[i]
                    + r * mass[i] * (147.12150275711716 * u1[i] - 1.41221402718213 * u2[i] + 71.68940251302358 * u3[i]);
        }
        matrix.solve(u4);
        for (int i = 0; i < n; i++) {
            a[i] = y[i]
                    + 2.8029986275628964 * u1[i]
                    + 0.5072464736228206 * u2[i]
                    - 0.3988312541770524 * u3[i]
                    - 0.04721187230404641 * u4[i];
        }
        evaluate(startTime + C5 * h, a, slope);
        for (int i = 0; i < n; i++) {
            u5[i] = slope[i]
                    + h * D5 * timeSlope[i]
                    + r
                            * mass[i]
                            * (165.43517024871676 * u1[i]
                                    - 0.4592823456491126 * u2[i]
                                    + 42.90938336958603 * u3[i]
                                    - 5.961986721573306 * u4[i]);
        }
        matrix.solve(u5);
        for (int i = 0; i < n; i++) {
            a[i] = y[i]
                    - 7.502846399306121 * u1[i]
                    + 2.561846144803919 * u2[i]
                    - 11.627539656261098 * u3[i]
                    - 0.18268767659942256 * u4[i]
                    + 0.030198172008377946 * u5[i];
        }
        evaluate(newTime, a, slope);
        for (int i = 0; i < n; i++) {
            u6[i] = slope[i]
                    + r
                            * mass[i]
                            * (24.854864614690072 * u1[i]
                                    - 3.0009227002832186 * u2[i]
                                    + 47.4931110020768 * u3[i]
                                    + 5.5814197821558125 * u4[i]
                                    - 0.6610691825249471 * u5[i]);
        }
        matrix.solve(u6);
        lastStages(r, newTime, u6, u7);
    }

    private void lastStages(double r, double newTime, double[] u6, double[] u7) {
        double[] a = argument;
        double[] u1 = stage[0];
        double[] u2 = stage[1];
        double[] u3 = stage[2];
        double[] u4 = stage[3];
        double[] u5 = stage[4];
        double[] u8 = stage[7];
        int n = size;
        for (int i = 0; i < n; i++) {
            a[i] += u6[i];
        }
        evaluate(newTime, a, slope);
        for (int i = 0; i < n; i++) {
            u7[i] = slope[i]
                    + r
                            * mass[i]
                            * (30.91273214028599 * u1[i]
                                    - 3.1208243349937974 * u2[i]
                                    + 77.79954646070892 * u3[i]
                                    + 34.28646028294783 * u4[i]
                                    - 19.097331116725623 * u5[i]
                                    - 28.087943162872662 * u6[i]);
        }
        matrix.solve(u7);
        for (int i = 0; i < n; i++) {
            a[i] += u7[i];
        }
        evaluate(newTime, a, slope);
        for (int i = 0; i < n; i++) {
            u8[i] = slope[i]
                    + r
                            * mass[i]
                            * (37.80277123390563 * u1[i]
                                    - 3.2571969029072276 * u2[i]
                                    + 112.26918849496327 * u3[i]
                                    + 66.9347231244047 * u4[i]
                                    - 40.06618937091002 * u5[i]
                                    - 54.66780262877968 * u6[i]
                                    - 9.48861652309627 * u7[i]);
        }
        matrix.solve(u8);
        for (int i = 0; i < n; i++) {
            end[i] = a[i] + u8[i];
        }
    }

    private double error() {
        double[] difference = stage[7];
        double largest = 0;
        double check = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(difference[i]) / scale(i, start[i], end[i]));
            check += end[i] * 0;
        }
        return check == 0 ? largest : Double.NaN;
    }

    /** A bound of the largest rate that acts at the starting point: the smaller of two norms of the Jacobian. */
    double rateBound() {
        double rows = 0;
        Arrays.fill(argument, 0);
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = pattern.rowStart(i); k < pattern.rowStart(i + 1); k++) {
                double magnitude = Math.abs(jacobian[k]);
                sum += magnitude;
                argument[pattern.column(k)] += magnitude;
            }
            rows = Math.max(rows, sum);
        }
        double columns = 0;
        for (int i = 0; i < size; i++) {
            columns = Math.max(columns, argument[i]);
        }
        return Math.min(rows, columns);
    }

    /** Weights of the stages in the three terms of dense output. */
    static final double[][] DENSE = {Rodas5PTableau.dense(0), Rodas5PTableau.dense(1), Rodas5PTableau.dense(2)};

    @Override
    public void interpolate(double x, double[] state) {
        if (!denseReady) {
            prepareDense();
        }
        double r = 1 - x;
        for (int i = 0; i < size; i++) {
            double bend = dense[0][i] + x * (dense[1][i] + x * dense[2][i]);
            state[i] = r * start[i] + x * (end[i] + r * bend);
        }
    }

    @Override
    void rest() {
        for (double[] term : dense) {
            Arrays.fill(term, 0);
        }
        denseReady = true;
    }

    private void prepareDense() {
        for (int term = 0; term < dense.length; term++) {
            combineStages(DENSE[term], dense[term]);
        }
        denseReady = true;
    }

    /** One pass with the weights in registers. */
    private void combineStages(double[] weights, double[] into) {
        double[] u0 = stage[0];
        double[] u1 = stage[1];
        double[] u2 = stage[2];
        double[] u3 = stage[3];
        double[] u4 = stage[4];
        double[] u5 = stage[5];
        double[] u6 = stage[6];
        double[] u7 = stage[7];
        double a = weights[0];
        double b = weights[1];
        double c = weights[2];
        double d = weights[3];
        double e = weights[4];
        double f = weights[5];
        double g = weights[6];
        double h = weights[7];
        for (int i = 0; i < size; i++) {
            double sum = 0.0 + a * u0[i] + b * u1[i] + c * u2[i] + d * u3[i];
            into[i] = sum + e * u4[i] + f * u5[i] + g * u6[i] + h * u7[i];
        }
    }
}
