package org.kindlin.assays.kinase;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.binding.CompetitiveInhibition;

/**
 * The conditions under which one target was assayed.
 *
 * @param atpMicromolar ATP in the reaction; empty where not stated
 * @param kmAtp Michaelis constant for ATP; empty where neither stated nor known
 * @param enzymeNanomolar total enzyme in the reaction; empty where not stated
 */
public record TargetConditions(
        OptionalDouble atpMicromolar, Optional<MichaelisConstant> kmAtp, OptionalDouble enzymeNanomolar) {

    /** ATP as a multiple of its Km. */
    public OptionalDouble atpOverKm() {
        return atpMicromolar.isPresent() && kmAtp.isPresent()
                ? OptionalDouble.of(atpMicromolar.getAsDouble() / kmAtp.get().micromolar())
                : OptionalDouble.empty();
    }

    /** Cheng and Prusoff's competition with ATP at the nominal Km. */
    public Optional<CompetitiveInhibition> competition() {
        return kmAtp.flatMap(km -> competitionAt(km.micromolar()));
    }

    /** The same at another Km, such as an end of an assumed range. */
    public Optional<CompetitiveInhibition> competitionAt(double kmMicromolar) {
        return atpMicromolar.isPresent()
                ? Optional.of(new CompetitiveInhibition(atpMicromolar.getAsDouble(), kmMicromolar))
                : Optional.empty();
    }
}
