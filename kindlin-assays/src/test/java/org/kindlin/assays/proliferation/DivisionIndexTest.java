package org.kindlin.assays.proliferation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class DivisionIndexTest {
    private static final double EXACT = 1e-12;

    /** FlowJo's own example: half of the original cells divide exactly three times. */
    @Test
    void workedExample() {
        double[] cells = {1000, 0, 0, 8000};
        assertThat(DivisionIndex.PROLIFERATION_INDEX.of(cells).orElseThrow()).isEqualTo(3);
        assertThat(DivisionIndex.DIVISION_INDEX.of(cells).orElseThrow()).isEqualTo(1.5);
        assertThat(DivisionIndex.PERCENT_DIVIDED.of(cells).orElseThrow()).isEqualTo(50);
        assertThat(DivisionIndex.PRECURSOR_FREQUENCY.of(cells).orElseThrow()).isEqualTo(0.5);
        assertThat(DivisionIndex.EXPANSION_INDEX.of(cells).orElseThrow()).isEqualTo(4.5);
        assertThat(DivisionIndex.REPLICATION_INDEX.of(cells).orElseThrow()).isEqualTo(8);
        assertThat(DivisionIndexSums.precursors(cells)).isEqualTo(2000);
    }

    /** Numbers and indices of synthetic_truth.json. */
    @Test
    void referenceSets() {
        double[] a = {2000, 3000, 4500, 6000, 5200, 2800, 900};
        assertThat(DivisionIndex.DIVISION_INDEX.of(a).orElseThrow()).isCloseTo(1.3482359278211689, within(EXACT));
        assertThat(DivisionIndex.PERCENT_DIVIDED.of(a).orElseThrow()).isCloseTo(65.52652841368166, within(1e-10));
        assertThat(DivisionIndex.EXPANSION_INDEX.of(a).orElseThrow()).isCloseTo(4.205763533530837, within(EXACT));
        assertThat(DivisionIndex.PROLIFERATION_INDEX.of(a).orElseThrow()).isCloseTo(2.057542129058775, within(EXACT));
        assertThat(DivisionIndex.REPLICATION_INDEX.of(a).orElseThrow()).isCloseTo(5.892314015618578, within(EXACT));
        double[] c = {1500, 1200, 1500, 2500, 4000, 5200, 6000, 5000, 2500};
        assertThat(DivisionIndex.DIVISION_INDEX.of(c).orElseThrow()).isCloseTo(1.5000584316933505, within(EXACT));
        assertThat(DivisionIndex.REPLICATION_INDEX.of(c).orElseThrow()).isCloseTo(15.141827432690269, within(1e-11));
    }

    @Test
    void undividedCellsHaveNoProliferationIndex() {
        double[] cells = {20_000};
        assertThat(DivisionIndex.DIVISION_INDEX.of(cells).orElseThrow()).isZero();
        assertThat(DivisionIndex.EXPANSION_INDEX.of(cells).orElseThrow()).isEqualTo(1);
        assertThat(DivisionIndex.PROLIFERATION_INDEX.of(cells)).isEmpty();
        assertThat(DivisionIndex.REPLICATION_INDEX.of(cells)).isEmpty();
    }

    @Test
    void gradientsAreThoseOfDifferences() {
        RandomStream random = RandomStream.ofSeed(1);
        for (DivisionIndex index : DivisionIndex.values()) {
            double[] cells = random.doubles(6, 100, 5000).toArray();
            double[] gradient = index.gradient(cells);
            for (int i = 0; i < cells.length; i++) {
                double[] more = cells.clone();
                double[] less = cells.clone();
                more[i] += 0.01;
                less[i] -= 0.01;
                double difference =
                        (index.of(more).orElseThrow() - index.of(less).orElseThrow()) / 0.02;
                assertThat(gradient[i]).isCloseTo(difference, within(1e-8));
            }
        }
    }
}
