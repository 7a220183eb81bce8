package org.kindlin.numerics.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class QuadraticBindingTest {
    /** Vectors from 60-digit arithmetic, origin beside the file; the aim was 1e-12 absolute, kept is relative. */
    @Test
    void meetsTheHighPrecisionVectors() {
        List<double[]> rows = rows("morrison_vectors.csv");
        assertThat(rows).hasSize(417);
        for (double[] row : rows) {
            QuadraticBinding binding = new QuadraticBinding(row[0], row[1], row[2]);
            assertThat(binding.unboundFraction()).isCloseTo(row[3], within(2e-15 * row[3]));
            assertThat(binding.boundFraction()).isCloseTo(1 - row[3], within(1e-15));
        }
    }

    @Test
    void halfInhibitionIsTheApparentConstantPlusHalfTheTarget() {
        for (double[] row : rows("ic50_floor.csv")) {
            double half = CompetitiveInhibition.halfInhibition(row[1], row[0]);
            assertThat(half).isCloseTo(row[2], withinPercentage(1e-12));
            assertThat(new QuadraticBinding(row[0], row[1], half).unboundFraction())
                    .isCloseTo(0.5, within(1e-14));
            assertThat(CompetitiveInhibition.apparentFromHalfInhibition(half, row[0])
                            .orElseThrow())
                    .isCloseTo(row[1], within(1e-15 * half));
        }
        assertThat(CompetitiveInhibition.apparentFromHalfInhibition(1, 2)).isEmpty();
    }

    @Test
    void fractionsSolveTheEquilibriumAndAddToOne() {
        RandomStream random = RandomStream.ofSeed(1);
        for (int i = 0; i < 20_000; i++) {
            QuadraticBinding b =
                    new QuadraticBinding(anyConcentration(random), anyConcentration(random), anyConcentration(random));
            double free = b.unboundFraction();
            double bound = b.boundFraction();
            assertThat(free + bound).isCloseTo(1, within(1e-14));
            // Mass action on the small side, where the free ligand does not cancel: f (L − T b) = K b.
            double freeLigand = b.ligand() - b.target() * bound;
            if (freeLigand > 1e-3 * b.ligand()) {
                assertThat(free * freeLigand).isCloseTo(b.constant() * bound, withinPercentage(1e-9));
            }
        }
    }

    @Test
    void derivativesAreThoseOfFiniteDifferences() {
        RandomStream random = RandomStream.ofSeed(2);
        for (int i = 0; i < 2000; i++) {
            double t = random.nextUniform(0.5, 5);
            double k = random.nextUniform(0.2, 5);
            double l = random.nextUniform(0.2, 5);
            double h = 1e-5;
            QuadraticBinding b = new QuadraticBinding(t, k, l);
            assertThat(b.derivativeByTarget()).isCloseTo((f(t + h, k, l) - f(t - h, k, l)) / (2 * h), within(1e-8));
            assertThat(b.derivativeByConstant()).isCloseTo((f(t, k + h, l) - f(t, k - h, l)) / (2 * h), within(1e-8));
            assertThat(b.derivativeByLigand()).isCloseTo((f(t, k, l + h) - f(t, k, l - h)) / (2 * h), within(1e-8));
        }
    }

    @Test
    void limitsAreTheHyperbolaTheTitrationAndNothing() {
        assertThat(f(0, 2, 6)).isEqualTo(0.25);
        assertThat(f(4, 0, 1)).isEqualTo(0.75);
        assertThat(f(4, 0, 8)).isZero();
        assertThat(f(4, 0, 4)).isZero();
        assertThat(f(4, 1, 0)).isEqualTo(1);
        assertThat(f(0, 0, 0)).isEqualTo(1);
        assertThat(f(1e-200, 1e-200, 1e-200)).isCloseTo(f(1, 1, 1), within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> f(-1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> f(1, Double.NaN, 1));
    }

    @Test
    void competingSubstrateShiftsTheConstant() {
        CompetitiveInhibition assay = new CompetitiveInhibition(10, 1.2);
        assertThat(assay.shift()).isCloseTo(9.333333333333334, within(1e-14));
        assertThat(assay.inhibitionConstant(assay.apparentConstant(0.6))).isCloseTo(0.6, within(1e-15));
        CompetitiveInhibition cell = new CompetitiveInhibition(2000, 1.2);
        double here = CompetitiveInhibition.halfInhibition(assay.apparentConstant(0.6), 2);
        double there = CompetitiveInhibition.halfInhibition(cell.apparentConstant(0.6), 2);
        assertThat(cell.translate(here, 2, assay).orElseThrow()).isCloseTo(there, withinPercentage(1e-12));
        assertThat(cell.translate(0.5, 2, assay)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CompetitiveInhibition(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CompetitiveInhibition(-1, 1));
    }

    private static double f(double target, double constant, double ligand) {
        return new QuadraticBinding(target, constant, ligand).unboundFraction();
    }

    private static double anyConcentration(RandomStream random) {
        return Math.pow(10, random.nextUniform(-13, -3));
    }

    private static List<double[]> rows(String file) {
        try (InputStream in = QuadraticBindingTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
