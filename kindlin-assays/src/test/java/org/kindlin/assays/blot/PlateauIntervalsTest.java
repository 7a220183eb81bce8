package org.kindlin.assays.blot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.random.RandomStream;

/** How often 95 % intervals of a curve's parameters hold the truth where blots differ in exposure by far more than lanes scatter. */
class PlateauIntervalsTest {
    private static final double EC50 = 26;
    private static final double BOTTOM = 5; // % of the reference
    private static final BlotProtocol PROTOCOL = BlotLanes.protocol();

    /**
     * Replicate blots.
     *
     * @param references vehicle lanes on each
     * @param between standard deviation of the logarithm of a blot's exposure
     * @param lanes of a lane's
     * @param lost part of the lanes that cannot be used
     */
    private record Design(int blots, int references, int doses, double between, double lanes, double lost) {
        List<LaneRatio> study(RandomStream random) {
            List<LaneRatio> all = new ArrayList<>();
            for (int blot = 0; blot < blots; blot++) {
                double exposure = Math.exp(between * random.nextGaussian());
                for (int i = 0; i < references + doses; i++) {
                    double dose = i < references ? 0 : 3000 / Math.pow(4, doses - 1.0 - (i - references));
                    double left = BOTTOM + (100 - BOTTOM) / (1 + dose / EC50);
                    double ratio = exposure * left * Math.exp(lanes * random.nextGaussian());
                    if (i == 0 || random.nextDouble() >= lost) {
                        all.add(BlotLanes.lane(i + 1, blot, dose, ratio));
                    }
                }
            }
            return all.stream()
                    .map(lane -> lane.withFold(BlotLanes.fold(lane, all)))
                    .toList();
        }
    }

    /** How often an interval held the truth, and how wide it was for the scatter of its estimates. */
    private static final class Score {
        private final double truth;
        private int studies;
        private int held;
        private double squares;
        private double widths;

        private Score(double truth) {
            this.truth = truth;
        }

        void add(SubjectResult curve, String name) {
            Estimate estimate = curve.estimate(name).orElseThrow();
            double low = Objects.requireNonNull(estimate.low());
            double high = Objects.requireNonNull(estimate.high());
            studies++;
            held += low <= truth && truth <= high ? 1 : 0;
            squares += Math.pow(Objects.requireNonNull(estimate.value()) - truth, 2);
            widths += high - low;
        }

        /** Within 3.5 binomial deviations of 95 %, and neither always. */
        void assertHolds(String what) {
            double spread = 3.5 * Math.sqrt(0.95 * 0.05 * studies);
            assertThat((double) held)
                    .as("%s held of %d", what, studies)
                    .isBetween(0.95 * studies - spread, Math.min(studies - 1.0, 0.95 * studies + spread));
            double halfWidth = widths / studies / 2 / Math.sqrt(squares / studies); // 2 for many degrees of freedom
            assertThat(halfWidth).as("%s half width over scatter", what).isBetween(1.7, 2.8);
        }
    }

    /**
     * In % of the reference lanes top is 100; half of that is reached at a higher dose than half-way to a bottom of 5. Before plateaus
     * were held against the reference lanes of their own blots all of their intervals held, five times as wide as this.
     */
    private static void assertHold(Design design, int studies, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        Map<String, Score> scores = Map.of(
                "top", new Score(100),
                "bottom", new Score(BOTTOM),
                "ic50", new Score(EC50),
                "ic50-absolute", new Score(EC50 * 50 / (50 - BOTTOM)));
        for (int i = 0; i < studies; i++) {
            SubjectResult curve = TargetCurves.of(design.study(random), PROTOCOL, 1)
                    .getFirst()
                    .result();
            scores.forEach((name, score) -> score.add(curve, name));
        }
        scores.forEach((name, score) -> score.assertHolds(name));
    }

    @Test
    void wholeBlots() {
        assertHold(new Design(3, 2, 8, 1, 0.08, 0), 250, 1);
    }

    @Test
    void blotsWithLanesMissing() {
        assertHold(new Design(4, 2, 8, 1, 0.08, 0.15), 120, 2);
    }

    /** Blots that differ by next to nothing have the same intervals as those that differ by a factor of a hundred. */
    @Test
    void exposureMakesNoDifference() {
        RandomStream random = RandomStream.ofSeed(3);
        SubjectResult alike = TargetCurves.of(new Design(3, 2, 8, 0.02, 0.08, 0).study(random), PROTOCOL, 1)
                .getFirst()
                .result();
        SubjectResult unlike = TargetCurves.of(
                        new Design(3, 2, 8, 2, 0.08, 0).study(RandomStream.ofSeed(3)), PROTOCOL, 1)
                .getFirst()
                .result();
        for (String name : List.of("top", "bottom", "ic50")) {
            double one =
                    Objects.requireNonNull(alike.estimate(name).orElseThrow().se());
            double other =
                    Objects.requireNonNull(unlike.estimate(name).orElseThrow().se());
            assertThat(other / one).as(name).isBetween(0.85, 1.18);
        }
    }
}
