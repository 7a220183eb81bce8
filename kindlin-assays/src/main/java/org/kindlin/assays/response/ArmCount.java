package org.kindlin.assays.response;

import java.util.Optional;

/**
 * Responders of an arm.
 *
 * @param controlled with response or stable disease; -1 where not known
 * @param published the interval printed elsewhere, to be derived again
 */
public record ArmCount(String arm, int responders, int controlled, int n, Optional<Published> published) {

    /**
     * A printed interval.
     *
     * @param low as printed, percent
     * @param high as printed, percent
     * @param level stated with it
     */
    public record Published(String low, String high, double level) {}
}
