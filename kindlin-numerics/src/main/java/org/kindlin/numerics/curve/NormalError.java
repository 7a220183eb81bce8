package org.kindlin.numerics.curve;

import java.util.Arrays;
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
        return starts(node).stream().mapToDouble(Point::score).min().orElse(Double.NaN);
    }

    @Override
    List<Point> starts(double[] at) {
        Node node = node(at, means);
        double[] full = node.solve(means.weight());
        if (full == null) {
            return List.of();
        }
        double[] residuals = node.residuals(full);
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            squares += means.weight()[i] * residuals[i] * residuals[i];
        }
        return List.of(new Point(full, squares, 0));
    }

    @Override
    @Nullable
    Point descend(double[] start) {
        Levenberg.End end = levenberg(means).minimise(start);
        double[] canonical = family.canonical(end.parameters());
        return Double.isFinite(end.rss()) ? new Point(canonical, squares(canonical), 0) : null;
    }

    @Override
    Point polished(Point end) {
        double[] finished = end.parameters().length == 0 ? null : leastSquares(end.parameters(), means);
        double[] canonical = finished == null ? end.parameters() : family.canonical(finished);
        Point polished = new Point(canonical, squares(canonical), 0);
        return polished.score() <= end.score() && family.admits(canonical) ? polished : end;
    }

    private double squares(double[] full) {
        return weightedSquares(CurveSearch.values(family, full, means.logDose()), means);
    }

    /** One weighted mean per dose. */
    static SigmoidData means(SigmoidData data) {
        double[] logDose = Arrays.stream(data.logDose()).distinct().toArray();
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
