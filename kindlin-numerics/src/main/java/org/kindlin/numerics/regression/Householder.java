package org.kindlin.numerics.regression;

/** Householder's reflections of a matrix given by columns (Golub and Van Loan, 4th ed. 2013, section 5.1). */
final class Householder {
    private Householder() {}

    /**
     * Makes the first columns triangular, in place, and applies the reflections to all that follow.
     *
     * @param columns of equal length, a right-hand side among the last of them
     * @param steps how many columns are made triangular, at most their length
     */
    static void triangulate(double[][] columns, int steps) {
        for (int k = 0; k < steps; k++) {
            reflect(columns, k);
        }
    }

    /** Reflects column k's lower part onto its first entry. */
    private static void reflect(double[][] columns, int k) {
        double[] v = columns[k];
        double norm = Vectors.norm(v, k);
        if (norm == 0) {
            return;
        }
        double alpha = v[k] > 0 ? -norm : norm;
        double head = v[k] - alpha;
        double half = alpha * head; // −(vᵀv)/2 of the reflection vector
        for (int j = k + 1; j < columns.length; j++) {
            double[] target = columns[j];
            double dot = head * target[k];
            for (int i = k + 1; i < v.length; i++) {
                dot += v[i] * target[i];
            }
            double factor = dot / half;
            target[k] += factor * head;
            for (int i = k + 1; i < v.length; i++) {
                target[i] += factor * v[i];
            }
        }
        v[k] = alpha;
    }
}
