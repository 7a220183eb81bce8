package org.kindlin.numerics.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.kindlin.numerics.statistics.Distributions;

/**
 * The Cox model with Firth's penalty (Heinze and Schemper, Biometrics 57:114, 2001): finite estimates where the ordinary
 * likelihood is monotone, less biased ones where it is not. Intervals and tests are by the penalised profile likelihood;
 * ties are Breslow's or Efron's.
 */
public final class FirthCox {
    private static final int MOST_ITERATIONS = 500;
    private static final int MOST_HALVINGS = 40;
    private static final double SETTLED = 1e-11;
    private static final int MOST_DOUBLINGS = 60;

    private final RiskSets sets;
    private final Ties ties;

    private FirthCox(CoxData data, Ties ties) {
        sets = new RiskSets(data);
        this.ties = ties;
    }

    /**
     * One coefficient.
     *
     * @param low end of the profile interval; minus infinity where it is open
     * @param high end of the profile interval; infinity where it is open
     * @param p of the penalised likelihood ratio test
     */
    public record Term(double coefficient, double standardError, double low, double high, double p) {}

    /**
     * A penalised fit.
     *
     * @param logLikelihoodNull penalised, at zero coefficients
     * @param logLikelihood penalised, at the maximum
     */
    public record Fit(List<Term> terms, double logLikelihoodNull, double logLikelihood) {
        public Fit {
            terms = List.copyOf(terms);
        }
    }

    /** A point of a search: coefficients, held ones included, and the penalised likelihood there. */
    private record Peak(double[] beta, FirthLikelihood likelihood) {}

    /** Empty where there are no events or the covariates depend on each other. */
    public static Optional<Fit> fit(CoxData data, Ties ties, double level) {
        return data.sample().events() == 0 ? Optional.empty() : new FirthCox(data, ties).fit(level);
    }

    private Optional<Fit> fit(double level) {
        FirthLikelihood origin = FirthLikelihood.at(new double[sets.terms], sets, ties);
        if (!Double.isFinite(origin.penalised)) {
            return Optional.empty();
        }
        Peak peak = climb(new double[sets.terms], -1);
        double[][] covariance = peak.likelihood().curvature().inverse();
        double drop = Distributions.chiSquaredQuantile(level, 1) / 2;
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < sets.terms; j++) {
            double se = Math.sqrt(covariance[j][j]);
            double ratio = 2 * (peak.likelihood().penalised - profile(peak, j, 0));
            terms.add(new Term(
                    peak.beta()[j] / sets.scale[j],
                    se / sets.scale[j],
                    limit(peak, j, -se, drop) / sets.scale[j],
                    limit(peak, j, se, drop) / sets.scale[j],
                    Distributions.chiSquaredUpperTail(Math.max(0, ratio), 1)));
        }
        double jacobian = jacobian();
        return Optional.of(new Fit(terms, origin.penalised - jacobian, peak.likelihood().penalised - jacobian));
    }

    /** What scaling the covariates adds to the penalty. */
    private double jacobian() {
        double sum = 0;
        for (double scale : sets.scale) {
            sum += StrictMath.log(scale);
        }
        return -sum;
    }

    /** The penalised maximum with one coefficient held where it is; none where {@code held} is negative. */
    private Peak climb(double[] start, int held) {
        double[] beta = start.clone();
        FirthLikelihood now = FirthLikelihood.at(beta, sets, ties);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double[] step = step(now, held);
            double size = Math.min(1, 5 / Math.max(largest(step), Double.MIN_NORMAL));
            FirthLikelihood next = now;
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                next = FirthLikelihood.at(moved(beta, step, size), sets, ties);
                if (next.penalised >= now.penalised - 1e-13 * Math.abs(now.penalised)) {
                    break;
                }
                size /= 2;
            }
            beta = moved(beta, step, size);
            now = next;
            if (largest(step) < SETTLED) {
                break;
            }
        }
        return new Peak(beta, now);
    }

    private static double[] moved(double[] beta, double[] step, double size) {
        double[] moved = beta.clone();
        for (int j = 0; j < beta.length; j++) {
            moved[j] += size * step[j];
        }
        return moved;
    }

    private double[] step(FirthLikelihood now, int held) {
        int p = sets.terms;
        double[] free = now.information().clone();
        double[] gradient = now.gradient.clone();
        if (held >= 0) {
            for (int k = 0; k < p; k++) {
                int at = held >= k ? held * (held + 1) / 2 + k : k * (k + 1) / 2 + held;
                free[at] = k == held ? 1 : 0;
            }
            gradient[held] = 0;
        }
        return PackedCholesky.of(free, p).solve(gradient);
    }

    private double profile(Peak peak, int term, double value) {
        double[] start = peak.beta().clone();
        start[term] = value;
        return climb(start, term).likelihood().penalised;
    }

    /** Where the profile has dropped, in the direction of {@code reach}. */
    private double limit(Peak peak, int term, double reach, double drop) {
        double target = peak.likelihood().penalised - drop;
        DoubleUnaryOperator excess = at -> profile(peak, term, at) - target;
        double inside = peak.beta()[term];
        double outside = inside + 2 * reach;
        for (int i = 0; excess.applyAsDouble(outside) > 0; i++) {
            if (i == MOST_DOUBLINGS || !Double.isFinite(outside)) {
                return Math.copySign(Double.POSITIVE_INFINITY, reach);
            }
            inside = outside;
            outside += reach * (2 << Math.min(i, 20));
        }
        return root(excess, inside, outside);
    }

    /** The Illinois form of false position, to about ten digits. */
    private static double root(DoubleUnaryOperator f, double from, double to) {
        double a = from;
        double b = to;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        for (int i = 0; i < 100 && Math.abs(b - a) > 1e-11 * (1 + Math.abs(b)); i++) {
            double c = (a * fb - b * fa) / (fb - fa);
            double fc = f.applyAsDouble(c);
            if (Math.abs(fc) < 1e-12) {
                return c;
            }
            if (fc * fb < 0) {
                a = b;
                fa = fb;
            } else {
                fa /= 2;
            }
            b = c;
            fb = fc;
        }
        return b;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
