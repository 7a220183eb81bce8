package org.kindlin.numerics.paired;

import org.kindlin.numerics.statistics.Distributions;

/**
 * The difference between two groups, with or without adjustment for a covariate, by least squares with equal slopes.
 *
 * @param effect of group one against group zero
 * @param sigma residual standard deviation
 */
public record GroupEffect(double effect, double standardError, double sigma, double df) {

    /** Group difference of the responses as they are (Student's t with pooled variance). */
    public static GroupEffect unadjusted(boolean[] group, double[] response) {
        return of(group, new double[response.length], response, false);
    }

    /** Analysis of covariance: the group difference at the same covariate. */
    public static GroupEffect adjusted(boolean[] group, double[] covariate, double[] response) {
        return of(group, covariate, response, true);
    }

    private static GroupEffect of(boolean[] group, double[] x, double[] y, boolean adjusted) {
        double[] n = new double[2];
        double[] meanX = new double[2];
        double[] meanY = new double[2];
        for (int i = 0; i < y.length; i++) {
            int g = group[i] ? 1 : 0;
            n[g]++;
            meanX[g] += x[i];
            meanY[g] += y[i];
        }
        for (int g = 0; g < 2; g++) {
            meanX[g] /= n[g];
            meanY[g] /= n[g];
        }
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < y.length; i++) {
            int g = group[i] ? 1 : 0;
            sxx += (x[i] - meanX[g]) * (x[i] - meanX[g]);
            sxy += (x[i] - meanX[g]) * (y[i] - meanY[g]);
            syy += (y[i] - meanY[g]) * (y[i] - meanY[g]);
        }
        boolean sloped = adjusted && sxx > 0;
        double slope = sloped ? sxy / sxx : 0;
        double df = y.length - 2 - (sloped ? 1 : 0);
        double sigma = Math.sqrt(Math.max(0, syy - slope * sxy) / df);
        double gap = meanX[1] - meanX[0];
        double unit = 1 / n[0] + 1 / n[1] + (sloped ? gap * gap / sxx : 0);
        return new GroupEffect(meanY[1] - meanY[0] - slope * gap, sigma * Math.sqrt(unit), sigma, df);
    }

    public double t() {
        return effect / standardError;
    }

    public double p() {
        return Distributions.studentTwoSided(t(), df);
    }

    public double low(double level) {
        return effect - Distributions.studentQuantile(0.5 + level / 2, df) * standardError;
    }

    public double high(double level) {
        return effect + Distributions.studentQuantile(0.5 + level / 2, df) * standardError;
    }
}
