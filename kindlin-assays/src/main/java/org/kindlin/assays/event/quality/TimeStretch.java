package org.kindlin.assays.event.quality;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of acquisition time in which something is odd.
 *
 * @param from first moment, in seconds where the file states its time step
 * @param to first moment after it
 * @param reason what is odd, in words
 */
public record TimeStretch(double from, double to, String reason) {
    private static final String SEPARATOR = "; ";

    boolean touches(TimeStretch later) {
        return later.from <= to;
    }

    /** Both as one; what is odd in either is named once. */
    TimeStretch joined(TimeStretch later) {
        Set<String> reasons = new LinkedHashSet<>(List.of(reason.split(SEPARATOR, -1)));
        reasons.addAll(List.of(later.reason.split(SEPARATOR, -1)));
        return new TimeStretch(from, Math.max(to, later.to), String.join(SEPARATOR, reasons));
    }
}
