package org.kindlin.assays.viability;

import java.util.Map;
import org.kindlin.assays.doseresponse.ResponseVariance;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.ResponseBlock;
import org.kindlin.assays.plate.assay.TargetKind;
import org.kindlin.numerics.growth.GrowthRateInhibition;

/** A plate whose responses are growth rate inhibition. */
record GrowthBlock(ViabilityBlock plate, GrowthRateInhibition growth) implements ResponseBlock {

    @Override
    public AssayBlock block() {
        return plate.block();
    }

    @Override
    public TargetKind kind() {
        return plate.kind();
    }

    @Override
    public Map<String, String> conditions() {
        return plate.conditions();
    }

    @Override
    public boolean isNormalized() {
        return true;
    }

    @Override
    public double response(AssayWell well) {
        return growth.ofRelativeCount(plate.response(well) / 100);
    }

    /** That of the percentage behind the GR, carried over by the slope of the transformation. */
    @Override
    public ResponseVariance variance() {
        return plate.noise().isKnown() ? this::growthVariance : ResponseVariance.ALIKE;
    }

    private double growthVariance(double gr) {
        double fraction = growth.relativeCount(Math.clamp(gr, -0.999, 3));
        double slope = growth.slope(fraction) / 100;
        return plate.percentVariance(100 * fraction) * slope * slope;
    }
}
