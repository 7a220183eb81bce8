package org.kindlin.numerics.hazard;

/** The hazard increments of one event time, as residuals need them. */
final class EventStep {
    /** Sorted position of the first row that leaves at this time. */
    final int from;

    final int to;
    /** Hazard increment for everyone at risk who does not have the event here. */
    double hazard;
    /** Hazard increment for those who have the event here; less than the others' under Efron's correction. */
    double ownHazard;
    /** Increments weighted by the mean covariates at risk. */
    final double[] weighted;

    final double[] ownWeighted;
    /** Mean covariates that those with the event are compared with. */
    final double[] mean;
    /** What this time adds to the information, packed. */
    final double[] information;

    EventStep(int from, int to, int deaths, Ties ties, RiskSums risk, RiskSums tied) {
        int terms = risk.terms;
        this.from = from;
        this.to = to;
        weighted = new double[terms];
        ownWeighted = new double[terms];
        mean = new double[terms];
        information = new double[terms * (terms + 1) / 2];
        double[] m = new double[terms];
        for (int k = 0; k < deaths; k++) {
            double share = ties == Ties.EFRON ? (double) k / deaths : 0;
            add(share, deaths, m, risk, tied);
        }
    }

    private void add(double share, int deaths, double[] m, RiskSums risk, RiskSums tied) {
        double inverse = 1 / (risk.weight - share * tied.weight);
        hazard += inverse;
        ownHazard += (1 - share) * inverse;
        int packed = 0;
        for (int j = 0; j < m.length; j++) {
            m[j] = (risk.first[j] - share * tied.first[j]) * inverse;
            weighted[j] += m[j] * inverse;
            ownWeighted[j] += (1 - share) * m[j] * inverse;
            mean[j] += m[j] / deaths;
            for (int k = 0; k <= j; k++) {
                information[packed] += (risk.second[packed] - share * tied.second[packed]) * inverse - m[j] * m[k];
                packed++;
            }
        }
    }
}
