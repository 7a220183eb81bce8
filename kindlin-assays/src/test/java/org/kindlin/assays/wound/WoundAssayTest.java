package org.kindlin.assays.wound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.image.reader.ReferenceImages;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.random.RandomStream;

/** Real brightfield frames with published areas, and frames of noise made here. */
class WoundAssayTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final String BAR = " with a scale bar";

    private static Analysis.Performed perform(
            Map<String, String> settings, Map<String, RawFile> beside, RawFile... frames) {
        List<InputFile> files = new ArrayList<>();
        for (RawFile frame : frames) {
            files.add(InputFile.of(frame).with(beside));
        }
        return Analysis.perform(new WoundAssay(), files, Settings.of(settings), 1);
    }

    private static Estimate estimate(Analysis.Performed performed, String key, String value, String name) {
        return performed.document().results().stream()
                .filter(result -> value.equals(result.subject().get(key)))
                .flatMap(result -> result.estimate(name).stream())
                .findFirst()
                .orElseThrow();
    }

    private static double value(Estimate estimate) {
        return Objects.requireNonNull(estimate.value());
    }

    /** Published: 90.880 and 85.506 % by EMBL's tool (MIT), itself reproducible to 0.2 points. */
    @Test
    void openAreaWithinThreeTenthsOfAPointOfThePublishedOne() {
        Optional<RawFile> first = ReferenceImages.find("wound/A3ROI2_Slow_frame0000_980x980_16bit.tif");
        Optional<RawFile> second = ReferenceImages.find("wound/A3ROI2_Slow_frame0001_980x980_16bit.tif");
        Optional<RawFile> roi = ReferenceImages.find("wound/A3ROI2_Slow_scratchROI_mask.png");
        if (first.isEmpty() || second.isEmpty() || roi.isEmpty()) {
            return;
        }
        Analysis.Performed performed = perform(Map.of(), Map.of("roi", roi.get()), first.get(), second.get());
        assertThat(value(estimate(performed, "frame", "1", "openPercent"))).isCloseTo(90.880, within(0.3));
        assertThat(value(estimate(performed, "frame", "2", "openPercent"))).isCloseTo(85.506, within(0.3));
        assertThat(performed.attachments()).hasSize(3);
    }

    /** Each without the other: cells of the second are less rough, and what open means must not move with them. */
    @Test
    void eachPublishedFrameAloneWithinThreeTenthsOfAPoint() {
        double[] published = {90.880, 85.506};
        for (int i = 0; i < published.length; i++) {
            Optional<RawFile> frame = ReferenceImages.find("wound/A3ROI2_Slow_frame000" + i + "_980x980_16bit.tif");
            Optional<RawFile> roi = ReferenceImages.find("wound/A3ROI2_Slow_scratchROI_mask.png");
            if (frame.isEmpty() || roi.isEmpty()) {
                return;
            }
            Analysis.Performed performed = perform(Map.of(), Map.of("roi", roi.get()), frame.get());
            assertThat(value(estimate(performed, "frame", "1", "openPercent"))).isCloseTo(published[i], within(0.3));
        }
    }

    /** Noise as strong as a third of the cells' own roughness; the films of the virtual lab say how large the bias is. */
    @Test
    void noiseThatHidesCellsIsSmoothedAway() {
        BiPredicate<Integer, Integer> covered = (x, _) -> x < 100 || x >= 300;
        Analysis.Performed performed = perform(
                Map.of("cellSize", "6"), Map.of(), frame("noisy", covered, 0, 8), frame("noisier", covered, 0, 8));
        assertThat(performed.document().methods()).contains("smoothed by a Gaussian");
        assertThat(value(estimate(performed, "frame", "1", "openArea")))
                .isCloseTo(200.0 * HEIGHT, within(2.0 * HEIGHT));
    }

    private static RawFile frame(String name, BiPredicate<Integer, Integer> covered, double blur) {
        return frame(name, covered, blur, 1);
    }

    /** Rough where {@code covered}, smooth elsewhere. */
    private static RawFile frame(String name, BiPredicate<Integer, Integer> covered, double blur, double noise) {
        RandomStream random = RandomStream.ofSeed(name.hashCode());
        float[] cells = new float[WIDTH * HEIGHT];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) random.nextGaussian();
        }
        cells = GaussianFilter.smooth(cells, WIDTH, HEIGHT, 1.5, 1.5);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = covered.test(i % WIDTH, i / WIDTH) ? 100 * cells[i] : 0;
        }
        cells = blur > 0 ? GaussianFilter.smooth(cells, WIDTH, HEIGHT, blur, blur) : cells;
        byte[] grey = new byte[cells.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.clamp(Math.round(120 + cells[i] + noise * random.nextGaussian()), 0, 255);
        }
        if (name.endsWith(BAR)) {
            for (int y = 270; y < 276; y++) {
                Arrays.fill(grey, y * WIDTH + 160, y * WIDTH + 240, (byte) 255);
            }
        }
        return new RawFile(name, PngWriter.grey(WIDTH, HEIGHT, grey, "SIMULATED DATA"));
    }

    /** A drawn scale bar took 1.6 % of the open area. */
    @Test
    void aScaleBarInTheGapIsOpen() {
        Analysis.Performed performed =
                perform(Map.of("cellSize", "6"), Map.of(), gap("a" + BAR, 100, 300), gap("b" + BAR, 120, 280));
        assertThat(value(estimate(performed, "frame", "1", "openArea")))
                .isCloseTo(200.0 * HEIGHT, within(2.0 * HEIGHT));
        assertThat(warnings(performed, "scale-bar")).hasSize(1);
    }

    private static RawFile gap(String name, int from, int to) {
        return frame(name, (x, _) -> x < from || x >= to, 0);
    }

    @Test
    void aClosingGapItsVelocityAndHalfTime() {
        Analysis.Performed performed = perform(
                Map.of("interval", "2 h", "pixelSize", "1", "cellSize", "6"),
                Map.of(),
                gap("a", 100, 300),
                gap("b", 120, 280),
                gap("c", 140, 260),
                gap("d", 160, 240));
        assertThat(value(estimate(performed, "frame", "1", "openArea")))
                .isCloseTo(200.0 * HEIGHT, within(2.0 * HEIGHT));
        assertThat(value(estimate(performed, "frame", "4", "closure"))).isCloseTo(60, within(1.0));
        // either edge moves 20 px in 2 h
        Estimate velocity = estimate(performed, "wound", "all frames", "edgeVelocity");
        assertThat(value(velocity)).isCloseTo(10, within(0.3));
        assertThat(Objects.requireNonNull(velocity.low())).isLessThanOrEqualTo(value(velocity));
        assertThat(value(estimate(performed, "wound", "all frames", "halfClosureTime")))
                .isCloseTo(5, within(0.15));
    }

    @Test
    void twoGapsAreBothMeasured() {
        Analysis.Performed performed = perform(
                Map.of("cellSize", "6"),
                Map.of(),
                frame("two", (x, _) -> x < 60 || (x >= 140 && x < 260) || x >= 330, 0));
        assertThat(value(estimate(performed, "frame", "1", "openArea")))
                .isCloseTo(150.0 * HEIGHT, within(3.0 * HEIGHT));
    }

    @Test
    void frameWithoutAWoundIsNotJudged() {
        for (RawFile bare : new RawFile[] {frame("full", (_, _) -> true, 0), frame("bare", (_, _) -> false, 0)}) {
            Analysis.Performed performed = perform(Map.of(), Map.of(), bare);
            assertThat(estimate(performed, "frame", "1", "openArea").value()).isNull();
            assertThat(performed.document().results())
                    .allMatch(result -> result.warning("abstained").isPresent());
        }
    }

    @Test
    void aFrameOutOfFocusIsNotJudgedWhileTheOthersAre() {
        Analysis.Performed performed = perform(
                Map.of("cellSize", "6"),
                Map.of(),
                gap("a", 100, 300),
                gap("b", 110, 290),
                frame("c", (x, _) -> x < 120 || x >= 280, 3),
                gap("d", 130, 270));
        assertThat(estimate(performed, "frame", "3", "openArea").value()).isNull();
        assertThat(estimate(performed, "frame", "4", "openArea").value()).isNotNull();
    }

    /** Without the first frame closure would be taken for that since the scratch. */
    @Test
    void aWoundWhoseFirstFrameIsNotJudgedStartsLater() {
        Map<String, String> settings = Map.of("interval", "2 h", "pixelSize", "1", "cellSize", "6");
        Analysis.Performed performed = perform(
                settings,
                Map.of(),
                frame("a", (x, _) -> x < 100 || x >= 300, 3),
                gap("b", 110, 290),
                gap("c", 120, 280),
                gap("d", 130, 270));
        assertThat(estimate(performed, "frame", "1", "openArea").value()).isNull();
        assertThat(value(estimate(performed, "frame", "2", "closure"))).isZero();
        assertThat(warnings(performed, "later-start"))
                .singleElement()
                .asString()
                .contains("the area of frame 2");
        Analysis.Performed whole =
                perform(settings, Map.of(), gap("a", 100, 300), gap("b", 110, 290), gap("c", 120, 280));
        assertThat(warnings(whole, "later-start")).isEmpty();
    }

    @Test
    void framesInTheWrongOrderAreToldOf() {
        Map<String, String> settings = Map.of("interval", "2 h", "cellSize", "6");
        Analysis.Performed reversed = perform(settings, Map.of(), gap("b", 140, 260), gap("a", 100, 300));
        assertThat(warnings(reversed, "opens")).hasSize(1);
        assertThat(reversed.document().verdicts().getFirst()).startsWith("The wound opened by ");
        Analysis.Performed ordered = perform(settings, Map.of(), gap("a", 100, 300), gap("b", 140, 260));
        assertThat(warnings(ordered, "opens")).isEmpty();
        assertThat(ordered.document().verdicts().getFirst()).startsWith("The wound closed by ");
    }

    /** A shell lists t10 before t2. */
    @Test
    void framesOfOneNumberAreInItsOrder() {
        Map<String, String> settings = Map.of("interval", "2 h", "pixelSize", "1", "cellSize", "6");
        Analysis.Performed listed = perform(
                settings,
                Map.of(),
                gap("t10", 140, 260),
                gap("t12", 160, 240),
                gap("t6", 100, 300),
                gap("t8", 120, 280));
        assertThat(warnings(listed, "frames-ordered")).hasSize(1);
        assertThat(value(estimate(listed, "wound", "all frames", "edgeVelocity")))
                .isCloseTo(10, within(0.3));
        Analysis.Performed stated = perform(
                Map.of("times", "0,2,4,6", "pixelSize", "1", "cellSize", "6"),
                Map.of(),
                gap("t10", 140, 260),
                gap("t12", 160, 240),
                gap("t6", 100, 300),
                gap("t8", 120, 280));
        assertThat(warnings(stated, "frames-ordered")).hasSize(1);
        assertThat(value(estimate(stated, "wound", "all frames", "edgeVelocity")))
                .isCloseTo(10, within(0.3));
    }

    private static List<String> warnings(Analysis.Performed performed, String code) {
        return performed.document().results().stream()
                .flatMap(result -> result.warning(code).stream())
                .map(Warning::message)
                .toList();
    }

    @Test
    void aWoundNotHalfClosedHasALimit() {
        Analysis.Performed performed =
                perform(Map.of("interval", "6", "cellSize", "6"), Map.of(), gap("a", 100, 300), gap("b", 110, 290));
        Estimate half = estimate(performed, "wound", "all frames", "halfClosureTime");
        assertThat(half.relation()).isEqualTo(Relation.ABOVE);
        assertThat(half.value()).isEqualTo(6.0);
    }

    @Test
    void aMaskOfAnotherSizeIsAFault() {
        RawFile mask = new RawFile("mask.png", PngWriter.mask(BitMask.none(10, 10), ""));
        assertThatThrownBy(() -> perform(Map.of(), Map.of("roi", mask), gap("a", 100, 300)))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("mask.png");
    }

    @Test
    void sameAnswerTwice() {
        List<SubjectResult> once =
                perform(Map.of(), Map.of(), gap("a", 100, 300)).document().results();
        assertThat(perform(Map.of(), Map.of(), gap("a", 100, 300)).document().results())
                .isEqualTo(once);
    }
}
