package org.kindlin.assays.doseresponse;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.curve.ErrorModel;

/**
 * Which models are fitted, and which doses are asked of them.
 *
 * @param effectLevels effects whose doses are wanted, as fractions of full effect, beside the mid-point
 * @param error how responses scatter about the curve
 */
record ModelProtocol(ModelRequest request, List<Double> effectLevels, ErrorModel error) {
    /** The four-parameter logistic and nothing besides. */
    static final ModelProtocol STANDARD =
            new ModelProtocol(new ModelRequest.Single(DoseModel._4PL), List.of(), ErrorModel.NORMAL);

    ModelProtocol {
        effectLevels = List.copyOf(effectLevels);
    }

    /** The logistic whose own analysis answers, where one alone is asked for under normal errors. */
    Optional<CurveModel> sigmoid() {
        return error == ErrorModel.NORMAL ? request.sigmoid() : Optional.empty();
    }
}
