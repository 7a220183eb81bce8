package org.kindlin.assays.kinase;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.plate.assay.PlateCurve;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/**
 * The potency of one compound on one target, over all its plates.
 *
 * @param curves the curve through the wells of every plate, and that of each plate by itself
 * @param tightBinding Morrison's fit, where the enzyme is stated and the curve could be fitted
 * @param result estimates, tests, quality and warnings
 */
public record CompoundPotency(
        CompoundCurves curves, TargetConditions conditions, Optional<TightBinding> tightBinding, SubjectResult result) {

    /** What the potency is of. */
    public CompoundOnTarget subject() {
        return curves.subject();
    }

    /** The curve through the wells of every plate. */
    public CurveResult pooled() {
        return curves.pooled();
    }

    /** The curve of each plate by itself. */
    public List<PlateCurve> plates() {
        return curves.plates();
    }

    Estimate ic50() {
        return result.estimate("ic50").orElseThrow();
    }

    Optional<Estimate> ki() {
        return result.estimate("ki");
    }

    /** Whether the enzyme and not only the compound shapes the IC50. */
    boolean isTightBinding() {
        return result.warning("tight-binding").isPresent()
                || result.warning("tight-binding-limit").isPresent();
    }

    /** The estimate to quote: Ki where binding is tight and it is known, otherwise the IC50. */
    Estimate headline() {
        return isTightBinding() ? ki().or(() -> result.estimate("ki-app")).orElseGet(this::ic50) : ic50();
    }
}
