package org.kindlin.numerics.hazard;

/** The partial likelihood with Firth's penalty, half the log determinant of the information, and its gradient. */
final class FirthLikelihood implements RiskSets.Visitor {
    private final RiskSets sets;
    private final boolean isEfron;
    private final double[] eta;
    private final double[] score;
    private final double[] information;
    /** Derivative of the information, symmetric in all three places, packed. */
    private final double[] slope;

    private double logLikelihood;

    /** Log-likelihood with its penalty; minus infinity where the information is singular. */
    double penalised = Double.NEGATIVE_INFINITY;
    /** Gradient of the penalised log-likelihood. */
    final double[] gradient;

    private FirthLikelihood(RiskSets sets, Ties ties, double[] beta) {
        this.sets = sets;
        isEfron = ties == Ties.EFRON;
        eta = sets.predictor(beta);
        int p = sets.terms;
        score = new double[p];
        gradient = new double[p];
        information = new double[p * (p + 1) / 2];
        slope = new double[p * (p + 1) * (p + 2) / 6];
    }

    static FirthLikelihood at(double[] beta, RiskSets sets, Ties ties) {
        FirthLikelihood likelihood = new FirthLikelihood(sets, ties, beta);
        sets.sweep(RiskSetLikelihood.weights(likelihood.eta), likelihood, true);
        likelihood.penalise();
        return likelihood;
    }

    PackedCholesky curvature() {
        return PackedCholesky.of(information, sets.terms);
    }

    double[] information() {
        return information;
    }

    @Override
    public void visit(int first, int from, int to, int deaths, RiskSums risk, RiskSums tied) {
        for (int i = from; i < to; i++) {
            for (int j = 0; sets.event[i] && j < sets.terms; j++) {
                score[j] += sets.column[j][i];
            }
            logLikelihood += sets.event[i] ? eta[i] : 0;
        }
        for (int k = 0; k < deaths; k++) {
            add(risk, tied, isEfron ? (double) k / deaths : 0);
        }
    }

    /** First, second and third central moments of the covariates over the risk set. */
    private void add(RiskSums risk, RiskSums tied, double share) {
        int p = sets.terms;
        double total = risk.weight - share * tied.weight;
        logLikelihood -= StrictMath.log(total);
        double[] m = new double[p];
        double[] v = new double[information.length];
        int two = 0;
        int three = 0;
        for (int j = 0; j < p; j++) {
            m[j] = (risk.first[j] - share * tied.first[j]) / total;
            score[j] -= m[j];
            for (int k = 0; k <= j; k++) {
                v[two] = (risk.second[two] - share * tied.second[two]) / total - m[j] * m[k];
                information[two] += v[two];
                for (int l = 0; l <= k; l++) {
                    double raw = (risk.third[three] - share * tied.third[three]) / total;
                    slope[three] +=
                            raw - m[j] * v[packed(k, l)] - m[k] * v[packed(j, l)] - m[l] * v[two] - m[j] * m[k] * m[l];
                    three++;
                }
                two++;
            }
        }
    }

    private static int packed(int j, int k) {
        return j >= k ? j * (j + 1) / 2 + k : k * (k + 1) / 2 + j;
    }

    private void penalise() {
        PackedCholesky curvature = curvature();
        if (!curvature.isPositiveDefinite()) {
            return;
        }
        penalised = logLikelihood + curvature.logDeterminant() / 2;
        double[][] inverse = curvature.inverse();
        int three = 0;
        System.arraycopy(score, 0, gradient, 0, score.length);
        for (int j = 0; j < sets.terms; j++) {
            for (int k = 0; k <= j; k++) {
                for (int l = 0; l <= k; l++) {
                    spread(j, k, l, slope[three++], inverse);
                }
            }
        }
    }

    /** Adds half the trace of the inverse information times its slope, for every order of three places. */
    private void spread(int j, int k, int l, double value, double[][] inverse) {
        gradient[l] += value * inverse[j][k] * (j == k ? 0.5 : 1);
        if (k != l) {
            gradient[k] += value * inverse[j][l] * (j == l ? 0.5 : 1);
        }
        if (j != k) {
            gradient[j] += value * inverse[k][l] * (k == l ? 0.5 : 1);
        }
    }
}
