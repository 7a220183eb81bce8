package org.kindlin.mechanism.lanes;

import jdk.incubator.vector.DoubleVector;

/**
 * Weighted sums of stages in lanes, term by term in the order of the stages: for a stage its argument and the sum on its
 * right-hand side, which read the same stages. No vector is carried from one turn of a loop to the next: HotSpot may put such
 * vectors on the heap.
 */
final class LaneSums {
    private static final int COUNT = Lanes.COUNT;

    private LaneSums() {}

    /**
     * Writes to the first rows of a memory the start of the step plus stages weighted, and to the rows of the next stage these stages
     * weighted otherwise.
     *
     * @param stages where they begin in the memory, each {@code start.length} elements long
     * @param a weights of the argument; none where the argument is to grow by the last stage alone
     * @param b weights of the right-hand side, as many as there are stages
     */
    static void next(double[] m, double[] start, int stages, double[] a, double[] b) {
        switch (b.length) {
            case 1 -> one(m, start, stages, a, b);
            case 2 -> two(m, start, stages, a, b);
            case 3 -> three(m, start, stages, a, b);
            case 4 -> four(m, start, stages, a, b);
            case 5 -> five(m, start, stages, a, b);
            case 6 -> six(m, start.length, stages, b);
            default -> seven(m, start.length, stages, b);
        }
    }

    private static void one(double[] m, double[] start, int u, double[] a, double[] b) {
        int n = start.length;
        for (int i = 0; i < n; i += COUNT) {
            DoubleVector u1 = Lanes.load(m, u + i);
            Lanes.load(start, i).add(u1.mul(a[0])).intoArray(m, i);
            u1.mul(b[0]).intoArray(m, u + n + i);
        }
    }

    private static void two(double[] m, double[] start, int u, double[] a, double[] b) {
        int n = start.length;
        for (int i = 0; i < n; i += COUNT) {
            DoubleVector u1 = Lanes.load(m, u + i);
            DoubleVector u2 = Lanes.load(m, u + n + i);
            Lanes.load(start, i).add(u1.mul(a[0])).add(u2.mul(a[1])).intoArray(m, i);
            u1.mul(b[0]).add(u2.mul(b[1])).intoArray(m, u + 2 * n + i);
        }
    }

    private static void three(double[] m, double[] start, int u, double[] a, double[] b) {
        int n = start.length;
        for (int i = 0; i < n; i += COUNT) {
            DoubleVector u1 = Lanes.load(m, u + i);
            DoubleVector u2 = Lanes.load(m, u + n + i);
            DoubleVector u3 = Lanes.load(m, u + 2 * n + i);
            Lanes.load(start, i)
                    .add(u1.mul(a[0]))
                    .add(u2.mul(a[1]))
                    .add(u3.mul(a[2]))
                    .intoArray(m, i);
            u1.mul(b[0]).add(u2.mul(b[1])).add(u3.mul(b[2])).intoArray(m, u + 3 * n + i);
        }
    }

    private static void four(double[] m, double[] start, int u, double[] a, double[] b) {
        int n = start.length;
        for (int i = 0; i < n; i += COUNT) {
            DoubleVector u1 = Lanes.load(m, u + i);
            DoubleVector u2 = Lanes.load(m, u + n + i);
            DoubleVector u3 = Lanes.load(m, u + 2 * n + i);
            DoubleVector u4 = Lanes.load(m, u + 3 * n + i);
            Lanes.load(start, i)
                    .add(u1.mul(a[0]))
                    .add(u2.mul(a[1]))
                    .add(u3.mul(a[2]))
                    .add(u4.mul(a[3]))
                    .intoArray(m, i);
            u1.mul(b[0]).add(u2.mul(b[1])).add(u3.mul(b[2])).add(u4.mul(b[3])).intoArray(m, u + 4 * n + i);
        }
    }

    private static void five(double[] m, double[] start, int u, double[] a, double[] b) {
        int n = start.length;
        for (int i = 0; i < n; i += COUNT) {
            DoubleVector u1 = Lanes.load(m, u + i);
            DoubleVector u2 = Lanes.load(m, u + n + i);
            DoubleVector u3 = Lanes.load(m, u + 2 * n + i);
            DoubleVector u4 = Lanes.load(m, u + 3 * n + i);
            DoubleVector u5 = Lanes.load(m, u + 4 * n + i);
            Lanes.load(start, i)
                    .add(u1.mul(a[0]))
                    .add(u2.mul(a[1]))
                    .add(u3.mul(a[2]))
                    .add(u4.mul(a[3]))
                    .add(u5.mul(a[4]))
                    .intoArray(m, i);
            u1.mul(b[0])
                    .add(u2.mul(b[1]))
                    .add(u3.mul(b[2]))
                    .add(u4.mul(b[3]))
                    .add(u5.mul(b[4]))
                    .intoArray(m, u + 5 * n + i);
        }
    }

    private static void six(double[] m, int n, int u, double[] b) {
        for (int i = 0; i < n; i += COUNT) {
            DoubleVector u6 = Lanes.load(m, u + 5 * n + i);
            Lanes.load(m, i).add(u6).intoArray(m, i);
            Lanes.load(m, u + i)
                    .mul(b[0])
                    .add(Lanes.load(m, u + n + i).mul(b[1]))
                    .add(Lanes.load(m, u + 2 * n + i).mul(b[2]))
                    .add(Lanes.load(m, u + 3 * n + i).mul(b[3]))
                    .add(Lanes.load(m, u + 4 * n + i).mul(b[4]))
                    .add(u6.mul(b[5]))
                    .intoArray(m, u + 6 * n + i);
        }
    }

