package org.kindlin.assays.proliferation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.proliferation.PeakLimits.Range;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.random.RandomStream;

/** Few divided cells, spread over many generations, beside events of no generation, alike in all bins. */
class FewDividedCellsTest {
    private static final double DYE = 24_800;
    private static final PeakLimits LIMITS =
            new PeakLimits(new Range(0.7 * DYE, 1.15 * DYE), Range.known(70), Range.known(0.3));

    private final RandomStream random = RandomStream.ofSeed(26);

    private GenerationFit fit(int[] cells, int debris) {
        double[] events = Cultures.simulate(cells, DYE, 0.21, 70, 0.3, random);
        double[] all = Arrays.copyOf(events, events.length + debris);
        for (int i = events.length; i < all.length; i++) {
            all[i] = Math.exp(random.nextUniform(Math.log(20), Math.log(50_000)));
        }
        return new GenerationSearch(IntensityBins.of(all), LIMITS).best(10);
    }

    private static IndexInterval interval(GenerationFit fit) {
        return new LikelihoodIntervals(fit, 0.95)
                .of(DivisionIndex.DIVISION_INDEX)
                .orElseThrow();
    }

    /** As events of no generation, which cost one parameter for five, they made the index 0 to 0.005 for 0.028 and 0.017. */
    @Test
    void cellsOfSeveralGenerationsAreNotEventsOfNone() {
        for (int[] cells : new int[][] {{900, 9, 15, 20, 18, 10}, {930, 6, 10, 12, 10, 6}}) {
            double truth = DivisionIndex.DIVISION_INDEX
                    .of(Arrays.stream(cells).asDoubleStream().toArray())
                    .orElseThrow();
            IndexInterval interval = interval(fit(cells, 0));

            assertThat(interval.low()).isPositive().isLessThan(truth);
            assertThat(interval.high()).isGreaterThan(truth);
        }
    }

    /** A control twice as bright as the culture's undivided cells moves every generation by one, and fits as well. */
    @Test
    void aCultureWithoutUndividedCellsIsToldToBeOneOrAnUnlikeControl() {
        RawFile culture =
                table("culture.csv", Cultures.simulate(new int[] {600, 500, 700}, DYE, 0.15, 70, 0.3, random));
        RawFile like = table("like.csv", Cultures.simulate(new int[] {1500}, DYE, 0.15, 70, 0.3, random));
        RawFile unlike = table("unlike.csv", Cultures.simulate(new int[] {1500}, 2 * DYE, 0.15, 70, 0.3, random));

        assertThat(withControl(culture, like).warning("none-undivided")).isEmpty();
        assertThat(withControl(culture, unlike).warning("none-undivided")).isPresent();
    }

    private static SubjectResult withControl(RawFile culture, RawFile control) {
        InputFile undivided = new InputFile(control, Optional.empty(), Map.of("role", "undivided"));
        return Cultures.whole(Cultures.analyze(
                List.of(InputFile.of(culture), undivided), Map.of("autofluorescence", "70", "mostGenerations", "5")));
    }

    private static RawFile table(String name, double[] values) {
        return Cultures.text(
                name,
                "cfse\n" + Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void debrisAmongUndividedCellsIsNoDivision() {
        GenerationFit fit = fit(new int[] {2900}, 100);

        assertThat(fit.divisions()).isZero();
        assertThat(fit.unexplainedShare()).isBetween(0.015, 0.05);
        assertThat(interval(fit).high()).isLessThan(0.01);
    }
}
