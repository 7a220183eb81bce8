package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Weights of excised tumours: analysis of covariance of log weight by arm with the log of each animal's first volume as covariate,
 * by ordinary least squares. Equal slopes are assumed.
 *
 * @param arm compared with the control
 * @param ratio adjusted geometric mean weight over the control's
 */
record TumourWeights(String arm, int n, double ratio, double low, double high, double df, double p) {

    /** Every arm with tumour weights against the control; none where the control has none or no degree of freedom is left. */
    static List<TumourWeights> of(GrowthData study, String control, double level) {
        List<Animal> animals = study.animals().stream()
                .filter(animal ->
                        animal.tumourWeight().orElse(0) > 0 && animal.baseline().isPresent())
                .toList();
        List<String> arms = study.arms().stream()
                .filter(arm -> animals.stream().anyMatch(animal -> animal.arm().equals(arm)))
                .toList();
        int df = animals.size() - arms.size() - 1;
        if (!arms.contains(control) || arms.size() < 2 || df < 1) {
            return List.of();
        }
        List<Within> within = arms.stream().map(arm -> Within.of(animals, arm)).toList();
        double xx = within.stream().mapToDouble(w -> w.xx).sum();
        double xy = within.stream().mapToDouble(w -> w.xy).sum();
        double yy = within.stream().mapToDouble(w -> w.yy).sum();
        double slope = xx > 0 ? xy / xx : 0;
        double variance = (yy - slope * xy) / df;
        Within base = within.get(arms.indexOf(control));
        List<TumourWeights> all = new ArrayList<>();
        for (Within group : within) {
            if (!group.arm.equals(control)) {
                double shift = group.meanX - base.meanX;
                double log = group.meanY - base.meanY - slope * shift;
                double error = Math.sqrt(variance * (1.0 / group.n + 1.0 / base.n + (xx > 0 ? shift * shift / xx : 0)));
                double margin = error * Distributions.studentQuantile((1 + level) / 2, df);
                all.add(new TumourWeights(
                        group.arm,
                        group.n,
                        Math.exp(log),
                        Math.exp(log - margin),
                        Math.exp(log + margin),
                        df,
                        Distributions.studentTwoSided(log / error, df)));
            }
        }
        return all;
    }

    /** Sums of one arm about its means. */
    private record Within(String arm, int n, double meanX, double meanY, double xx, double xy, double yy) {
        static Within of(List<Animal> all, String arm) {
            List<double[]> points = all.stream()
                    .filter(animal -> animal.arm().equals(arm))
                    .map(animal -> new double[] {
                        Math.log(animal.baseline().orElseThrow()),
                        Math.log(animal.tumourWeight().orElseThrow())
                    })
                    .toList();
            double x = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
            double y = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (double[] point : points) {
                xx += (point[0] - x) * (point[0] - x);
                xy += (point[0] - x) * (point[1] - y);
                yy += (point[1] - y) * (point[1] - y);
            }
            return new Within(arm, points.size(), x, y, xx, xy, yy);
        }
    }

    static Optional<TumourWeights> find(List<TumourWeights> all, String arm) {
        return all.stream().filter(one -> one.arm.equals(arm)).findFirst();
    }
}
