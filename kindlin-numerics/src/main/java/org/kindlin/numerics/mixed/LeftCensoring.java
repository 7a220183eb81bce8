package org.kindlin.numerics.mixed;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.random.NormalQuantile;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Distributions;

/**
 * A mixed model of data some of which are known only to lie below a limit: stochastic EM, the censored values being drawn from
 * their truncated normal distribution given the subject's other values, and the last draws combined by Rubin's rules (D. B. Rubin,
 * Multiple Imputation for Nonresponse in Surveys, 1987; J. P. Hughes, Biometrics 55:625-629, 1999, for the EM).
 */
public final class LeftCensoring {
    private static final int BURN_IN = 15;
    private static final int DRAWS = 25;
    private static final double START_BELOW = 0.5;

    private final List<MixedFit> fits;

    private LeftCensoring(List<MixedFit> fits) {
        this.fits = List.copyOf(fits);
    }

    /**
     * Fits by repeated imputation.
     *
     * @param data censored rows hold their limit as response
     * @param censored which rows of which subject are censored
     */
    public static LeftCensoring fit(
            MixedData data,
            List<boolean[]> censored,
            RandomStructure structure,
            Criterion criterion,
            RandomStream random) {
        MixedData current = started(data, censored);
        List<MixedFit> fits = new ArrayList<>();
        for (int round = 0; round < BURN_IN + DRAWS; round++) {
            MixedFit fit = MixedModel.fit(current, structure, criterion);
            if (round >= BURN_IN) {
                fits.add(fit);
            }
            current = imputed(data, current, censored, fit, random.child(round));
        }
        return new LeftCensoring(fits);
    }

    private static MixedData started(MixedData data, List<boolean[]> censored) {
        List<Subject> subjects = new ArrayList<>();
        for (int s = 0; s < data.subjects().size(); s++) {
            double[] y = data.subjects().get(s).response().clone();
            for (int i = 0; i < y.length; i++) {
                y[i] -= censored.get(s)[i] ? START_BELOW : 0;
            }
            subjects.add(with(data.subjects().get(s), y));
        }
        return new MixedData(subjects);
    }

    private static Subject with(Subject subject, double[] y) {
        return new Subject(y, subject.fixed(), subject.random(), subject.time(), subject.stratum());
    }

    private static MixedData imputed(
            MixedData limits, MixedData current, List<boolean[]> censored, MixedFit fit, RandomStream random) {
        List<Subject> subjects = new ArrayList<>(current.subjects());
        double[][] effects = fit.randomEffects();
        for (int s = 0; s < subjects.size(); s++) {
            boolean any = false;
            for (boolean one : censored.get(s)) {
                any |= one;
            }
            if (any) {
                subjects.set(
                        s, draw(limits.subjects().get(s), subjects.get(s), censored.get(s), fit, effects[s], random));
            }
        }
        return new MixedData(subjects);
    }

    private static Subject draw(
            Subject limits, Subject subject, boolean[] censored, MixedFit fit, double[] effect, RandomStream random) {
        double[] b = effect.clone();
        double[] spread = posteriorFactor(subject, fit);
        int q = b.length;
        for (int i = 0; i < q; i++) {
            for (int j = 0; j <= i; j++) {
                b[i] += spread[i * q + j] * random.nextGaussian();
            }
        }
        double[] beta = fit.coefficients();
        double[] y = subject.response().clone();
        for (int i = 0; i < y.length; i++) {
            if (censored[i]) {
                double mean = SmallMatrix.dot(subject.fixed()[i], beta) + SmallMatrix.dot(subject.random()[i], b);
                y[i] = below(limits.response()[i], mean, fit.sigma(), random);
            }
        }
        return with(subject, y);
    }

    /** A normal number below a limit, by inversion. */
    private static double below(double limit, double mean, double deviation, RandomStream random) {
        double probability = Distributions.normalUpperTail((mean - limit) / deviation);
        if (probability < 1e-12) {
            return limit;
        }
        double drawn = mean + deviation * NormalQuantile.of(probability * random.nextOpenDouble());
        return Math.min(drawn, limit);
    }

