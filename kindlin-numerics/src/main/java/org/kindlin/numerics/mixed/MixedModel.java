package org.kindlin.numerics.mixed;

import java.util.Arrays;

/** Fits linear mixed models. */
public final class MixedModel {
    private MixedModel() {}

    /**
     * Fits a model with independent residuals of one variance.
     *
     * @throws IllegalArgumentException where the fixed effects are not linearly independent
     */
    public static MixedFit fit(MixedData data, RandomStructure structure, Criterion criterion) {
        return fit(data, structure, criterion, 0);
    }

    /**
     * A fit whose residuals are correlated or of unequal variance.
     *
     * @param fit everything else; its σ is that of the first stratum, or of time one
     */
    public record WithResiduals(MixedFit fit, ResidualModel.Parameters residuals) {}

    /**
     * Fits a model with correlated residuals or residuals of unequal variance.
     *
     * @throws IllegalArgumentException where the fixed effects are not linearly independent, or a power of time meets time zero
     */
    public static WithResiduals fit(
            MixedData data, RandomStructure structure, ResidualModel residuals, Criterion criterion) {
        if (residuals.equals(ResidualModel.INDEPENDENT)) {
            return new WithResiduals(fit(data, structure, criterion), residuals.parameters(new double[0]));
        }
        if (residuals.spread() == ResidualModel.Spread.POWER_OF_TIME
                && data.subjects().stream().anyMatch(subject -> hasZero(subject.time()))) {
            throw new IllegalArgumentException("a power of time needs times other than zero");
        }
        ResidualSearch.Found found = new ResidualSearch(data, structure, residuals, criterion).minimise();
        return new WithResiduals(found.fit(), found.parameters());
    }

    private static boolean hasZero(double[] time) {
        return Arrays.stream(time).anyMatch(t -> t == 0);
    }

    static MixedFit fit(MixedData data, RandomStructure structure, Criterion criterion, double shift) {
        RotatedDesign design = new RotatedDesign(data);
        CovarianceShape shape = new CovarianceShape(data.randomCount(), structure);
        ThetaSearch search = new ThetaSearch(new ProfiledDeviance(design, shape, criterion), shape);
        return new MixedFit(data, design, shape, criterion, search.minimise(), shift);
    }
}
