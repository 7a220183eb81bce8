package org.kindlin.numerics.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.motion.TrackLinker.Detection;
import org.kindlin.numerics.random.RandomStream;

class LinkingTest {

    @Test
    void assignmentIsTheCheapestOfAll() {
        RandomStream random = RandomStream.ofSeed(1);
        for (int trial = 0; trial < 300; trial++) {
            int rows = 1 + random.nextInt(5);
            int columns = rows + random.nextInt(3);
            double[][] cost = new double[rows][columns];
            for (double[] row : cost) {
                for (int j = 0; j < columns; j++) {
                    row[j] = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(20);
                }
                row[random.nextInt(columns)] = 15;
            }
            double best = cheapest(cost, 0, new boolean[columns]);
            if (best == Double.POSITIVE_INFINITY) {
                assertThatThrownBy(() -> LinearAssignment.of(cost)).isInstanceOf(IllegalArgumentException.class);
            } else {
                int[] chosen = LinearAssignment.of(cost);
                assertThat(Arrays.stream(chosen).distinct().count()).isEqualTo(rows);
                double sum = 0;
                for (int i = 0; i < rows; i++) {
                    sum += cost[i][chosen[i]];
                }
                assertThat(sum).isCloseTo(best, within(1e-9));
            }
        }
    }

    private static double cheapest(double[][] cost, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.min(best, cost[row][j] + cheapest(cost, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }

    @Test
    void crossingPointsKeepTheirTracksOverAGap() {
        List<Detection> detections = new ArrayList<>();
        for (int f = 0; f < 20; f++) {
            detections.add(new Detection(f, new double[] {10 + f, 0}));
            if (f != 7 && f != 8) {
                detections.add(new Detection(f, new double[] {10 + f, 12}));
            }
        }
        TrackLinker.Linked linked = new TrackLinker(4, 6, 2, false).link(detections);
        assertThat(linked.tracks()).hasSize(2);
        assertThat(linked.tracks().get(0)).hasSize(20);
        assertThat(linked.tracks().get(1)).hasSize(18);
        TrackLinker.Linked without = new TrackLinker(4, 6, 1, false).link(detections);
        assertThat(without.tracks()).hasSize(3);
    }

    @Test
    void daughterRemembersItsParent() {
        List<Detection> detections = new ArrayList<>();
        for (int f = 0; f < 10; f++) {
            detections.add(new Detection(f, new double[] {f, 0}));
            if (f >= 5) {
                detections.add(new Detection(f, new double[] {f, 2.0 + (f - 5)}));
            }
        }
        TrackLinker.Linked linked = new TrackLinker(1.6, 4, 0, true).link(detections);
        assertThat(linked.tracks()).hasSize(2);
        assertThat(linked.parent()).containsExactly(-1, 4);
    }

    @Test
    void nothingMakesNoTracks() {
        assertThat(new TrackLinker(1, 1, 1, true).link(List.of()).tracks()).isEmpty();
    }
}
