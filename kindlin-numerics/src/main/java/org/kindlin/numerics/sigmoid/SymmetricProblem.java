package org.kindlin.numerics.sigmoid;

import org.jspecify.annotations.Nullable;

/**
 * {@link ProjectedProblem#derivatives} for a symmetric curve with free plateaus, the case of most fits, in three passes over
 * the doses. With {@code L} the logistic function of {@code z = h (ln x - a)} the basis is {@code 1 - L}, or {@code -L}
 * where only the tail is seen. A workspace.
 */
final class SymmetricProblem {
    /** Below this the basis is rescaled, which is not done here. */
    private static final double LEAST_BASIS = 1e-100;

    private static final double TAIL = 0.5;
    private static final double LEAST_SHARE = 1e-16;

    private final double[] lnDose;
    private final double[] weight;
    private final double[] deviation;
    private final double centre;
    private final double meanWeight;

    private final double[] z;
    /** L, then the basis, then that less its mean; and 1 - L. */
    private final double[] basis;

    private final double[] rest;
    /** {@code L (1 - L)}, and that times {@code 1 - 2 L}. */
    private final double[] product;

    private final double[] bent;

    private double meanBasis;
    private double meanProduct;
    private double meanProductZ;

    SymmetricProblem(Replicates data) {
        this.lnDose = data.lnDose();
        this.weight = data.weight();
        this.centre = data.centre();
        this.deviation = data.deviations();
        double total = 0;
        for (double w : weight) {
            total += w;
        }
        this.meanWeight = 1 / total;
        this.z = new double[lnDose.length];
        this.basis = new double[lnDose.length];
        this.rest = new double[lnDose.length];
        this.product = new double[lnDose.length];
        this.bent = new double[lnDose.length];
    }

    /** The value, and gradient, Hessian and scales of mid-point and slope; null where the basis is too small. */
    @Nullable
    PlateauFit derivatives(double[] at, double[] gradient, double[][] hessian, double[] scale) {
        double slope = StrictMath.exp(at[1]);
        boolean tail = setLogistics(at[0], slope);
        if (!(largest(tail ? basis : rest) > LEAST_BASIS)) {
            return null;
        }
        setMeans(tail);
        double squares = 0;
        double products = 0;
        double alongA = 0;
        double alongK = 0;
        double aa = 0;
        double ak = 0;
        double kk = 0;
        for (int i = 0; i < z.length; i++) {
            double q = basis[i] - meanBasis;
            double byA = product[i] - meanProduct;
            double byK = product[i] * z[i] - meanProductZ;
            double wq = weight[i] * q;
            squares += wq * q;
            products += wq * deviation[i];
            alongA += wq * byA;
            alongK += wq * byK;
            aa += weight[i] * byA * byA;
            ak += weight[i] * byA * byK;
            kk += weight[i] * byK * byK;
            basis[i] = q;
        }
        if (!(squares > 0)) {
            return null;
        }
        double b = products / squares;
        double rss = 0;
        double turnedA = 0;
        double turnedK = 0;
        double bendAa = 0;
        double bendAk = 0;
        double bendKk = 0;
        for (int i = 0; i < z.length; i++) {
            double residual = deviation[i] - b * basis[i];
            double weighted = weight[i] * residual;
            rss += weighted * residual;
            double first = weighted * product[i];
            double second = weighted * bent[i];
            double secondZ = second * z[i];
            turnedA += first;
            turnedK += first * z[i];
            bendAa += second;
            bendAk += secondZ;
            bendKk += secondZ * z[i];
        }
        // In units of z the basis has the derivatives -p and -p (1 - 2 L); dz/da = -h, dz/dk = z.
        double ta = slope * turnedA;
        double tk = -turnedK;
        double couplingA = b * slope * alongA - ta;
        double couplingK = -b * alongK - tk;
        double square = b * b;
        gradient[0] = -b * ta;
        gradient[1] = -b * tk;
        hessian[0][0] = slope * slope * (square * aa + b * bendAa) - couplingA * couplingA / squares;
        hessian[1][0] = -slope * (square * ak + b * (bendAk + turnedA)) - couplingA * couplingK / squares;
        hessian[0][1] = hessian[1][0];
        hessian[1][1] = square * kk + b * (bendKk + turnedK) - couplingK * couplingK / squares;
        scale[0] = square * slope * slope * Math.max(aa - alongA * alongA / squares, aa * LEAST_SHARE);
        scale[1] = square * Math.max(kk - alongK * alongK / squares, kk * LEAST_SHARE);
        return new PlateauFit(tail, 1, centre - b * meanBasis, b, true, true, rss);
    }

    /** Sets z, L and what follows from it; true where all L are small. */
    private boolean setLogistics(double mid, double slope) {
        boolean tail = true;
        for (int i = 0; i < z.length; i++) {
            double distance = slope * (lnDose[i] - mid);
            double small = Exponential.of(-Math.abs(distance));
            double near = 1 / (1 + small);
            double far = small * near;
            double logistic = distance < 0 ? far : near;
            double other = distance < 0 ? near : far;
            z[i] = Math.max(distance, -Double.MAX_VALUE);
            basis[i] = logistic;
            rest[i] = other;
            product[i] = logistic * other;
            bent[i] = product[i] * (other - logistic);
            tail &= logistic < TAIL;
        }
        return tail;
    }

    /** Makes the basis of L, and sets the means. */
    private void setMeans(boolean tail) {
        double sum = 0;
        double sumProduct = 0;
        double sumProductZ = 0;
        for (int i = 0; i < z.length; i++) {
            double value = tail ? -basis[i] : rest[i];
            double weighted = weight[i] * product[i];
            basis[i] = value;
            sum += weight[i] * value;
            sumProduct += weighted;
            sumProductZ += weighted * z[i];
        }
        meanBasis = sum * meanWeight;
        meanProduct = sumProduct * meanWeight;
        meanProductZ = sumProductZ * meanWeight;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
