package org.kindlin.assays.kinase;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/**
 * The potency of one compound on one target, over all its plates.
 *
 * @param pooled the curve through the wells of every plate
 * @param plates the curve of each plate by itself
 * @param tightBinding Morrison's fit, where the enzyme is stated and the curve could be fitted
 * @param result estimates, tests, quality and warnings
 */
public record CompoundPotency(
        CompoundOnTarget subject,
        TargetConditions conditions,
        CurveResult pooled,
        List<PlateCurve> plates,
        Optional<TightBinding> tightBinding,
        SubjectResult result) {

    public CompoundPotency {
        plates = List.copyOf(plates);
    }

    /** One plate's own curve. */
    public record PlateCurve(String plate, CurveResult curve) {
        Estimate ic50() {
            return curve.result().estimate("ic50").orElseThrow();
        }
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
