package org.kindlin.assays.proliferation;

import java.util.Arrays;
import org.kindlin.numerics.mixture.ComponentShapes;
import org.kindlin.numerics.mixture.NormalTable;

/**
 * The peaks of generations 0 to G over bins, and what belongs to none of them.
 *
 * <p>Generation g has mean intensity {@code m 2^-g + a}: each division halves the dye, but not the autofluorescence. Shape
 * parameters are the natural logarithms of m, of the dye's coefficient of variation, of a, and of the coefficient of
 * variation of a. Events that no generation explains, such as doublets and debris, go to three more components:
 * alike in all bins, and all in the first or the last bin, which hold what is beyond the axis.
 */
final class GenerationPeaks implements ComponentShapes {
    static final int UNDIVIDED = 0;
    static final int DYE_CV = 1;
    static final int AUTO = 2;
    static final int AUTO_CV = 3;
    private static final int UNEXPLAINED = 3;

    /** Standard deviations beyond which a peak has no events. */
    private static final double REACH = 8;

    private final IntensityBins bins;
    private final double[] edges;
    private final int generations;
    private final boolean unexplained;

    /**
     * Peaks of a number of divisions.
     *
     * @param divisions highest generation, 0 for the undivided alone
     * @param unexplained whether there are components for events of no generation
     */
    GenerationPeaks(IntensityBins bins, int divisions, boolean unexplained) {
        this.bins = bins;
        this.generations = divisions + 1;
        this.unexplained = unexplained;
        this.edges = new double[bins.counts().length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = bins.edge(i);
        }
    }

    @Override
    public int components() {
        return unexplained ? generations + UNEXPLAINED : generations;
    }

    @Override
    public int bins() {
        return edges.length - 1;
    }

    @Override
    public void chances(double[] shape, double[][] chances) {
        for (int g = 0; g < generations; g++) {
            fill(peak(shape, g), chances[g]);
        }
        if (unexplained) {
            Arrays.fill(chances[generations], 1.0 / bins());
            Arrays.fill(chances[generations + 1], 0);
            Arrays.fill(chances[generations + 2], 0);
            chances[generations + 1][0] = 1;
            chances[generations + 2][bins() - 1] = 1;
        }
    }

    /** The shape of one generation. */
    static PeakShape peak(double[] shape, int generation) {
        return PeakShape.of(
                StrictMath.exp(shape[UNDIVIDED]) / (1L << generation),
                StrictMath.exp(shape[DYE_CV]),
                StrictMath.exp(shape[AUTO]),
                StrictMath.exp(shape[AUTO_CV]));
    }

    private void fill(PeakShape peak, double[] chances) {
        int last = chances.length - 1;
        int first = bins.indexOf(peak.atScore(-REACH));
        int end = bins.indexOf(peak.atScore(REACH));
        Arrays.fill(chances, 0);
        double below = 0;
        for (int b = first; b <= end; b++) {
            double next = b == last ? 1 : NormalTable.below(peak.score(edges[b + 1]));
            chances[b] = next - below;
            below = next;
        }
    }
}
