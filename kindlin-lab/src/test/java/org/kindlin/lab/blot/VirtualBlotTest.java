package org.kindlin.lab.blot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.blot.BlotAssay;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.VirtualLab;

/** The blot that the lab makes gives its truth back. */
class VirtualBlotTest {

    @Test
    void theTrueMidpointLiesWithinTheInterval() {
        List<LabFile> files = VirtualLab.perform(new VirtualBlot(), Settings.of(Map.of()), 11);
        LabFile layout = files.stream()
                .filter(file -> file.name().equals("layout.csv"))
                .findFirst()
                .orElseThrow();
        Map<String, RawFile> beside = Map.of("layout", new RawFile(layout.name(), layout.bytes()));
        List<InputFile> inputs = new ArrayList<>();
        for (LabFile file : files) {
            if (file.name().endsWith(".tif")) {
                inputs.add(InputFile.of(new RawFile(file.name(), file.bytes())).with(beside));
            }
        }
        AnalysisDocument document = Analysis.run(new BlotAssay(), inputs, Settings.of(Map.of("doseUnit", "nM")), 1);
        assertThat(document.simulated()).isTrue();
        Estimate ic50 = document.results().stream()
                .flatMap(result -> result.estimate("ic50").stream())
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(ic50.low())).isLessThan(26);
        assertThat(Objects.requireNonNull(ic50.high())).isGreaterThan(26);
        assertThat(ic50.high() / ic50.low()).isLessThan(3);
    }

    private static double[] volumes(ImagePlane plane, SampleDepth depth) {
        return Gel.measure(plane, depth, GelProtocol.STANDARD).lanes().stream()
                .mapToDouble(lane ->
                        lane.bands().stream().mapToDouble(Band::volume).max().orElse(0))
                .toArray();
    }

    /** Upside down, and in negative: lanes, bands and their ratios are the same. */
    @Test
    void turnedAndInvertedPicturesGiveTheSameRatios() {
        LabFile file = VirtualLab.perform(new VirtualBlot(), Settings.of(Map.of()), 11).stream()
                .filter(one -> one.name().equals("FAK-1.tif"))
                .findFirst()
                .orElseThrow();
        Picture picture = ImageReader.read(new RawFile(file.name(), file.bytes()), new Faults())
                .orElseThrow();
        ImagePlane plane = picture.first().greyPlane();
        float[] values = plane.values();
        float[] turned = new float[values.length];
        float[] inverted = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i] = values[values.length - 1 - i];
            inverted[i] = 65_535 - values[i];
        }
        double[] asMade = volumes(plane, picture.depth());
        double[] upsideDown = volumes(ImagePlane.of(plane.width(), plane.height(), turned), picture.depth());
        double[] negative = volumes(ImagePlane.of(plane.width(), plane.height(), inverted), picture.depth());
        assertThat(asMade).hasSize(10);
        for (int lane = 0; lane < 10; lane++) {
            assertThat(upsideDown[9 - lane] / asMade[lane]).isCloseTo(1, within(0.005));
            assertThat(negative[lane] / asMade[lane]).isCloseTo(1, within(0.001));
        }
    }
}
