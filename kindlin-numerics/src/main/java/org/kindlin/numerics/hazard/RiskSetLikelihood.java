package org.kindlin.numerics.hazard;

/**
 * The partial likelihood built up from risk set to risk set, as delayed entry and exact ties need it: Efron's and Breslow's
 * forms for every event time, the exact conditional form where events are tied.
 */
final class RiskSetLikelihood implements RiskSets.Visitor {
    private final RiskSets sets;
    private final Ties ties;
    private final double[] eta;
    private final double[] weight;
    private final double[] mean;

    private final double[] score;
    private final double[] information;
    private double logLikelihood;

    private RiskSetLikelihood(RiskSets sets, Ties ties, double[] beta) {
        this.sets = sets;
        this.ties = ties;
        eta = sets.predictor(beta);
        weight = weights(eta);
        mean = new double[sets.terms];
        score = new double[sets.terms];
        information = new double[sets.terms * (sets.terms + 1) / 2];
    }

    /** At these coefficients of the scaled covariates. */
    static PartialLikelihood at(double[] beta, RiskSets sets, Ties ties) {
        RiskSetLikelihood likelihood = new RiskSetLikelihood(sets, ties, beta);
        sets.sweep(likelihood.weight, likelihood);
        return new PartialLikelihood(likelihood.logLikelihood, likelihood.score, likelihood.information);
    }

    static double[] weights(double[] eta) {
        double[] weight = new double[eta.length];
        for (int i = 0; i < eta.length; i++) {
            weight[i] = StrictMath.exp(eta[i]);
        }
        return weight;
    }

    @Override
    public void visit(int first, int from, int to, int deaths, RiskSums risk, RiskSums tied) {
        for (int i = from; i < to; i++) {
            if (sets.event[i]) {
                logLikelihood += eta[i];
                addRow(i);
            }
        }
        if (ties == Ties.EXACT && deaths > 1) {
            exact(first, from, to, deaths);
            return;
        }
        for (int k = 0; k < deaths; k++) {
            add(risk, tied, ties == Ties.EFRON ? (double) k / deaths : 0);
        }
    }

    private void addRow(int row) {
        for (int j = 0; j < sets.terms; j++) {
            score[j] += sets.column[j][row];
        }
    }

    private void add(RiskSums risk, RiskSums tied, double share) {
        double total = risk.weight - share * tied.weight;
        double inverse = 1 / total;
        logLikelihood -= StrictMath.log(total);
        int packed = 0;
        for (int j = 0; j < sets.terms; j++) {
            mean[j] = (risk.first[j] - share * tied.first[j]) * inverse;
            score[j] -= mean[j];
            for (int k = 0; k <= j; k++) {
                information[packed] +=
                        (risk.second[packed] - share * tied.second[packed]) * inverse - mean[j] * mean[k];
                packed++;
            }
        }
    }

    private void exact(int first, int from, int to, int deaths) {
        SubsetSums sums = new SubsetSums(sets.terms, deaths);
        double[] row = new double[sets.terms];
        double t = sets.exit[from];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = first; i < to; i++) {
            if (sets.entry.length == 0 || sets.entry[i] < t) {
                largest = Math.max(largest, eta[i]);
            }
        }
        for (int i = first; i < to; i++) {
            if (sets.entry.length == 0 || sets.entry[i] < t) {
                sets.copyRow(i, row);
                sums.add(StrictMath.exp(eta[i] - largest), row, 0);
            }
        }
        logLikelihood -= deaths * largest + StrictMath.log(sums.total()) + sums.logScale();
        int packed = 0;
        for (int j = 0; j < sets.terms; j++) {
            mean[j] = sums.first(j) / sums.total();
            score[j] -= mean[j];
            for (int k = 0; k <= j; k++) {
                information[packed] += sums.second(packed) / sums.total() - mean[j] * mean[k];
                packed++;
            }
        }
    }
}
