package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;

/** How the events of a DATA segment are laid out, and the way from its bytes to a column. */
sealed interface EventLayout permits ByteRows, BitRows, AsciiRows {

    /** Bits that one event takes; 0 where that varies. */
    long bitsPerEvent();

    /** Bytes that this many events take. */
    default long bytes(long events) {
        return Math.ceilDiv(Math.multiplyExact(events, bitsPerEvent()), Byte.SIZE);
    }

    /** The raw values of one parameter: masked integers, or numbers as stored. */
    Column decode(MemorySegment data, int events, FcsParameter parameter);

    /** Raw values of events {@code from .. from + count - 1} of one parameter, written to the front of an array. */
    void read(MemorySegment data, long from, int count, FcsParameter parameter, double[] values);

    /** Integers of one parameter bit for bit, masked; a 64-bit value beyond the greatest long wraps. */
    long[] integers(MemorySegment data, int events, FcsParameter parameter);
}
