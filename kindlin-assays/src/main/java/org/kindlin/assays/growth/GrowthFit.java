package org.kindlin.assays.growth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.mixed.ClusterRobust;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.LeftCensoring;
import org.kindlin.numerics.mixed.MixedFit;
import org.kindlin.numerics.mixed.MixedModel;
import org.kindlin.numerics.mixed.RandomStructure;
import org.kindlin.numerics.mixed.ResidualModel;
import org.kindlin.numerics.mixed.SmallSample;
import org.kindlin.numerics.random.RandomStream;

/**
 * The fitted growth model.
 *
 * @param fit of the data, or of the last imputation where readings are censored
 * @param imputed where readings are censored
 * @param residuals parameters of the residuals
 */
record GrowthFit(
        GrowthDesign design,
        MixedFit fit,
        Optional<LeftCensoring> imputed,
        ResidualModel.Parameters residuals,
        SmallSample smallSample) {

    /**
     * Fits the model.
     *
     * @throws IllegalArgumentException where an arm's growth cannot be told from its start
     */
    static GrowthFit of(GrowthDesign design, GrowthProtocol.Model model, RandomStream random) {
        ResidualModel residuals = new ResidualModel(
                switch (model.variance()) {
                    case CONSTANT -> ResidualModel.Spread.CONSTANT;
                    case BY_ARM -> ResidualModel.Spread.BY_STRATUM;
                    case POWER_OF_DAY -> ResidualModel.Spread.POWER_OF_TIME;
                },
                model.serial());
        if (design.hasCensored()) {
            LeftCensoring imputed = LeftCensoring.fit(
                    design.data(), design.censored(), RandomStructure.CORRELATED, model.criterion(), random);
            return new GrowthFit(design, imputed.fits().getLast(), Optional.of(imputed), none(), model.smallSample());
        }
        MixedModel.WithResiduals found =
                MixedModel.fit(design.data(), RandomStructure.CORRELATED, residuals, model.criterion());
        return new GrowthFit(design, found.fit(), Optional.empty(), found.residuals(), model.smallSample());
    }

    private static ResidualModel.Parameters none() {
        return new ResidualModel.Parameters(0, 0, new double[0]);
    }

    Contrast contrast(double[] weights) {
        return imputed.map(all -> all.contrast(weights, smallSample))
                .orElseGet(() -> fit.contrast(weights, smallSample));
    }

    /** The growth rate of an arm, 1/day. */
    Contrast rate(String arm) {
        return contrast(design.rates(List.of(arm), 1));
    }

    /** A weighted sum of growth rates. */
    Contrast rates(List<String> arms, double... weights) {
        return contrast(design.rates(arms, weights));
    }

    /** Standard errors that hold whatever the covariance within animals is. */
    Robust robust() {
        return new Robust(design, ClusterRobust.of(fit));
    }

    /** Weighted sums of growth rates with cluster-robust standard errors. */
    record Robust(GrowthDesign design, ClusterRobust clusters) {
        Contrast rates(List<String> arms, double... weights) {
            return clusters.contrast(design.rates(arms, weights));
        }
    }

    /** The covariance of two weighted sums by the model. */
    double covariance(double[] first, double[] second) {
        double[][] covariance = fit.covariance();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < second.length; j++) {
                sum += first[i] * covariance[i][j] * second[j];
            }
        }
        return sum;
    }

    /** Variance of an animal's log volume about its arm's, on a day, without the scatter of readings. */
    double between(double day) {
        double[][] g = fit.randomCovariance();
        double[] z = design.data().randomCount() == 2 ? new double[] {1, day} : new double[] {isSlopeOnly() ? day : 1};
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                sum += z[i] * g[i][j] * z[j];
            }
        }
        return sum;
    }

    private boolean isSlopeOnly() {
        return design.data().subjects().stream()
                .flatMap(subject -> Arrays.stream(subject.random()))
                .anyMatch(row -> row[0] != 1);
    }
}
