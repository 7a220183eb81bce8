package org.kindlin.assays.viability;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/**
 * How sensitive one cell line is to one compound.
 *
 * @param viability percent of vehicle by dose
 * @param growth growth rate inhibition by dose; empty where nothing is known of the cells when treatment began
 * @param vehicle viability of the vehicle wells
 * @param startPercent viability that the cells had when treatment began; empty where not known
 * @param result estimates, tests, quality and warnings
 */
public record Sensitivity(
        CompoundCurves viability,
        Optional<GrowthOfCompound> growth,
        double[] vehicle,
        OptionalDouble startPercent,
        SubjectResult result) {

    /**
     * The growth rate inhibition of a compound.
     *
     * @param curves GR by dose
     * @param vehicle GR of the vehicle wells
     * @param effect what the highest dose does
     * @param topDose highest dose in nM
     */
    public record GrowthOfCompound(CompoundCurves curves, double[] vehicle, GrowthEffect effect, double topDose) {}

    public CompoundOnTarget subject() {
        return viability.subject();
    }

    Estimate ic50() {
        return result.estimate("ic50").orElseThrow();
    }

    Optional<Estimate> gr50() {
        return result.estimate("gr50");
    }

    Optional<Estimate> grMax() {
        return result.estimate("grMax");
    }

    /** The number of plates the curve is of; 0 for a table. */
    List<String> plates() {
        return viability.plates().stream().map(plate -> plate.plate()).toList();
    }
}
