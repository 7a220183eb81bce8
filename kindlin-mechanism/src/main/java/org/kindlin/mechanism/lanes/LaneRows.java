package org.kindlin.mechanism.lanes;

/** Hands out the rows of a lane memory, each as long as a vector. A row is known by its first element. */
final class LaneRows {
    private int length;

    /** So many rows one after the other. */
    int take(int rows) {
        int at = length;
        length += rows * Lanes.COUNT;
        return at;
    }

    /** A memory with all rows handed out so far. */
    double[] newMemory() {
        return new double[length];
    }
}
