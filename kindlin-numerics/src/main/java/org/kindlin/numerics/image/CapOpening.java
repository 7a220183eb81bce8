package org.kindlin.numerics.image;

import java.util.Arrays;

/**
 * The opening of a picture by a cap: the highest that caps reach which are pushed up from below until a pixel stops them (S. R.
 * Sternberg, Comput. Vis. Graph. Image Process. 35:333-355, 1986). Exact, in whole numbers.
 *
 * <p>A row of the cap that falls to both sides is the highest of flat chords, each under a minimum over a window; and rows
 * as far above as below its middle are the same. That leaves a quarter of the cap's area of steps a pixel, whatever the picture
 * shows, in loops that run along rows.
 *
 * @param height of the cap at {@code [|dy|][|dx|]}, falling along every row; rows end where the cap does
 */
record CapOpening(int[][] height) {
    /** Beyond every value less every height. */
    static final int FAR = 1 << 30;

    /** How far the cap reaches from its middle, in columns and rows. */
    int reach() {
        int reach = height.length - 1;
        for (int[] row : height) {
            reach = Math.max(reach, row.length - 1);
        }
        return reach;
    }

    /** The opening. Middles of caps may lie beyond the borders; only pixels of the picture stop a cap. */
    int[] of(int[] picture, int width, int height) {
        int reach = reach();
        int w = width + 2 * reach;
        int h = height + 2 * reach;
        int[] room = new int[w * h];
        Arrays.fill(room, FAR);
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture, y * width, room, (y + reach) * w + reach, width);
        }
        int[] middles = pushed(room, w, h);
        for (int i = 0; i < middles.length; i++) {
            middles[i] = -middles[i];
        }
        int[] tops = pushed(middles, w, h);
        int[] opened = new int[picture.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                opened[y * width + x] = -tops[(y + reach) * w + reach + x];
            }
        }
        return opened;
    }

    /** At every pixel the least of what lies under the cap less the cap's height there. */
    private int[] pushed(int[] picture, int width, int rows) {
        int[] least = new int[picture.length];
        Arrays.fill(least, FAR);
        int[][] windows = new int[reach() + 1][width];
        int[] line = new int[width + 2 * reach()];
        int[] arc = new int[width];
        for (int y = 0; y < rows; y++) {
            windows(picture, y * width, windows, line);
            for (int dy = 0; dy < height.length; dy++) {
                arc(windows, height[dy], arc);
                if (y - dy >= 0) {
                    lower(least, (y - dy) * width, arc);
                }
                if (dy > 0 && y + dy < rows) {
                    lower(least, (y + dy) * width, arc);
                }
            }
        }
        return least;
    }

    /** Minima of a row over 1, 3, 5, ... columns. */
    private static void windows(int[] picture, int start, int[][] windows, int[] line) {
        int reach = windows.length - 1;
        int width = windows[0].length;
        Arrays.fill(line, FAR);
        System.arraycopy(picture, start, line, reach, width);
        System.arraycopy(picture, start, windows[0], 0, width);
        for (int half = 1; half <= reach; half++) {
            widen(windows[half], windows[half - 1], line, reach - half, reach + half);
        }
    }

    private static void widen(int[] wide, int[] narrow, int[] line, int left, int right) {
        for (int x = 0; x < wide.length; x++) {
            wide[x] = Math.min(narrow[x], Math.min(line[x + left], line[x + right]));
        }
    }

    /** The least of all windows less the heights of their chords. */
    private static void arc(int[][] windows, int[] chord, int[] arc) {
        Arrays.fill(arc, FAR);
        int half = 0;
        for (; half + 3 < chord.length; half += 4) {
            four(arc, windows, chord, half);
        }
        for (; half < chord.length; half++) {
            one(arc, windows[half], chord[half]);
        }
    }

    private static void four(int[] arc, int[][] windows, int[] chord, int half) {
        int[] a = windows[half];
        int[] b = windows[half + 1];
        int[] c = windows[half + 2];
        int[] d = windows[half + 3];
        int ha = chord[half];
        int hb = chord[half + 1];
        int hc = chord[half + 2];
        int hd = chord[half + 3];
        for (int x = 0; x < arc.length; x++) {
            int ab = Math.min(a[x] - ha, b[x] - hb);
            int cd = Math.min(c[x] - hc, d[x] - hd);
            arc[x] = Math.min(arc[x], Math.min(ab, cd));
        }
    }

    private static void one(int[] arc, int[] window, int height) {
        for (int x = 0; x < arc.length; x++) {
            arc[x] = Math.min(arc[x], window[x] - height);
        }
    }

    private static void lower(int[] least, int start, int[] arc) {
        for (int x = 0; x < arc.length; x++) {
            least[start + x] = Math.min(least[start + x], arc[x]);
        }
    }
}
