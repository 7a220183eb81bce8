package org.kindlin.assays.plate.assay;

import java.util.List;
import java.util.Map;
import org.kindlin.assays.doseresponse.ResponseVariance;
import org.kindlin.assays.plate.WellRole;

/** A block whose wells have responses: signals on the scale of its own controls, or as they are. */
public interface ResponseBlock {

    AssayBlock block();

    /** What the assay calls its targets. */
    TargetKind kind();

    /** Whether responses are on a scale that controls define. */
    boolean isNormalized();

    /** The response that curves are fitted to. */
    double response(AssayWell well);

    /** How a response scatters where it is expected to lie; every response alike where nothing is known. */
    default ResponseVariance variance() {
        return ResponseVariance.ALIKE;
    }

    /** What else tells the block's curves from others of the same compound and target ({@code time=48 h}), in order. */
    default Map<String, String> conditions() {
        return Map.of();
    }

    /** The responses of a role's wells, row by row. */
    default double[] responses(WellRole role) {
        return block().wells(role).stream().mapToDouble(this::response).toArray();
    }

    /** The sample wells whose dose is known, row by row. */
    default List<AssayWell> dosed() {
        return block().wells(WellRole.SAMPLE).stream()
                .filter(well -> well.amount().isPresent())
                .toList();
    }

    /** What a sample well is of. */
    default CompoundOnTarget subject(AssayWell well) {
        return new CompoundOnTarget(well.compound(), well.form(), block().target(), kind(), conditions());
    }

    /** What is in the dosed wells, in the order of the plate. */
    default List<CompoundOnTarget> subjects() {
        return dosed().stream().map(this::subject).distinct().toList();
    }
}
