package org.kindlin.assays.event.quality;

/**
 * A stretch of acquisition time in which something is odd.
 *
 * @param from first moment, in seconds where the file states its time step
 * @param to first moment after it
 * @param reason what is odd, in words
 */
public record TimeStretch(double from, double to, String reason) {
    boolean touches(TimeStretch later) {
        return later.from <= to;
    }

    TimeStretch joined(TimeStretch later) {
        return new TimeStretch(
                from, Math.max(to, later.to), reason.equals(later.reason) ? reason : reason + "; " + later.reason);
    }
}
