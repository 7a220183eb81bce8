package org.kindlin.numerics.image;

import java.util.Arrays;

/**
 * Labels the parts of a mask run by run: stretches of a row that lie within it are joined with those they touch in the row
 * above. Parts are numbered by their first pixel, row by row.
 */
final class RunLabels {
    private final BitMask mask;
    private final int width;
    private final int height;
    private final int reach;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] parent = new int[64];
    private int count;

    RunLabels(BitMask mask, boolean byCorners) {
        this.mask = mask;
        this.width = mask.width();
        this.height = mask.height();
        this.reach = byCorners ? 1 : 0;
    }

    Components components() {
        int above = 0;
        for (int y = 0; y < height; y++) {
            int first = count;
            runs(y);
            int candidate = above;
            for (int run = first; run < count; run++) {
                while (candidate < first && to[candidate] + reach < from[run] - width) {
                    candidate++;
                }
                int touching = candidate;
                while (touching < first && from[touching] - reach <= to[run] - width) {
                    join(run, touching++);
                }
            }
            above = first;
        }
        return numbered();
    }

    /** The runs of a row, by the indices of their first and last pixels. */
    private void runs(int y) {
        int start = mask.next(y, 0, true);
        while (start < width) {
            int after = mask.next(y, start, false);
            add(y * width + start, y * width + after - 1);
            start = mask.next(y, after, true);
        }
    }

    private void add(int first, int last) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            parent = Arrays.copyOf(parent, 2 * count);
        }
        from[count] = first;
        to[count] = last;
        parent[count] = count;
        count++;
    }

    private void join(int one, int two) {
        int a = root(one);
        int b = root(two);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int run) {
        int root = run;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private Components numbered() {
        int[] number = new int[count];
        int[] size = new int[count + 1];
        int parts = 0;
        for (int run = 0; run < count; run++) {
            int root = root(run);
            number[run] = root == run ? ++parts : number[root];
            size[number[run]] += to[run] - from[run] + 1;
        }
        return new Components(
                width,
                height,
                Arrays.copyOf(from, count),
                Arrays.copyOf(to, count),
                number,
                Arrays.copyOf(size, parts + 1));
    }
}
