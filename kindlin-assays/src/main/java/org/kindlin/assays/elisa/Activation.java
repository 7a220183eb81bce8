package org.kindlin.assays.elisa;

import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.assays.uncertainty.MeasuredRatio;
import org.kindlin.assays.uncertainty.RatioMethod;

/**
 * What the stimulus did on one plate: vehicle over unstimulated.
 *
 * @param fold per cells; per well where nothing is normalised
 * @param foldPerWell without normalisation
 * @param cells stain of unstimulated over that of vehicle wells
 */
record Activation(Optional<MeasuredRatio> fold, Optional<MeasuredRatio> foldPerWell, Optional<MeasuredRatio> cells) {

    static Activation of(ElisaBlock block, ElisaProtocol protocol) {
        RatioMethod method = protocol.ratio();
        double level = protocol.level();
        return new Activation(
                ratio(
                        mean(block, WellRole.VEHICLE, true, level),
                        mean(block, WellRole.UNSTIMULATED, true, level),
                        method,
                        level),
                ratio(
                        mean(block, WellRole.VEHICLE, false, level),
                        mean(block, WellRole.UNSTIMULATED, false, level),
                        method,
                        level),
                ratio(
                        block.meanStain(block.block().wells(WellRole.UNSTIMULATED), level),
                        block.meanStain(block.block().wells(WellRole.VEHICLE), level),
                        method,
                        level));
    }

    private static Optional<Measured> mean(ElisaBlock block, WellRole role, boolean normalized, double level) {
        return block.mean(block.block().wells(role), normalized, level);
    }

    static Optional<MeasuredRatio> ratio(
            Optional<Measured> numerator, Optional<Measured> denominator, RatioMethod method, double level) {
        return numerator.flatMap(a -> denominator.flatMap(b -> MeasuredRatio.of(a, b, method, level)));
    }
}
