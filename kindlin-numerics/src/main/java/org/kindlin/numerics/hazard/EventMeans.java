package org.kindlin.numerics.hazard;

/** Totals at risk and mean covariates of events, gathered in blocks; sums of their logarithms and of their products. */
final class EventMeans {
    private final int terms;
    private final double[] deaths = new double[CrossProducts.BLOCK];
    private final double[][] mean;
    private final CrossProducts products;
    private LogProduct totals = new LogProduct();
    private int filled;

    EventMeans(int terms) {
        this.terms = terms;
        mean = new double[terms][CrossProducts.BLOCK];
        products = new CrossProducts(terms);
    }

    void clear() {
        products.clear();
        totals = new LogProduct();
        filled = 0;
    }

    /**
     * Adds events that share one risk set, whose sums stand in the last row of prefix at this place.
     *
     * @return one over the total at risk
     */
    double add(int events, double[][] prefix, int at) {
        double atRisk = prefix[terms][at];
        double inverse = 1 / atRisk;
        for (int k = 0; k < events; k++) {
            totals.multiply(atRisk);
        }
        deaths[filled] = events;
        for (int j = 0; j < terms; j++) {
            mean[j][filled] = prefix[j][at] * inverse;
        }
        next();
        return inverse;
    }

    /** Adds one event whose risk set is the one at this place less a share of those tied. */
    double add(double[][] prefix, int at, double share, double[] tied) {
        double atRisk = prefix[terms][at] - share * tied[terms];
        double inverse = 1 / atRisk;
        totals.multiply(atRisk);
        deaths[filled] = 1;
        for (int j = 0; j < terms; j++) {
            mean[j][filled] = (prefix[j][at] - share * tied[j]) * inverse;
        }
        next();
        return inverse;
    }

    private void next() {
        if (++filled == CrossProducts.BLOCK) {
            flush();
        }
    }

    /** Takes in what has been gathered. */
    void flush() {
        products.add(deaths, mean, 0, filled);
        filled = 0;
    }

    double logTotals() {
        return totals.log();
    }

    CrossProducts products() {
        return products;
    }
}
