package org.kindlin.mechanism.lanes;

/**
 * Weighted sums of stages in lanes, in the order of the stages. No vector is carried from one turn of a loop to the next:
 * HotSpot may put such vectors on the heap.
 */
final class LaneSums {
    private static final int COUNT = Lanes.COUNT;

    private LaneSums() {}

    /** Adds to {@code length} elements of {@code into} the first stages, each {@code length} elements long, times these weights. */
    static void add(double[] into, int at, int length, double[] stages, double[] weights) {
        int k = 0;
        for (; k + 3 < weights.length; k += 4) {
            addFour(into, at, length, stages, weights, k);
        }
        for (; k + 1 < weights.length; k += 2) {
            addTwo(into, at, length, stages, weights, k);
        }
        if (k < weights.length) {
            addOne(into, at, length, stages, weights[k], k * length);
        }
    }

    /** Adds one stage as it is. */
    static void addStage(double[] into, int length, double[] stages, int stage) {
        addOne(into, 0, length, stages, 1, stage * length);
    }

    private static void addOne(double[] into, int at, int length, double[] u, double weight, int from) {
        for (int i = 0; i < length; i += COUNT) {
            Lanes.load(into, at + i).add(Lanes.load(u, from + i).mul(weight)).intoArray(into, at + i);
        }
    }

    private static void addTwo(double[] into, int at, int length, double[] u, double[] weights, int first) {
        double a = weights[first];
        double b = weights[first + 1];
        int from = first * length;
        for (int i = 0; i < length; i += COUNT) {
            Lanes.load(into, at + i)
                    .add(Lanes.load(u, from + i).mul(a))
                    .add(Lanes.load(u, from + length + i).mul(b))
                    .intoArray(into, at + i);
        }
    }

    private static void addFour(double[] into, int at, int length, double[] u, double[] weights, int first) {
        double a = weights[first];
        double b = weights[first + 1];
        double c = weights[first + 2];
        double d = weights[first + 3];
        int from = first * length;
        for (int i = 0; i < length; i += COUNT) {
            Lanes.load(into, at + i)
                    .add(Lanes.load(u, from + i).mul(a))
                    .add(Lanes.load(u, from + length + i).mul(b))
                    .add(Lanes.load(u, from + 2 * length + i).mul(c))
                    .add(Lanes.load(u, from + 3 * length + i).mul(d))
                    .intoArray(into, at + i);
        }
    }
}
