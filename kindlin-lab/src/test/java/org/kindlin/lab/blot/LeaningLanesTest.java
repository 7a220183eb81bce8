package org.kindlin.lab.blot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.image.Samples;
import org.kindlin.lab.optics.Camera;
import org.kindlin.numerics.random.RandomStream;

/** Lanes that lean by more than the room between them are followed to their feet. */
class LeaningLanesTest {
    private static final int LANES = 10;
    private static final int HEIGHT = 300;
    private static final double[] ROWS = {70, 150, 230};

    private static BlotScene scene(double lean, RandomStream random) {
        List<BlotScene.Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            List<BlotScene.Band> bands = new ArrayList<>();
            for (double row : ROWS) {
                bands.add(new BlotScene.Band(row, random.nextUniform(2000, 12_000), 4.5, 4.5));
            }
            lanes.add(new BlotScene.Lane(60 + 60.0 * lane, 20, bands));
        }
        return new BlotScene(660, HEIGHT, 0, lean, 2, 2, new BlotScene.Ground(600, 200, 0), lanes);
    }

    @Test
    void bandsOfLeaningLanesAreMeasuredInTheirOwnLanes() {
        for (double lean : new double[] {-24, -12, 0, 12, 24}) {
            RandomStream random = RandomStream.ofSeed(3);
            BlotScene scene = scene(lean, random);
            short[] samples = scene.photograph(new Camera(0.5, 100, 2.5, 16), random);
            Gel gel = Gel.measure(
                    new ImagePlane(scene.width(), HEIGHT, new Samples.Shorts(samples)),
                    new SampleDepth(16, SampleDepth.Kind.UNSIGNED),
                    GelProtocol.STANDARD);
            assertThat(gel.lanes()).as("lean %s", lean).hasSize(LANES);
            for (int i = 0; i < LANES; i++) {
                MeasuredLane lane = gel.lanes().get(i);
                BlotScene.Lane truth = scene.lanes().get(i);
                assertThat(lane.bands()).as("lean %s, lane %d", lean, i + 1).hasSize(ROWS.length);
                for (int k = 0; k < ROWS.length; k++) {
                    double volume = BlotScene.volume(truth, truth.bands().get(k));
                    assertThat(lane.bands().get(k).volume())
                            .as("lean %s, lane %d, band %d", lean, i + 1, k + 1)
                            .isCloseTo(volume, within(0.03 * volume));
                }
            }
        }
    }
}
