package org.kindlin.mechanism.inference;

import java.util.Arrays;

/**
 * What the Fisher information lacks of the Hessian, from changes of the gradient: the update of NL2SOL (J. E. Dennis, D. M.
 * Gay, R. E. Welsch, ACM TOMS 7:348, 1981) with its sizing. Where residuals are large, or several parameters act against each
 * other along a bent valley, it makes many small steps one. A workspace.
 */
final class CurvatureCorrection {
    private final int size;
    private final double[][] lacking;
    private final double[] along;
    private final double[] missed;

    CurvatureCorrection(int size) {
        this.size = size;
        this.lacking = new double[size][size];
        this.along = new double[size];
        this.missed = new double[size];
    }

    void forget() {
        for (double[] row : lacking) {
            Arrays.fill(row, 0);
        }
    }

    /**
     * Learns from a step.
     *
     * @param turned change of the gradient
     * @param information the Fisher information at the end of the step
     */
    void learn(double[] step, double[] turned, double[][] information) {
        double curvature = 0; // s·y
        double explained = 0; // s·y#, y# what the information does not explain
        double size2 = 0; // s·A s
        for (int i = 0; i < size; i++) {
            double informed = 0;
            along[i] = 0;
            for (int j = 0; j < size; j++) {
                informed += information[i][j] * step[j];
                along[i] += lacking[i][j] * step[j];
            }
            missed[i] = turned[i] - informed;
            curvature += step[i] * turned[i];
            explained += step[i] * missed[i];
            size2 += step[i] * along[i];
        }
        if (!(curvature > 0)) {
            return;
        }
        double sizing = size2 == 0 ? 1 : Math.min(1, Math.abs(explained) / Math.abs(size2));
        double left = 0; // s·(y# − A s)
        for (int i = 0; i < size; i++) {
            missed[i] -= sizing * along[i];
            left += step[i] * missed[i];
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                lacking[i][j] = sizing * lacking[i][j]
                        + (missed[i] * turned[j] + turned[i] * missed[j]) / curvature
                        - left * turned[i] * turned[j] / (curvature * curvature);
            }
        }
    }

    /** The Fisher information and what it lacks. */
    void complete(double[][] information, double[][] into) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                into[i][j] = information[i][j] + lacking[i][j];
            }
        }
    }
}