    /** Lower factor of the covariance of b given y: (G⁻¹ + ZᵀZ/σ²)⁻¹, written so that a singular G is allowed. */
    private static double[] posteriorFactor(Subject subject, MixedFit fit) {
        double[][] g = fit.randomCovariance();
        int q = g.length;
        int n = subject.rows();
        double[] flat = new double[q * q];
        for (int i = 0; i < q; i++) {
            System.arraycopy(g[i], 0, flat, i * q, q);
        }
        double[] z = new double[n * q];
        for (int i = 0; i < n; i++) {
            System.arraycopy(subject.random()[i], 0, z, i * q, q);
        }
        double[] zg = SmallMatrix.product(z, flat, n, q, q);
        double[] v = SmallMatrix.product(zg, SmallMatrix.transpose(z, n, q), n, q, n);
        for (int i = 0; i < n; i++) {
            v[i * n + i] += fit.sigma() * fit.sigma();
        }
        if (!SmallMatrix.cholesky(v, n)) {
            throw new ArithmeticException("covariance beyond working precision");
        }
        SmallMatrix.forward(v, n, zg, q);
        double[] posterior = flat.clone();
        SmallMatrix.addTransposedProduct(posterior, -1, zg, zg, n, q, q);
        SmallMatrix.Eigen eigen = SmallMatrix.Eigen.of(posterior, q);
        double[] root = eigen.apply(value -> Math.sqrt(Math.max(value, 0)));
        // a symmetric root spreads b as a lower factor would; its upper part is folded in by drawing with the QR of the
        // root
        return lower(root, q);
    }

    /** L with L Lᵀ = R Rᵀ of a symmetric root R. */
    private static double[] lower(double[] root, int q) {
        double[] product = SmallMatrix.product(root, root, q, q, q);
        double[] lower = new double[q * q];
        for (int j = 0; j < q; j++) {
            double pivot = product[j * q + j];
            for (int k = 0; k < j; k++) {
                pivot -= lower[j * q + k] * lower[j * q + k];
            }
            double diagonal = Math.sqrt(Math.max(pivot, 0));
            lower[j * q + j] = diagonal;
            for (int i = j + 1; i < q && diagonal > 1e-150; i++) {
                double sum = product[i * q + j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * q + k] * lower[j * q + k];
                }
                lower[i * q + j] = sum / diagonal;
            }
        }
        return lower;
    }

    /** The fits to the imputed data. */
    public List<MixedFit> fits() {
        return fits;
    }

    /** A linear combination of fixed effects over the imputations. */
    public Contrast contrast(double[] weights, SmallSample method) {
        double mean = 0;
        double within = 0;
        double df = Double.POSITIVE_INFINITY;
        int m = fits.size();
        double[] values = new double[m];
        for (int k = 0; k < m; k++) {
            Contrast one = fits.get(k).contrast(weights, method);
            values[k] = one.value();
            mean += one.value() / m;
            within += one.standardError() * one.standardError() / m;
            df = Math.min(df, one.df());
        }
        double between = 0;
        for (double value : values) {
            between += (value - mean) * (value - mean) / (m - 1);
        }
        double added = (1 + 1.0 / m) * between;
        double total = within + added;
        return new Contrast(mean, Math.sqrt(total), degrees(df, added / total, m));
    }

    /** J. Barnard and D. B. Rubin, Biometrika 86:948-955, 1999. */
    private static double degrees(double complete, double missing, int m) {
        if (missing <= 0) {
            return complete;
        }
        double imputation = (m - 1) / (missing * missing);
        if (!Double.isFinite(complete)) {
            return imputation;
        }
        double observed = (complete + 1) / (complete + 3) * complete * (1 - missing);
        return 1 / (1 / imputation + 1 / observed);
    }
}
