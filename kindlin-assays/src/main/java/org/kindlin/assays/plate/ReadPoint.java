package org.kindlin.assays.plate;

import org.jspecify.annotations.Nullable;

/**
 * Where a read stands among those of its label: in a kinetic measurement, a spectrum, a scan over the well.
 *
 * @param number one-based, as the file counts or in the file's order
 * @param seconds time since the measurement began; null for an end point
 * @param celsius temperature in the reader, in degrees Celsius; null where not stated
 */
public record ReadPoint(
        int number, @Nullable Double seconds, @Nullable Double celsius) {
    /** The only read of its label, at no stated time. */
    public static final ReadPoint END_POINT = new ReadPoint(1, null, null);

    /** The read at this time of a kinetic measurement; no time where it is null. */
    public static ReadPoint at(int number, @Nullable Double seconds) {
        return new ReadPoint(number, seconds, null);
    }
}
