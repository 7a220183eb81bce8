package org.kindlin.assays.combination;

import java.util.List;
import java.util.Map;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.numerics.combination.DoseMatrix;
import org.kindlin.numerics.combination.NullModel;
import org.kindlin.numerics.combination.Synergy;

/**
 * What was found about one matrix.
 *
 * @param subject what the matrix is of, without the agents
 * @param matrix effects from 0 to 1
 * @param agents the agents alone, first and second, responses in percent inhibition
 * @param synergies one for each null model; none where the scatter is unknown
 */
public record MatrixResult(
        Map<String, String> subject, DoseMatrix matrix, List<CurveResult> agents, List<Synergy> synergies) {
    public MatrixResult {
        agents = List.copyOf(agents);
        synergies = List.copyOf(synergies);
    }

    Synergy synergy(NullModel model) {
        return synergies.stream()
                .filter(synergy -> synergy.model() == model)
                .findFirst()
                .orElseThrow();
    }
}
