package org.kindlin.numerics.sigmoid;

/**
 * The normalised sigmoid {@code f = (1 + e^z)^-g}, from 1 at zero dose to 0 at infinite dose, at given doses, with its
 * first two derivatives in the search coordinates {@code a = ln ic50}, {@code k = ln h}, {@code l = ln g}. Here
 * {@code z = h (ln x - a) + ln(2^(1/g) - 1)}, so that {@code f = 1/2} at {@code a} whatever the asymmetry.
 *
 * <p>{@code f} and {@code 1 - f} are both computed to full relative accuracy: where all doses lie in one tail the fit
 * sees only differences of one of them. A workspace: not thread-safe.
 */
final class Shape {
    /** Number of search coordinates. */
    static final int COORDINATES = 3;

    private static final double LN2 = 0.6931471805599453;

    final double[] lnDose;
    /** {@code f} per dose. */
    final double[] fraction;
    /** {@code 1 - f} per dose. */
    final double[] complement;
    /** First derivatives of f: [coordinate][dose]. */
    final double[][] slope;
    /** Second derivatives of f: [{@link #pair}][dose]. */
    final double[][] curvature;

    /** Whether derivatives in the asymmetry are wanted; without them the symmetric curve needs no logarithm. */
    boolean searchesAsymmetry = true;

    private double steepness;
    private double asymmetry;
    private double shift;
    private double shiftSlope;
    private double shiftCurvature;

    Shape(double[] lnDose) {
        this.lnDose = lnDose;
        this.fraction = new double[lnDose.length];
        this.complement = new double[lnDose.length];
        this.slope = new double[COORDINATES][lnDose.length];
        this.curvature = new double[COORDINATES * (COORDINATES + 1) / 2][lnDose.length];
    }

    /** Index of a second derivative, whichever way round. */
    static int pair(int i, int j) {
        return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
    }

    void evaluate(double[] at, boolean derivatives) {
        steepness = StrictMath.exp(at[1]);
        asymmetry = at[2] == 0 ? 1 : StrictMath.exp(at[2]);
        prepareShift();
        for (int i = 0; i < lnDose.length; i++) {
            if (lnDose[i] == Double.NEGATIVE_INFINITY) {
                setZeroDose(i);
            } else {
                double distance = steepness * (lnDose[i] - at[0]);
                double logistic = setValue(i, distance + shift);
                if (derivatives) {
                    setDerivatives(i, distance, logistic);
                }
            }
        }
    }

    /** {@code ln(2^(1/g) - 1)} and its derivatives in {@code ln g}; zero at g = 1. */
    private void prepareShift() {
        double u = LN2 / asymmetry;
        double grown = asymmetry == 1 ? 1 : StrictMath.expm1(u);
        double first = (1 + grown) / grown;
        double second = -(1 + grown) / (grown * grown);
        shift = asymmetry == 1 ? 0 : StrictMath.log(grown);
        shiftSlope = -u * first;
        shiftCurvature = u * first + u * u * second;
    }

    private void setZeroDose(int i) {
        fraction[i] = 1;
        complement[i] = 0;
        for (double[] s : slope) {
            s[i] = 0;
        }
        for (double[] c : curvature) {
            c[i] = 0;
        }
    }

    /** Sets f and 1 - f, and returns {@code e^z / (1 + e^z)}. */
    private double setValue(int i, double z) {
        double small = Exponential.of(-Math.abs(z));
        double near = 1 / (1 + small);
        double far = small * near;
        double logistic = z < 0 ? far : near;
        if (asymmetry == 1) {
            fraction[i] = z < 0 ? near : far;
            complement[i] = logistic;
        } else {
            double exponent = -asymmetry * softPlus(z, small);
            fraction[i] = Exponential.of(exponent);
            complement[i] = -StrictMath.expm1(exponent);
        }
        return logistic;
    }

    private static double softPlus(double z, double small) {
        return Math.max(z, 0) + StrictMath.log1p(small);
    }

    /** Through {@code F = ln f}: {@code f_i = f F_i} and {@code f_ij = f (F_ij + F_i F_j)}. */
    private void setDerivatives(int i, double distance, double logistic) {
        double byZ = -asymmetry * logistic;
        double byZZ = byZ * (1 - logistic);
        double a = -steepness;
        double k = distance;
        double fa = byZ * a;
        double fk = byZ * k;
        store(0, i, fa);
        store(1, i, fk);
        store(0, 0, i, byZZ * a * a, fa * fa);
        store(1, 0, i, byZZ * a * k + byZ * a, fa * fk);
        store(1, 1, i, byZZ * k * k + byZ * k, fk * fk);
        if (searchesAsymmetry) {
            setAsymmetryDerivatives(i, distance, logistic, fa, fk);
        }
    }

    private void setAsymmetryDerivatives(int i, double distance, double logistic, double fa, double fk) {
        double byZ = -asymmetry * logistic;
        double byZZ = byZ * (1 - logistic);
        double z = distance + shift;
        double level = -asymmetry * softPlus(z, Exponential.of(-Math.abs(z)));
        double fl = level + byZ * shiftSlope;
        double cross = byZ + byZZ * shiftSlope;
        store(2, i, fl);
        store(2, 0, i, -cross * steepness, fa * fl);
        store(2, 1, i, cross * distance, fk * fl);
        store(2, 2, i, fl + cross * shiftSlope + byZ * shiftCurvature, fl * fl);
    }

    private void store(int p, int i, double first) {
        slope[p][i] = fraction[i] * first;
    }

    private void store(int p, int q, int i, double second, double product) {
        curvature[pair(p, q)][i] = fraction[i] * (second + product);
    }
}
