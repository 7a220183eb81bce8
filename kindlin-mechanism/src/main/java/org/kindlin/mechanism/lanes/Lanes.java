package org.kindlin.mechanism.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The shape of what is computed at once. Slot s of a lane memory is its elements {@code s * COUNT} to {@code s * COUNT + COUNT - 1}. */
final class Lanes {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** Sets in flight: as many as one vector holds. */
    static final int COUNT = SPECIES.length();

    private Lanes() {}

    static DoubleVector load(double[] memory, int at) {
        return DoubleVector.fromArray(SPECIES, memory, at);
    }

    static DoubleVector broadcast(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
