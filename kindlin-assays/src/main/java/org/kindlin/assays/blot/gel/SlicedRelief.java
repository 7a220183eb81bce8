package org.kindlin.assays.blot.gel;

/**
 * The relief of a picture in slices from top to foot, and how far its lanes lean: by so many columns farther right at the foot than at
 * the top as leaves the columns, each summed along the lean, most unlike each other.
 *
 * @param columns of each slice, rounded, as {@link BandRelief#columns} gives them
 * @param lean pixels from the top to the foot
 */
record SlicedRelief(float[][] columns, double lean) {
    private static final double MOST = 0.2; // of the picture's height
    private static final int STEP = 2;
    private static final double CLEARLY = 1.04; // unlike lanes and bent ones lean by a few columns by chance

    static SlicedRelief of(BandRelief relief, int slices) {
        float[][] columns = new float[slices][relief.width()];
        for (int s = 0; s < slices; s++) {
            double[] slice = relief.columns(s * relief.height() / slices, (s + 1) * relief.height() / slices);
            for (int x = 0; x < slice.length; x++) {
                columns[s][x] = (float) slice[x];
            }
        }
        double upright = contrast(new SlicedRelief(columns, 0).energy());
        double best = CLEARLY * upright;
        double lean = 0;
        int most = (int) Math.min(MOST * relief.height(), relief.width() / 4.0);
        for (int trial = -most; trial <= most; trial += STEP) {
            double contrast = contrast(new SlicedRelief(columns, trial).energy());
            if (contrast > best) {
                best = contrast;
                lean = trial;
            }
        }
        return new SlicedRelief(columns, lean);
    }

    /** By how many columns the lanes lie farther right there than half-way down; t runs from -0.5 at the top to 0.5. */
    double shift(double t) {
        return lean * t;
    }

    /** Sums of all slices along the lean, by their columns half-way down. */
    double[] energy() {
        int width = columns[0].length;
        double[] energy = new double[width];
        for (int s = 0; s < columns.length; s++) {
            int shift = (int) Math.rint(shift((s + 0.5) / columns.length - 0.5));
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
