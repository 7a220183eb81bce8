package org.kindlin.assays.blot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Estimate;
import org.kindlin.numerics.random.RandomStream;

/** Fold changes and half-maximal doses of replicate blots by the mixed model, from ratios drawn here. */
class RatioModelTest {
    private static final double EC50 = 26;
    private static final double BOTTOM = 0.05;
    private static final int DOSES = 8;

    private static double left(double dose) {
        return BOTTOM + (1 - BOTTOM) / (1 + dose / EC50);
    }

    /** Two lanes of vehicle and eight doses on every blot, each blot of its own brightness, lanes scattering by {@code cv}. */
    private static List<LaneRatio> study(int blots, double cv, RandomStream random) {
        List<LaneRatio> lanes = new ArrayList<>();
        for (int blot = 0; blot < blots; blot++) {
            double scale = random.nextLogNormal(1, 0.5);
            for (int i = 0; i < DOSES + 2; i++) {
                double dose = i < 2 ? 0 : 3000 / Math.pow(4, DOSES + 1.0 - i);
                lanes.add(BlotLanes.lane(i + 1, blot, dose, scale * left(dose) * random.nextLogNormal(1, cv)));
            }
        }
        return lanes.stream()
                .map(lane -> lane.withFold(BlotLanes.fold(lane, lanes)))
                .toList();
    }

    private static Estimate ec50(List<LaneRatio> lanes) {
        return TargetCurves.of(lanes, BlotLanes.protocol(), 1)
                .getFirst()
                .result()
                .estimate("ic50")
                .orElseThrow();
    }

    /** With whole blots the contrast is the mean of the folds' logarithms over blots. */
    @Test
    void foldsOfWholeBlotsAreGeometricMeans() {
        List<LaneRatio> lanes = study(3, 0.1, RandomStream.ofSeed(1));
        for (FoldChange change : FoldChange.of(lanes, BlotLanes.protocol())) {
            double mean = (change.logs()[0] + change.logs()[1] + change.logs()[2]) / 3;
            assertThat(Math.log(change.value())).isCloseTo(mean, within(1e-9));
            assertThat(change.contrast()).isPresent();
        }
    }

    /** How bright a blot is cancels within it, whatever the other lanes do. */
    @Test
    void exposureOfABlotChangesNothing() {
        List<LaneRatio> lanes = study(3, 0.1, RandomStream.ofSeed(2));
        List<LaneRatio> brighter = lanes.stream()
                .map(lane -> lane.blot().equals("1")
                        ? BlotLanes.lane(
                                        lane.use().lane(),
                                        1,
                                        lane.use().dose().orElse(0),
                                        40 * lane.ratio().orElseThrow())
                                .withFold(lane.fold())
                        : lane)
                .toList();
        Estimate one = ec50(lanes);
        Estimate other = ec50(brighter);
        assertThat(Objects.requireNonNull(other.value()) / Objects.requireNonNull(one.value()))
                .isCloseTo(1, within(0.003));
        assertThat(Objects.requireNonNull(other.high()) / Objects.requireNonNull(one.high()))
                .isCloseTo(1, within(0.003));
    }

    /** 60 studies of three blots: the truth lies within, and intervals are as wide as the scatter of the estimates asks for. */
    @Test
    void intervalsAreAsWideAsEstimatesScatter() {
        RandomStream random = RandomStream.ofSeed(3);
        int held = 0;
        double squares = 0;
        double width = 0;
        int studies = 60;
        for (int i = 0; i < studies; i++) {
            Estimate found = ec50(study(3, 0.08, random));
            double error = Math.log(Objects.requireNonNull(found.value()) / EC50);
            double low = Math.log(Objects.requireNonNull(found.low()) / EC50);
            double high = Math.log(Objects.requireNonNull(found.high()) / EC50);
            squares += error * error / studies;
            width += (high - low) / studies;
            held += low <= 0 && high >= 0 ? 1 : 0;
        }
        assertThat(held).isBetween(52, 60);
        assertThat(width / (2 * 2.06 * Math.sqrt(squares))).isBetween(0.8, 1.25);
    }

    @Test
    void oneBlotHasFoldsWithoutIntervals() {
        List<LaneRatio> lanes = study(1, 0.1, RandomStream.ofSeed(4));
        assertThat(FoldChange.of(lanes, BlotLanes.protocol()))
                .allMatch(change -> change.halfWidth(0.95).isEmpty());
        assertThat(ec50(lanes).value()).isNotNull();
    }
}
