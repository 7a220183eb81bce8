package org.kindlin.assays.event;

/**
 * Where a segment lies, counted from the first byte of its data set.
 *
 * @param begin offset of the first byte
 * @param end offset of the last byte, as the standard counts
 */
record ByteRange(long begin, long end) {
    static final ByteRange NONE = new ByteRange(0, 0);

    /** Whether it names a segment at all: zeros stand for none, or for "see TEXT". */
    boolean isStated() {
        return begin > 0 && end > 0;
    }

    long length() {
        return end < begin ? 0 : end - begin + 1;
    }

    boolean overlaps(ByteRange other) {
        return begin <= other.end && other.begin <= end;
    }

    /** {@code 256 to 1945}. */
    String text() {
        return begin + " to " + end;
    }
}
