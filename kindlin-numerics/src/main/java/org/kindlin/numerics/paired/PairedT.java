package org.kindlin.numerics.paired;

import java.util.Arrays;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Student's t of the mean of differences.
 *
 * @param sd standard deviation of the differences
 * @param t NaN where all differences are alike
 */
public record PairedT(int n, double mean, double sd, double t, double df, double p) {

    /** Of at least two differences. */
    public static PairedT of(double[] differences) {
        int n = differences.length;
        double mean = Arrays.stream(differences).sum() / n;
        double squares =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        double sd = Math.sqrt(squares / (n - 1));
        double t = sd > 0 ? mean / (sd / Math.sqrt(n)) : Double.NaN;
        double p = Double.isNaN(t) ? Double.NaN : Distributions.studentTwoSided(t, n - 1);
        return new PairedT(n, mean, sd, t, n - 1, p);
    }

    public double standardError() {
        return sd / Math.sqrt(n);
    }

    public double low(double level) {
        return mean - Distributions.studentQuantile(0.5 + level / 2, df) * standardError();
    }

    public double high(double level) {
        return mean + Distributions.studentQuantile(0.5 + level / 2, df) * standardError();
    }
}
