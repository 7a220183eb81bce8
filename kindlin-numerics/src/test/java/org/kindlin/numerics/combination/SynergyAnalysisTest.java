package org.kindlin.numerics.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.ReplicateGroup;

class SynergyAnalysisTest {
    private static final double[] FIRST = {0, 3, 10, 30, 100, 300};
    private static final double[] SECOND = {0, 0.1, 0.5, 2, 10, 50};
    private static final NullSurface AGENTS = new NullSurface(agent(0.8, 40, 1.3), agent(0.95, 1.5, 0.9));

    /** SciPy 1.x, multi-start at tolerances of 1e-15; reference.py beside the data makes it anew. */
    @Test
    void departuresAreThoseOfAnIndependentProgram() throws IOException {
        List<String[]> rows = reference();
        DoseMatrix matrix = new DoseMatrix(rows.stream()
                .map(row -> new Cell(number(row, 0), number(row, 1), number(row, 2), 1))
                .toList());
        List<String[]> combinations =
                rows.stream().filter(row -> row.length > 3).toList();
        List<NullModel> columns = List.of(NullModel.values());
        for (NullModel model : columns) {
            double[] ours = SynergyAnalysis.departures(matrix, model);
            assertThat(ours).hasSize(25);
            for (int i = 0; i < ours.length; i++) {
                double theirs = number(combinations.get(i), 3 + columns.indexOf(model));
                assertThat(ours[i]).as(model + " at combination " + i).isCloseTo(theirs, within(2e-7));
            }
        }
    }

    @Test
    void anAgentWithItselfIsAdditiveAfterLoewe() {
        SingleAgent agent = agent(0.9, 20, 1.7);
        NullSurface sham = new NullSurface(agent, agent);
        for (double a : new double[] {0.5, 7, 60}) {
            for (double b : new double[] {1, 12, 300}) {
                assertThat(sham.expected(NullModel.LOEWE, a, b)).isCloseTo(agent.effect(a + b), within(1e-12));
            }
        }
    }

    @Test
    void loeweIsBetweenTheAgentsMaximaAndMonotone() {
        for (double a : FIRST) {
            double before = -1;
            for (double b : SECOND) {
                double expected = AGENTS.expected(NullModel.LOEWE, a, b);
                assertThat(expected).isBetween(0.0, 0.95);
                assertThat(expected).isGreaterThan(before);
                before = expected;
            }
        }
    }

    @Test
    void anAgentWithoutEffectLeavesTheOtherAlone() {
        NullSurface one = new NullSurface(agent(0.8, 40, 1), SingleAgent.inactive(0));
        for (NullModel model : NullModel.values()) {
            assertThat(one.expected(model, 30, 5)).isCloseTo(one.first().effect(30), within(1e-15));
        }
    }

    @Test
    void effectsCountedFromTheUntreatedWellsDoNotSeeAScaleOfAllReadings() {
        DoseMatrix matrix = matrixOf(0.1);
        MatrixFit fit = MatrixFit.of(matrix);
        double[] scaled = matrix.cells().stream()
                .mapToDouble(cell -> 1 - 1.03 * (1 - cell.mean()))
                .toArray();
        double[] before = fit.departures(List.of(NullModel.BLISS))[0];
        assertThat(fit.with(scaled).departures(List.of(NullModel.BLISS))[0]).containsExactly(before, within(1e-9));
    }

    private static DoseMatrix matrixOf(double excess) {
        List<Cell> cells = new ArrayList<>();
        for (double a : FIRST) {
            for (double b : SECOND) {
                double effect = AGENTS.expected(NullModel.BLISS, a, b) + (a > 0 && b > 0 ? excess : 0);
                cells.add(new Cell(a, b, Math.min(effect, 0.99), 3));
            }
        }
        return new DoseMatrix(cells);
    }

    @Test
    void wellsThatScatterInProportionAreFoundToDoSo() {
        RandomStream random = RandomStream.ofSeed(4);
        List<ReplicateGroup> groups = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double left = 0.05 + 0.95 * (i % 20) / 19.0;
            groups.add(ReplicateGroup.of(
                    left * (1 + 0.1 * random.nextGaussian()), left * (1 + 0.1 * random.nextGaussian())));
        }
        WellNoise noise = WellNoise.of(groups, 0).orElseThrow();
        assertThat(noise.function().cv()).isBetween(0.09, 0.11);
        List<Cell> cells = List.of(new Cell(0, 0, 0, 2));
        assertThat(noise.degreesOfFreedom(cells, new double[] {0})).isBetween(200.0, 400.0);
    }

    @Test
    void intervalOfTheMeanCoversTheTruth() {
        // 20 matrices with a known excess of 5 points; the benchmarks count thousands.
        RandomStream random = RandomStream.ofSeed(11);
        int covered = 0;
        int simulations = 20;
        for (int s = 0; s < simulations; s++) {
            Synergy bliss = synergy(random.child(s), 0.05, NullModel.BLISS);
            covered += bliss.mean().low() <= 0.05 && 0.05 <= bliss.mean().high() ? 1 : 0;
        }
        assertThat(covered / (double) simulations).isGreaterThan(0.7);
    }

    @Test
    void theSameSeedGivesTheSameResult() {
        RandomStream random = RandomStream.ofSeed(3);
        assertThat(synergy(random.child("a"), 0, NullModel.ZIP))
                .isEqualTo(synergy(random.child("a"), 0, NullModel.ZIP));
    }

    @Test
    void strongSynergyIsFoundWhereItIs() {
        Synergy synergy = synergy(RandomStream.ofSeed(5), 0.15, NullModel.BLISS);
        assertThat(synergy.mean().p()).isLessThanOrEqualTo(0.02); // 99 rounds know no smaller
        assertThat(synergy.beyondChance())
                .isNotEmpty()
                .allMatch(cell -> cell.departure().value() > 0);
    }

    /** Three wells a cell, standard deviation 0.03, Bliss independence plus a constant excess. */
    private static Synergy synergy(RandomStream random, double excess, NullModel model) {
        List<Cell> cells = new ArrayList<>();
        List<ReplicateGroup> replicates = new ArrayList<>();
        for (double a : FIRST) {
            for (double b : SECOND) {
                double truth = AGENTS.expected(NullModel.BLISS, a, b) + (a > 0 && b > 0 ? excess : 0);
                double[] wells = {noisy(truth, random), noisy(truth, random), noisy(truth, random)};
                double mean = (wells[0] + wells[1] + wells[2]) / 3;
                replicates.add(ReplicateGroup.of(1 - wells[0], 1 - wells[1], 1 - wells[2]));
                cells.add(new Cell(a, b, mean, 3));
            }
        }
        WellNoise noise = WellNoise.of(replicates, 0).orElseThrow();
        SynergyAnalysis analysis = new SynergyAnalysis(noise, 99, 0.95);
        return analysis.of(new DoseMatrix(cells), random.child("bootstrap")).stream()
                .filter(result -> result.model() == model)
                .findFirst()
                .orElseThrow();
    }

    private static double noisy(double truth, RandomStream random) {
        return truth + 0.03 * random.nextGaussian();
    }

    private static SingleAgent agent(double maximum, double ec50, double slope) {
        return new SingleAgent(0, maximum, Math.log(ec50), slope);
    }

    private static double number(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    private static List<String[]> reference() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(SynergyAnalysisTest.class.getResourceAsStream("reference.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        }
    }
}