    private static void seven(double[] m, int n, int u, double[] b) {
        for (int i = 0; i < n; i += COUNT) {
            DoubleVector u7 = Lanes.load(m, u + 6 * n + i);
            Lanes.load(m, i).add(u7).intoArray(m, i);
            Lanes.load(m, u + i)
                    .mul(b[0])
                    .add(Lanes.load(m, u + n + i).mul(b[1]))
                    .add(Lanes.load(m, u + 2 * n + i).mul(b[2]))
                    .add(Lanes.load(m, u + 3 * n + i).mul(b[3]))
                    .add(Lanes.load(m, u + 4 * n + i).mul(b[4]))
                    .add(Lanes.load(m, u + 5 * n + i).mul(b[5]))
                    .add(u7.mul(b[6]))
                    .intoArray(m, u + 7 * n + i);
        }
    }

    /** The three terms of dense output, one after the other: all eight stages weighted. */
    static void dense(double[] into, int n, double[] m, int u, double[][] w) {
        double[] a = w[0];
        double[] b = w[1];
        double[] c = w[2];
        for (int i = 0; i < n; i += COUNT) {
            DoubleVector u1 = Lanes.load(m, u + i);
            DoubleVector u2 = Lanes.load(m, u + n + i);
            DoubleVector u3 = Lanes.load(m, u + 2 * n + i);
            DoubleVector u4 = Lanes.load(m, u + 3 * n + i);
            DoubleVector u5 = Lanes.load(m, u + 4 * n + i);
            DoubleVector u6 = Lanes.load(m, u + 5 * n + i);
            DoubleVector u7 = Lanes.load(m, u + 6 * n + i);
            DoubleVector u8 = Lanes.load(m, u + 7 * n + i);
            u1.mul(a[0])
                    .add(u2.mul(a[1]))
                    .add(u3.mul(a[2]))
                    .add(u4.mul(a[3]))
                    .add(u5.mul(a[4]))
                    .add(u6.mul(a[5]))
                    .add(u7.mul(a[6]))
                    .add(u8.mul(a[7]))
                    .intoArray(into, i);
            u1.mul(b[0])
                    .add(u2.mul(b[1]))
                    .add(u3.mul(b[2]))
                    .add(u4.mul(b[3]))
                    .add(u5.mul(b[4]))
                    .add(u6.mul(b[5]))
                    .add(u7.mul(b[6]))
                    .add(u8.mul(b[7]))
                    .intoArray(into, n + i);
            u1.mul(c[0])
                    .add(u2.mul(c[1]))
                    .add(u3.mul(c[2]))
                    .add(u4.mul(c[3]))
                    .add(u5.mul(c[4]))
                    .add(u6.mul(c[5]))
                    .add(u7.mul(c[6]))
                    .add(u8.mul(c[7]))
                    .intoArray(into, 2 * n + i);
        }
    }

    /** Adds to rows the slopes of these stages times each lane's step and these weights. */
    static void add(double[] into, int n, double[] step, double[] slopes, int[] stages, double[] w) {
        int k = 0;
        for (; k + 2 < w.length; k += 3) {
            addThree(into, n, step, slopes, stages, w, k);
        }
        for (; k < w.length; k++) {
            DoubleVector factor = Lanes.load(step, 0).mul(w[k]);
            int from = stages[k] * n;
            for (int i = 0; i < n; i += COUNT) {
                Lanes.load(into, i)
                        .add(factor.mul(Lanes.load(slopes, from + i)))
                        .intoArray(into, i);
            }
        }
    }

    private static void addThree(
            double[] into, int n, double[] step, double[] slopes, int[] stages, double[] w, int k) {
        DoubleVector a = Lanes.load(step, 0).mul(w[k]);
        DoubleVector b = Lanes.load(step, 0).mul(w[k + 1]);
        DoubleVector c = Lanes.load(step, 0).mul(w[k + 2]);
        int first = stages[k] * n;
        int second = stages[k + 1] * n;
        int third = stages[k + 2] * n;
        for (int i = 0; i < n; i += COUNT) {
            Lanes.load(into, i)
                    .add(a.mul(Lanes.load(slopes, first + i)))
                    .add(b.mul(Lanes.load(slopes, second + i)))
                    .add(c.mul(Lanes.load(slopes, third + i)))
                    .intoArray(into, i);
        }
    }

    /** Adds to rows the slopes of the first stages times these weights; as many as a multiple of four. */
    static void add(double[] into, int n, double[] slopes, double[] w) {
        for (int k = 0; k + 3 < w.length; k += 4) {
            double a = w[k];
            double b = w[k + 1];
            double c = w[k + 2];
            double d = w[k + 3];
            int from = k * n;
            for (int i = 0; i < n; i += COUNT) {
                Lanes.load(into, i)
                        .add(Lanes.load(slopes, from + i).mul(a))
                        .add(Lanes.load(slopes, from + n + i).mul(b))
                        .add(Lanes.load(slopes, from + 2 * n + i).mul(c))
                        .add(Lanes.load(slopes, from + 3 * n + i).mul(d))
                        .intoArray(into, i);
            }
        }
    }
}
