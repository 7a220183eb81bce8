package org.kindlin.assays.event.automatic;

import java.util.Optional;
import org.kindlin.assays.event.gating.Gate;

/**
 * A gate that a model drew.
 *
 * @param model the model in words
 * @param limit the value that decides, where one does
 */
public record ModelledGate(Gate gate, String model, Optional<Limit> limit) {

    /**
     * A limit on the instrument's linear scale, compensated where the gate is.
     *
     * @param low lower confidence limit; minus infinity where unknown
     * @param high upper confidence limit; infinity where unknown
     */
    public record Limit(String channel, double value, double low, double high) {}
}
