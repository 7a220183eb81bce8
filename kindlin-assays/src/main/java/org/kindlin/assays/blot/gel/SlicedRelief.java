package org.kindlin.assays.blot.gel;

/**
 * The relief of a picture in slices from top to foot, and how far its lanes lean: by so many columns farther right at the foot than at
 * the top as leaves the columns, each summed along the lean, most unlike each other.
 *
 * @param columns of each slice, as many as the picture has
 * @param lean pixels from the top to the foot
 */
record SlicedRelief(float[][] columns, double lean) {
    private static final double MOST = 0.2; // of the picture's height
    private static final int STEP = 2;
    private static final double CLEARLY = 1.04; // unlike lanes and bent ones lean by a few columns by chance

    static SlicedRelief of(BandRelief relief, int slices, int pictureWidth) {
        float[][] merged = new float[slices][];
        for (int s = 0; s < slices; s++) {
            merged[s] = relief.columns(s * relief.height() / slices, (s + 1) * relief.height() / slices);
        }
        double most = Math.min(MOST * relief.height(), pictureWidth / 4.0);
        int step = Math.max(1, STEP / relief.merged());
        double lean = relief.merged() * lean(merged, (int) (most / relief.merged()), step);
        return new SlicedRelief(drawnOut(merged, relief.merged(), pictureWidth), lean);
    }

    private static double lean(float[][] columns, int most, int step) {
        double best = CLEARLY * contrast(energy(columns, 0));
        double lean = 0;
        for (int trial = -most; trial <= most; trial += step) {
            double contrast = contrast(energy(columns, trial));
            if (contrast > best) {
                best = contrast;
                lean = trial;
            }
        }
        return lean;
    }

    /** Straight lines between the middles of merged columns. */
    private static float[][] drawnOut(float[][] merged, int side, int width) {
        int last = merged[0].length - 1;
        float[][] columns = new float[merged.length][width];
        for (int x = 0; x < width; x++) {
            double place = Math.clamp((x + 0.5) / side - 0.5, 0, last);
            int left = (int) place;
            int right = Math.min(left + 1, last);
            float part = (float) (place - left);
            for (int s = 0; s < merged.length; s++) {
                columns[s][x] = merged[s][left] + part * (merged[s][right] - merged[s][left]);
            }
        }
        return columns;
    }

    /** The middle of a slice, from -0.5 at the top to 0.5. */
    double t(int slice) {
        return middle(slice, columns.length);
    }

    private static double middle(int slice, int slices) {
        return (slice + 0.5) / slices - 0.5;
    }

    /** By how many columns the lanes lie farther right in a slice than half-way down. */
    double shift(int slice) {
        return lean * t(slice);
    }

    /** Sums of all slices along the lean, by their columns half-way down. */
    double[] energy() {
        return energy(columns, lean);
    }

    private static double[] energy(float[][] columns, double lean) {
        int width = columns[0].length;
        double[] energy = new double[width];
        for (int s = 0; s < columns.length; s++) {
            int shift = (int) Math.rint(lean * middle(s, columns.length));
            add(energy, columns[s], shift, Math.max(0, -shift), Math.min(width, width - shift));
        }
        return energy;
    }

    private static void add(double[] energy, float[] slice, int shift, int from, int to) {
        for (int x = from; x < to; x++) {
            energy[x] += slice[x + shift];
        }
    }

    private static double contrast(double[] energy) {
        double squares = 0;
        for (double one : energy) {
            squares += one * one;
        }
        return squares;
    }
}
