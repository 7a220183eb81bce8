package org.kindlin.numerics.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.SigmoidCurve;

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
        var departures = Departures.of(matrix, List.of(NullModel.values()));
        List<NullModel> columns = List.of(NullModel.values());
        for (NullModel model : columns) {
            double[] ours = departures.from(model);
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
        NullSurface one = new NullSurface(agent(0.8, 40, 1), new SingleAgent(0, Optional.empty()));
        for (NullModel model : NullModel.values()) {
            assertThat(one.expected(model, 30, 5)).isEqualTo(one.first().effect(30));
        }
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
        assertThat(synergy.mean().p()).isLessThanOrEqualTo(0.01);
        assertThat(synergy.beyondChance())
                .isNotEmpty()
                .allMatch(cell -> cell.departure().value() > 0);
    }

    /** Three wells a cell, standard deviation 0.03, Bliss independence plus a constant excess. */
    private static Synergy synergy(RandomStream random, double excess, NullModel model) {
        List<Cell> cells = new ArrayList<>();
        double squares = 0;
        for (double a : FIRST) {
            for (double b : SECOND) {
                double truth = AGENTS.expected(NullModel.BLISS, a, b) + (a > 0 && b > 0 ? excess : 0);
                double[] wells = {noisy(truth, random), noisy(truth, random), noisy(truth, random)};
                double mean = (wells[0] + wells[1] + wells[2]) / 3;
                for (double well : wells) {
                    squares += (well - mean) * (well - mean);
                }
                cells.add(new Cell(a, b, mean, 3));
            }
        }
        SynergyAnalysis analysis = new SynergyAnalysis(squares / 72, 72, 99, 0.95);
        return analysis.of(new DoseMatrix(cells), random.child("bootstrap")).stream()
                .filter(result -> result.model() == model)
                .findFirst()
                .orElseThrow();
    }

    private static double noisy(double truth, RandomStream random) {
        return truth + 0.03 * random.nextGaussian();
    }

    private static SingleAgent agent(double maximum, double ec50, double slope) {
        return new SingleAgent(
                0, Optional.of(new SigmoidCurve(Math.log10(ec50), slope, maximum, 0, 1, Direction.RISING)));
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
