package org.kindlin.numerics.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Part of a picture, one bit a pixel, so that 64 pixels of a row are joined, moved or counted at once.
 *
 * @param width of the picture
 * @param height of the picture
 * @param words rows of {@link #stride} words, the first pixel of each in the lowest bit, bits beyond the width clear; shared, not
 *     copied: nobody writes to them
 */
public record BitMask(int width, int height, long[] words) {
    public BitMask {
        if (width < 1 || height < 1 || (long) stride(width) * height != words.length) {
            throw new IllegalArgumentException(width + " x " + height + " pixels, " + words.length + " words");
        }
    }

    /** Words of a row of so many pixels. */
    public static int stride(int width) {
        return (width + Long.SIZE - 1) / Long.SIZE;
    }

    /** Nothing of a picture. */
    public static BitMask none(int width, int height) {
        return new BitMask(width, height, new long[stride(width) * height]);
    }

    /** All of a picture. */
    public static BitMask all(int width, int height) {
        return none(width, height).not();
    }

    /** The pixels whose values lie above a threshold. */
    public static BitMask above(float[] values, int width, int height, double threshold) {
        float nearest = (float) threshold;
        float most = nearest > threshold ? Math.nextDown(nearest) : nearest;
        BitMask mask = none(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += Long.SIZE) {
                int count = Math.min(Long.SIZE, width - x);
                mask.words[y * mask.stride() + x / Long.SIZE] = atMost(values, y * width + x, count, most);
            }
        }
        return mask.not();
    }

    /** Which of up to 64 values from one on are at most so large, the first in the lowest bit. */
    public static long atMost(float[] values, int from, int count, float most) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (values[from + i] <= most ? 1L : 0L) << i;
        }
        return word;
    }

    /** Masks of one size side by side, so many to a row; the place of a missing one stays empty. */
    public static BitMask sheet(int width, int height, int across, List<Optional<BitMask>> masks) {
        int down = (masks.size() + across - 1) / across;
        BitMask sheet = none(Math.multiplyExact(width, across), Math.multiplyExact(height, down));
        for (int i = 0; i < masks.size(); i++) {
            int left = i % across * width;
            int top = i / across * height;
            masks.get(i).ifPresent(mask -> sheet.put(mask, left, top));
        }
        return sheet;
    }

    private void put(BitMask mask, int left, int top) {
        int shift = left % Long.SIZE;
        for (int y = 0; y < mask.height; y++) {
            int to = (top + y) * stride() + left / Long.SIZE;
            int from = y * mask.stride();
            for (int i = 0; i < mask.stride(); i++) {
                long word = mask.words[from + i];
                words[to + i] |= word << shift;
                long over = shift == 0 ? 0 : word >>> (Long.SIZE - shift);
                if (over != 0) {
                    words[to + i + 1] |= over;
                }
            }
        }
    }

    /** Words of a row. */
    public int stride() {
        return stride(width);
    }

    /** Whether a pixel is inside. */
    public boolean at(int x, int y) {
        return (words[y * stride() + (x >> 6)] >>> x & 1) != 0;
    }

    /** Number of pixels inside. */
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The other pixels. */
    public BitMask not() {
        long[] other = new long[words.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = ~words[i];
        }
        clearBeyond(other);
        return new BitMask(width, height, other);
    }

    private void clearBeyond(long[] rows) {
        int stride = stride();
        long within = -1L >>> (stride * Long.SIZE - width);
        for (int last = stride - 1; last < rows.length; last += stride) {
            rows[last] &= within;
        }
    }

    /** What lies within both. */
    public BitMask and(BitMask other) {
        long[] both = words.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.words[i];
        }
        return new BitMask(width, height, both);
    }

    /** What lies within either. */
    public BitMask or(BitMask other) {
        long[] either = words.clone();
        for (int i = 0; i < either.length; i++) {
            either[i] |= other.words[i];
        }
        return new BitMask(width, height, either);
    }

    /** Everything within {@code radius} columns and rows of the mask. */
    public BitMask dilate(int radius) {
        if (radius >= Long.SIZE) {
            return dilate(Long.SIZE - 1).dilate(radius - (Long.SIZE - 1));
        }
        int apart = stride() + 1; // an empty word between rows, so that nothing gets from one into the next
        long[] room = new long[apart * (height + 2 * radius) + 1];
        for (int y = 0; y < height; y++) {
            System.arraycopy(words, y * stride(), room, 1 + (y + radius) * apart, stride());
        }
        for (int reached = 1; reached < 2 * radius + 1; ) {
            int more = Math.min(reached, 2 * radius + 1 - reached);
            joinBelow(room, more * apart);
            reached += more;
        }
        long[] joined = new long[apart * height + 1];
        for (int reached = 1; reached < radius + 1; ) {
            int more = Math.min(reached, radius + 1 - reached);
            joinBeside(room, joined, more);
            System.arraycopy(joined, 0, room, 0, joined.length);
            reached += more;
        }
        long[] rows = new long[words.length];
        for (int y = 0; y < height; y++) {
            System.arraycopy(room, 1 + y * apart, rows, y * stride(), stride());
        }
        clearBeyond(rows);
        return new BitMask(width, height, rows);
    }

    /**
     * Everything whose middle lies within {@code sqrt(radius^2 + 1)} of that of a pixel of the mask: the disc of {@link DiscMean}. An edge
     * is moved as far whichever way it runs.
     */
    public BitMask dilateRound(int radius) {
        if (radius == 0) {
            return this;
        }
        int apart = stride() + 1; // an empty word between rows, so that nothing gets from one into the next
        long[] row = new long[apart * height + 1];
        for (int y = 0; y < height; y++) {
            System.arraycopy(words, y * stride(), row, 1 + y * apart, stride());
        }
        long[] all = new long[row.length];
        int reached = 0;
        for (int away = radius; away >= 0; away--) {
            int half = DiscMean.halfWidth(radius, away);
            while (reached < half) {
                int more = Math.min(half - reached, Math.min(2 * reached + 1, Long.SIZE - 1));
                long[] joined = new long[row.length];
                joinBeside(row, joined, more);
                row = joined;
                reached += more;
            }
            join(all, row, away * apart);
        }
        long[] rows = new long[words.length];
        for (int y = 0; y < height; y++) {
            System.arraycopy(all, 1 + y * apart, rows, y * stride(), stride());
        }
        clearBeyond(rows);
        return new BitMask(width, height, rows);
    }

    /** Joins words to those so many above and below. */
    private static void join(long[] all, long[] row, int away) {
        for (int i = 1; i < row.length - 1 - away; i++) {
            all[i] |= row[i + away];
        }
        for (int i = 1 + away; i < row.length - 1; i++) {
            all[i] |= row[i - away];
        }
    }

    private static void joinBelow(long[] room, int words) {
        for (int i = 0; i < room.length - words; i++) {
            room[i] |= room[i + words];
        }
    }

    /** Pixels and those so many columns, at least one, on their left and right. */
    private static void joinBeside(long[] room, long[] joined, int columns) {
        int rest = Long.SIZE - columns;
        for (int i = 1; i < joined.length - 1; i++) {
            long right = room[i] >>> columns | room[i + 1] << rest;
            long left = room[i] << columns | room[i - 1] >>> rest;
            joined[i] = room[i] | left | right;
        }
    }

    /** What lies deeper than {@code radius} columns and rows within the mask; the borders are no edges. */
    public BitMask erode(int radius) {
        return not().dilate(radius).not();
    }

    /** The mask without what no square of this radius fits into. */
    public BitMask open(int radius) {
        return erode(radius).dilate(radius);
    }

    /** Its parts; {@code byCorners} says whether pixels that touch by a corner alone belong together. */
    public Components parts(boolean byCorners) {
        return new RunLabels(this, byCorners).components();
    }

    /** Goes through its runs of pixels, row by row. */
    public void runs(Components.RunVisitor visitor) {
        for (int y = 0; y < height; y++) {
            for (int x = next(y, 0, true); x < width; ) {
                int after = next(y, x, false);
                visitor.run(y, x, after - 1);
                x = next(y, after, true);
            }
        }
    }

    /** With the holes that do not reach the border. */
    public BitMask filled() {
        Components outside = not().parts(false);
        boolean[] atBorder = outside.atBorder();
        return or(outside.where(part -> !atBorder[part]));
    }

    /** Sets the pixels of a row from one to before another. */
    static void fill(long[] words, int row, int from, int to) {
        int first = row + from / Long.SIZE;
        int last = row + (to - 1) / Long.SIZE;
        long head = -1L << from;
        long tail = -1L >>> -to;
        if (first == last) {
            words[first] |= head & tail;
        } else {
            words[first] |= head;
            Arrays.fill(words, first + 1, last, -1L);
            words[last] |= tail;
        }
    }

    /** The first column from one on at which a row is inside, or is not; the width where there is none. */
    int next(int y, int from, boolean inside) {
        int row = y * stride();
        long flip = inside ? 0 : -1L;
        for (int x = from; x < width; x = (x / Long.SIZE + 1) * Long.SIZE) {
            long rest = (words[row + x / Long.SIZE] ^ flip) >>> x;
            if (rest != 0) {
                return Math.min(width, x + Long.numberOfTrailingZeros(rest));
            }
        }
        return width;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitMask mask
                && width == mask.width
                && height == mask.height
                && Arrays.equals(words, mask.words);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(words);
    }
}
