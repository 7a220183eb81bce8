package org.kindlin.assays.cytometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.cytometry.DonorSeries.Point;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

class TopDoseComparisonTest {
    private static final DonorSeries RISING = new DonorSeries(List.of(
            new Point("a", 0, 10),
            new Point("a", 0, 12),
            new Point("a", 100, 15),
            new Point("b", 0, 20),
            new Point("b", 100, 23),
            new Point("c", 0, 5),
            new Point("c", 100, 10.5)));

    private static final DonorSeries FLAT = new DonorSeries(List.of(
            new Point("a", 0, 1),
            new Point("a", 100, 1.4),
            new Point("b", 0, 2),
            new Point("b", 100, 1.9),
            new Point("c", 0, 3),
            new Point("c", 100, 3.2)));

    @Test
    void valuesAreComparedWithinTheirDonor() {
        assertThat(RISING.isPaired()).isTrue();
        assertThat(RISING.topShifts()).containsExactly(4, 3, 5.5);
        assertThat(RISING.lessVehicle().values()).containsExactly(-1, 1, 4, 0, 3, 0, 5.5);
    }

    @Test
    void aDonorWithoutVehicleIsLeftOutOfChanges() {
        DonorSeries gap = new DonorSeries(List.of(
                new Point("a", 0, 10), new Point("a", 100, 15), new Point("b", 30, 90), new Point("b", 100, 99)));

        assertThat(gap.isPaired()).isTrue();
        assertThat(gap.lessVehicle().values()).containsExactly(0, 5);
        assertThat(gap.topShifts()).containsExactly(5);
    }

    @Test
    void valuesStayWhereNoDonorHasAVehicle() {
        DonorSeries none = new DonorSeries(List.of(new Point("a", 10, 1), new Point("b", 30, 4)));

        assertThat(none.isPaired()).isFalse();
        assertThat(none.lessVehicle()).isEqualTo(none);
    }

    /** scipy.stats.ttest_1samp of the differences and its confidence_interval, SciPy 1.15; Holm's method by hand. */
    @Test
    void theDifferencesAreTestedByStudentsT() {
        List<SubjectResult> results =
                TopDoseComparison.results(List.of(comparison("CD80", RISING), comparison("CD86", FLAT)), "nM", 0.95);

        Estimate shift = results.getFirst().estimate("frequencyDifference").orElseThrow();
        assertThat(shift.value()).isCloseTo(12.5 / 3, within(1e-9));
        assertThat(shift.low()).isCloseTo(1.0408619269787796, within(1e-9));
        assertThat(shift.high()).isCloseTo(7.292471406354554, within(1e-9));
        assertThat(results.getFirst().tests().get(0).p()).isCloseTo(0.029080453274228292, within(1e-12));
        assertThat(results.getFirst().tests().get(1).p()).isCloseTo(2 * 0.029080453274228292, within(1e-12));
    }

    @Test
    void oneDonorHasNoInterval() {
        DonorSeries one = new DonorSeries(List.of(new Point("", 0, 1), new Point("", 30, 4)));

        SubjectResult result = TopDoseComparison.results(List.of(comparison("CD80", one)), "nM", 0.95)
                .getFirst();

        assertThat(result.estimate("frequencyDifference").orElseThrow().value()).isEqualTo(3);
        assertThat(result.estimate("frequencyDifference").orElseThrow().low()).isNull();
        assertThat(result.warning("one-donor")).isPresent();
    }

    private static TopDoseComparison comparison(String marker, DonorSeries series) {
        return new TopDoseComparison(marker, "frequencyDifference", "%", series, DoubleUnaryOperator.identity());
    }
}
