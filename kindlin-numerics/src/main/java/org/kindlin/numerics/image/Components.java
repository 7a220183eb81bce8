package org.kindlin.numerics.image;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Connected parts of a mask, kept as runs: stretches of a row. Parts count from 1, by their first pixels row by row. */
public final class Components {
    private final int width;
    private final int height;
    private final int[] from;
    private final int[] to;
    private final int[] part;
    private final int[] size;
    private int[] label = new int[0];

    /** Runs by the indices of their first and last pixels, row by row, the part of each, and the pixels of each part. */
    Components(int width, int height, int[] from, int[] to, int[] part, int[] size) {
        this.width = width;
        this.height = height;
        this.from = from;
        this.to = to;
        this.part = part;
        this.size = size;
    }

    /** What is done with a run of pixels of one row. */
    @FunctionalInterface
    public interface RunVisitor {
        /** A run from column {@code first} to column {@code last}, both within it. */
        void run(int row, int first, int last);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Number of parts. */
    public int count() {
        return size.length - 1;
    }

    /** Pixels of each part; index 0 is not used. */
    public int[] size() {
        return size;
    }

    /** The part of every pixel; 0 outside of the mask. Made when first asked for. */
    public int[] label() {
        if (label.length == 0) {
            int[] made = new int[width * height];
            for (int run = 0; run < part.length; run++) {
                Arrays.fill(made, from[run], to[run] + 1, part[run]);
            }
            label = made;
        }
        return label;
    }

    /** The mask of the parts with at least so many pixels. */
    public BitMask atLeast(int pixels) {
        return where(one -> size[one] >= pixels);
    }

    /** The mask of the chosen parts. */
    public BitMask where(IntPredicate chosen) {
        BitMask mask = BitMask.none(width, height);
        for (int run = 0; run < part.length; run++) {
            if (chosen.test(part[run])) {
                int row = from[run] / width;
                BitMask.fill(mask.words(), row * mask.stride(), from[run] - row * width, to[run] + 1 - row * width);
            }
        }
        return mask;
    }

    /** Goes through the runs of a part, row by row. */
    public void visit(int one, RunVisitor visitor) {
        for (int run = 0; run < part.length; run++) {
            if (part[run] == one) {
                int row = from[run] / width;
                visitor.run(row, from[run] - row * width, to[run] - row * width);
            }
        }
    }

    /** For each part whether it reaches the first or last row or column; index 0 is not used. */
    public boolean[] atBorder() {
        boolean[] atBorder = new boolean[size.length];
        for (int run = 0; run < part.length; run++) {
            int row = from[run] / width;
            atBorder[part[run]] |=
                    row == 0 || row == height - 1 || from[run] == row * width || to[run] == (row + 1) * width - 1;
        }
        return atBorder;
    }

    /** Pixels of the largest part; 0 without parts. */
    public int largest() {
        int largest = 0;
        for (int i = 1; i < size.length; i++) {
            largest = Math.max(largest, size[i]);
        }
        return largest;
    }
}
