package org.kindlin.assays.proliferation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.proliferation.PeakLimits.Range;
import org.kindlin.numerics.random.RandomStream;

/** Cultures without unstained cells: one autofluorescence for all, and what is not known of it in every interval. */
class SharedAutofluorescenceTest {
    private static final int[][] CELLS = {
        {600, 500, 700, 600, 300}, {400, 400, 600, 700, 400}, {700, 600, 500, 300, 0}, {900, 500, 200, 0, 0}
    };
    private static final double DYE = 30_000;
    private static final double AUTO = 600;
    private static final double CV = 0.3;

    private final RandomStream random = RandomStream.ofSeed(8);
    private final List<IntensityBins> cultures = Stream.of(CELLS)
            .map(cells -> IntensityBins.of(Cultures.simulate(cells, DYE, 0.15, AUTO, CV, random)))
            .toList();

    private List<GenerationFit> fits(Range auto, Range autoCv) {
        PeakLimits limits = new PeakLimits(new Range(0.7 * DYE, 1.15 * DYE), auto, autoCv);
        return cultures.stream()
                .map(bins -> new GenerationSearch(bins, limits).best(5))
                .toList();
    }

    @Test
    void allCulturesTogetherTellMoreThanTheBestAndWhatIsLeftIsInEveryInterval() {
        List<GenerationFit> alone = fits(new Range(3, 900), new Range(0.1, 0.8));
        SharedAutofluorescence shared = SharedAutofluorescence.of(alone).orElseThrow();
        double mean = StrictMath.exp(shared.logMean());
        double deviation = Math.sqrt(shared.covariance()[0][0]);
        assertThat(mean).isCloseTo(AUTO, within(4 * deviation * AUTO));
        assertThat(deviation).isBetween(0.001, 0.1);
        for (GenerationFit fit : alone) {
            int index = fit.shapes().components() + GenerationPeaks.AUTO;
            assertThat(deviation).isLessThan(Math.sqrt(fit.mixture().covariance()[index][index]));
        }
        for (GenerationFit fit : fits(Range.known(mean), Range.known(StrictMath.exp(shared.logCv())))) {
            double taken = standardError(fit);
            GenerationFit uncertain = fit.under(shared);
            double whole = standardError(uncertain);
            assertThat(whole).isGreaterThan(taken).isLessThan(1.5 * taken);
            IndexInterval resampled = new BootstrapIntervals(uncertain, 0.95, 100, random.child(fit.divisions()))
                    .of(DivisionIndex.DIVISION_INDEX)
                    .orElseThrow();
            assertThat(resampled.se()).isBetween(0.75 * whole, 1.3 * whole);
        }
    }

    private static double standardError(GenerationFit fit) {
        return new LikelihoodIntervals(fit, 0.95)
                .of(DivisionIndex.DIVISION_INDEX)
                .orElseThrow()
                .se();
    }

    @Test
    void withoutPeaksNothingIsInferred() {
        GenerationFit undivided = new GenerationSearch(
                        IntensityBins.of(Cultures.simulate(new int[] {2000}, DYE, 0.15, AUTO, CV, random)),
                        new PeakLimits(new Range(0.7 * DYE, 1.15 * DYE), new Range(3, 900), new Range(0.1, 0.8)))
                .best(3);
        assertThat(SharedAutofluorescence.of(List.of(undivided))).isEmpty();
    }
}
