package org.kindlin.numerics.curve;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sigmoid.SigmoidData;

/** Least squares. Replicates are collapsed to their weighted means, whose scatter no curve can change. */
final class NormalError extends ErrorFit {
    private final SigmoidData means;

    NormalError(CurveFamily family, SigmoidData data, List<CurveParameter.Limits> limits) {
        super(family, data, limits);
        this.means = means(data);
    }

    @Override
    double score(double[] node) {
        double[] full = project(node, means, means.weight());
        return full == null ? Double.NaN : squares(full);
    }

    @Override
    List<double[]> starts(double[] node) {
        double[] full = project(node, means, means.weight());
        return full == null ? List.of() : List.of(full);
    }

    @Override
    @Nullable
    Point descend(double[] start) {
        double[] end = start.length == 0 ? start : leastSquares(start, means);
        if (end == null) {
            return null;
        }
        double[] canonical = family.canonical(end);
        return new Point(canonical, squares(canonical), 0);
    }

    private double squares(double[] full) {
        return weightedSquares(CurveSearch.values(family, full, means.logDose()), means);
    }

    private static SigmoidData means(SigmoidData data) {
        double[] logDose = java.util.Arrays.stream(data.logDose()).distinct().toArray();
        double[] mean = new double[logDose.length];
        double[] weight = new double[logDose.length];
        int from = 0;
        for (int d = 0; d < logDose.length; d++) {
            double shift = data.response()[from];
            for (; from < data.size() && data.logDose()[from] == logDose[d]; from++) {
                weight[d] += data.weight()[from];
                mean[d] += data.weight()[from] * (data.response()[from] - shift);
            }
            mean[d] = shift + mean[d] / weight[d];
        }
        return new SigmoidData(logDose, mean, weight);
    }
}
