package org.kindlin.assays.blot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;

/** Pictures that lie on their sides. */
class OrientationTest {
    private static final SyntheticBlot BLOT = new SyntheticBlot(6, 40).bands(60, 100, 80, 50, 25, 12, 40);

    /** The picture turned clockwise by so many quarters. */
    private static RawFile turned(byte[] png, int quarters) {
        ImagePlane plane = ImageReader.read(new RawFile("blot.png", png), new Faults())
                .orElseThrow()
                .first()
                .greyPlane()
                .turned(quarters);
        byte[] samples = new byte[plane.width() * plane.height()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) plane.samples().at(i);
        }
        return new RawFile("turned.png", PngWriter.grey(plane.width(), plane.height(), samples, "SIMULATED DATA"));
    }

    private static AnalysisDocument analyze(RawFile file, Map<String, String> settings) {
        return Analysis.run(new BlotAssay(), List.of(InputFile.of(file)), Settings.of(settings), 1);
    }

    private static double[] volumes(AnalysisDocument document) {
        return document.results().stream()
                .flatMap(result -> result.estimate("volume").stream())
                .mapToDouble(volume -> volume.value() == null ? 0 : volume.value())
                .toArray();
    }

    @Test
    void aPictureOnItsSideGivesNoNumbersButSaysSo() {
        for (int quarters : new int[] {1, 3}) {
            for (byte[] picture : new byte[][] {BLOT.png(), BLOT.inverted()}) {
                AnalysisDocument document = analyze(turned(picture, quarters), Map.of());
                assertThat(volumes(document)).isEmpty();
                assertThat(document.results())
                        .anyMatch(result -> result.warning("lanes-across").isPresent());
            }
        }
    }

    @Test
    void theLadderGelIsRecognisedToo() {
        byte[] ladder = BlotAssayTest.resource("gelgenie_ref_1_image.png");
        assertThat(volumes(analyze(turned(ladder, 1), Map.of()))).isEmpty();
        assertThat(analyze(new RawFile("ladder.png", ladder), Map.of()).results())
                .noneMatch(result -> result.warning("lanes-across").isPresent()
                        || result.warning("orientation-unsure").isPresent());
    }

    @Test
    void statedItIsMeasuredAsTheUprightPictureIs() {
        double[] upright = volumes(analyze(turned(BLOT.png(), 0), Map.of()));
        assertThat(upright).hasSize(6);
        Map<String, Integer> quarters = Map.of("top-right", 1, "top-down", 2, "top-left", 3);
        quarters.forEach((orientation, turns) -> {
            AnalysisDocument document = analyze(turned(BLOT.png(), turns), Map.of("orientation", orientation));
            double[] volumes = volumes(document);
            assertThat(volumes).as(orientation).hasSize(6);
            for (int i = 0; i < 6; i++) {
                assertThat(volumes[i] / upright[i]).isCloseTo(1, within(1e-6));
            }
            assertThat(document.results()).anyMatch(OrientationTest::saysSo);
        });
    }

    private static boolean saysSo(SubjectResult result) {
        return result.warning("picture-turned").isPresent();
    }
}
