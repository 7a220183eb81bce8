package org.kindlin.assays.adhesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.image.tiff.TiffWriter;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** pFAK over paxillin in painted cells: each channel with a ground of its own, glass and cell body, and adhesions of a known ratio. */
class AdhesionRatioTest {
    private static final int SIDE = 220;
    private static final int ROW = 6;
    private static final double CELL = 95; // radius of the cell in pixels

    /**
     * A picture.
     *
     * @param body light of the cell's body in either channel
     * @param bleed part of the first channel's light in the second
     * @param shift columns by which the second channel lies farther right
     * @param end of the camera
     */
    private record Scene(double top, double[] body, double bleed, int shift, int end) {
        static final Scene USUAL = new Scene(900, new double[] {300, 300}, 0, 0, 65_535);

        short[] first(RandomStream random) {
            return page(random, 0, _ -> 1, 0);
        }

        short[] second(RandomStream random, IntToDoubleFunction ratio) {
            return page(random, 1, ratio, shift);
        }

        private short[] page(RandomStream random, int channel, IntToDoubleFunction ratio, int moved) {
            short[] page = new short[SIDE * SIDE];
            for (int i = 0; i < page.length; i++) {
                int x = i % SIDE - moved;
                int y = i / SIDE;
                double light = light(x, y, body[channel], ratio);
                if (channel == 1) {
                    light += bleed * light(x, y, body[0], _ -> 1);
                }
                page[i] = (short) Math.min(end, random.nextPoisson(light) + 100L);
            }
            return page;
        }

        private double light(int x, int y, double cell, IntToDoubleFunction ratio) {
            double off = Math.hypot(x - SIDE / 2.0, y - SIDE / 2.0);
            double light = 150 + cell / (1 + Math.exp((off - CELL) / 4));
            int column = Math.clamp((int) ((x - 20) / 30.0), 0, ROW - 1);
            int line = Math.clamp((int) ((y - 20) / 30.0), 0, ROW - 1);
            int number = line * ROW + column;
            double dx = x - (35 + 30 * column);
            double dy = y - (35 + 30 * line);
            double angle = 0.4 * number;
            double u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / 3.5;
            double v = (dy * Math.cos(angle) - dx * Math.sin(angle)) / 1.3;
            return light + ratio.applyAsDouble(number) * top * Math.exp(-0.5 * (u * u + v * v));
        }
    }

    private static RawFile file(List<short[]> pages, int channels) {
        return new RawFile(
                "cell.tif",
                TiffWriter.stack(
                        new TiffWriter.Pages(16, channels), SIDE, SIDE, pages, 0.1, 20, RawFile.SIMULATED_MARK));
    }

    private static RawFile still(Scene scene, IntToDoubleFunction ratio) {
        RandomStream random = RandomStream.ofSeed(5);
        return file(List.of(scene.first(random), scene.second(random, ratio)), 2);
    }

    private static AnalysisDocument analyze(RawFile file, Map<String, String> settings) {
        return Analysis.run(new AdhesionAssay(), List.of(InputFile.of(file)), Settings.of(settings), 1);
    }

    private static double ratio(SubjectResult result) {
        return Objects.requireNonNull(
                result.estimate("secondToFirstRatio").orElseThrow().value());
    }

    private static double ratio(RawFile file, Map<String, String> settings) {
        return ratio(analyze(file, settings).results().getFirst());
    }

    @Test
    void everyAdhesionHasItsOwnRatio() {
        assertThat(ratio(still(Scene.USUAL, _ -> 0.5), Map.of())).isCloseTo(0.5, within(0.015));
        // half of them without pFAK, half with as much of it as of paxillin
        assertThat(ratio(still(Scene.USUAL, number -> number % 2), Map.of())).isCloseTo(0.5, within(0.03));
        assertThat(ratio(still(Scene.USUAL, _ -> 0), Map.of())).isCloseTo(0, within(0.015));
    }

    /** A cell bright in one channel alone: above the picture's median, which is glass, ratios came out at -0.9 to 2. */
    @Test
    void theBodyOfTheCellIsNoAdhesion() {
        Scene phospho = new Scene(900, new double[] {100, 1200}, 0, 0, 65_535);
        Scene paxillin = new Scene(900, new double[] {1200, 100}, 0, 0, 65_535);
        assertThat(ratio(still(phospho, _ -> 0.5), Map.of())).isCloseTo(0.5, within(0.04));
        assertThat(ratio(still(paxillin, _ -> 0.5), Map.of())).isCloseTo(0.5, within(0.04));
    }

    @Test
    void statedBleedThroughIsTakenOff() {
        Scene leaky = new Scene(900, new double[] {300, 300}, 0.15, 0, 65_535);
        assertThat(ratio(still(leaky, _ -> 0.5), Map.of())).isCloseTo(0.65, within(0.02));
        assertThat(ratio(still(leaky, _ -> 0.5), Map.of("bleedThroughPercent", "15")))
                .isCloseTo(0.5, within(0.02));
    }

    @Test
    void channelsMayStandInEitherOrder() {
        RandomStream random = RandomStream.ofSeed(6);
        short[] paxillin = Scene.USUAL.first(random);
        short[] phospho = Scene.USUAL.second(random, _ -> 0.4);
        RawFile turned = file(List.of(phospho, paxillin), 2);
        assertThat(ratio(turned, Map.of("adhesionChannel", "2"))).isCloseTo(0.4, within(0.015));
        assertThat(ratio(turned, Map.of("ratioChannel", "1"))).isCloseTo(0.4, within(0.015));
        assertThatThrownBy(() -> analyze(turned, Map.of("ratioChannel", "3")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("cell.tif: there is no channel 3: the file has 2");
        RawFile three = file(List.of(phospho, paxillin, phospho), 3);
        SubjectResult unsaid = analyze(three, Map.of()).results().getFirst();
        assertThat(unsaid.warning("several-channels")).isPresent();
        assertThat(unsaid.estimate("secondToFirstRatio")).isEmpty();
        assertThat(ratio(three, Map.of("adhesionChannel", "2", "ratioChannel", "3")))
                .isCloseTo(0.4, within(0.015));
    }

    @Test
    void clippedAdhesionsAreLeftOutAndTold() {
        Scene clipped = new Scene(5000, new double[] {300, 300}, 0, 0, 4095);
        SubjectResult all =
                analyze(still(clipped, _ -> 0.3), Map.of()).results().getFirst();
        assertThat(all.estimate("secondToFirstRatio").orElseThrow().value()).isNull();
        assertThat(all.warning("saturated")).isPresent();
        // pFAK alone is clipped, and only in every other adhesion
        Scene partly = new Scene(2000, new double[] {300, 300}, 0, 0, 4095);
        SubjectResult half = analyze(still(partly, number -> number % 2 == 0 ? 0.5 : 3), Map.of())
                .results()
                .getFirst();
        assertThat(ratio(half)).isCloseTo(0.5, within(0.015));
        assertThat(half.warning("saturated")).isPresent();
    }

    @Test
    void channelsThatLieBesideEachOtherAreTold() {
        Scene moved = new Scene(900, new double[] {300, 300}, 0, 2, 65_535);
        SubjectResult result =
                analyze(still(moved, _ -> 0.5), Map.of()).results().getFirst();
        assertThat(result.warning("channels-shifted").orElseThrow().message()).contains("2 pixels to the right and 0");
        assertThat(analyze(still(Scene.USUAL, _ -> 0.5), Map.of())
                        .results()
                        .getFirst()
                        .warning("channels-shifted"))
                .isEmpty();
    }

    /** pFAK is lost from frame to frame while paxillin stays: the first frame alone told nothing of it. */
    @Test
    void everyFrameOfAFilmCounts() {
        RandomStream random = RandomStream.ofSeed(7);
        double[] truth = {0.8, 0.65, 0.5, 0.4, 0.3, 0.2};
        List<short[]> pages = new ArrayList<>();
        for (double ratio : truth) {
            pages.add(Scene.USUAL.first(random));
            pages.add(Scene.USUAL.second(random, _ -> ratio));
        }
        AnalysisDocument document = analyze(file(pages, 2), Map.of());
        List<SubjectResult> frames = document.results().stream()
                .filter(result -> result.subject().containsKey("frame"))
                .toList();
        assertThat(frames).hasSize(truth.length);
        for (int t = 0; t < truth.length; t++) {
            assertThat(ratio(frames.get(t))).as("frame %d", t + 1).isCloseTo(truth[t], within(0.025));
        }
        assertThat(ratio(document.results().getFirst())).isCloseTo(0.475, within(0.015));
    }

    private static InputFile picture(String name, double ratio, String condition, String role, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        byte[] bytes = TiffWriter.stack(
                new TiffWriter.Pages(16, 2),
                SIDE,
                SIDE,
                List.of(Scene.USUAL.first(random), Scene.USUAL.second(random, _ -> ratio)),
                0.1,
                0,
                RawFile.SIMULATED_MARK);
        return new InputFile(new RawFile(name, bytes), Optional.empty(), Map.of("condition", condition, "role", role));
    }

    /** Cells of a condition differ by more than the adhesions of one do: pictures are the replicates. */
    @Test
    void conditionsAreComparedOverPictures() {
        List<InputFile> files = List.of(
                picture("a.tif", 0.62, "vehicle", "control", 1),
                picture("b.tif", 0.5, "vehicle", "control", 2),
                picture("c.tif", 0.56, "vehicle", "control", 3),
                picture("d.tif", 0.15, "defactinib", "", 4),
                picture("e.tif", 0.12, "defactinib", "", 5));
        AnalysisDocument document = Analysis.run(new AdhesionAssay(), files, Settings.of(Map.of()), 1);
        Estimate fold = document.results().stream()
                .flatMap(result -> result.estimate("secondToFirstRatioFold").stream())
                .findFirst()
                .orElseThrow();
        double truth = Math.sqrt(0.15 * 0.12) / Math.cbrt(0.62 * 0.5 * 0.56);
        assertThat(Objects.requireNonNull(fold.value())).isCloseTo(truth, within(0.03));
        assertThat(Objects.requireNonNull(fold.high()) / Objects.requireNonNull(fold.low()))
                .isGreaterThan(1.5);
        assertThat(document.verdicts().getFirst())
                .startsWith("In adhesions of defactinib the ratio of channels is 0.2");

        AnalysisDocument single =
                Analysis.run(new AdhesionAssay(), List.of(files.get(0), files.get(3)), Settings.of(Map.of()), 1);
        SubjectResult comparison = single.results().stream()
                .filter(result -> result.estimate("secondToFirstRatioFold").isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(comparison.estimate("secondToFirstRatioFold").orElseThrow().value())
                .isNull();
        assertThat(comparison.warning("no-comparison")).isPresent();
    }

    private static Optional<ChannelPlanes> planes(Picture picture, Map<String, String> settings) {
        AdhesionAssay assay = new AdhesionAssay();
        AdhesionProtocol protocol =
                assay.protocol(Settings.of(settings).resolve(assay.keys(), new Faults()), new Faults());
        return ChannelPlanes.of(picture, "pair.tif", protocol, new Faults());
    }

    /** Two pages of which a file says nothing are a film, and that is told, until channels are stated. */
    @Test
    void twoPagesMayBeFramesOrChannels() {
        ImagePlane one = ImagePlane.of(SIDE, SIDE, new float[SIDE * SIDE]);
        ImagePlane other = ImagePlane.of(SIDE, SIDE, new float[SIDE * SIDE]);
        Picture pair = new Picture(
                "pair.tif",
                "TIFF",
                List.of(ImagePage.grey(one), ImagePage.grey(other)),
                new SampleDepth(16, SampleDepth.Kind.UNSIGNED),
                false,
                ImageScale.NONE,
                List.of());
        ChannelPlanes film = planes(pair, Map.of()).orElseThrow();
        assertThat(film.first()).containsExactly(one, other);
        assertThat(film.second()).isEmpty();
        assertThat(film.findings()).anyMatch(finding -> finding.code().equals("two-pages"));
        ChannelPlanes channels = planes(pair, Map.of("ratioChannel", "1")).orElseThrow();
        assertThat(channels.first()).containsExactly(other);
        assertThat(channels.second()).containsExactly(one);
        assertThat(channels.findings()).isEmpty();
    }

    @Test
    void aFileThatHoldsFewerPicturesThanItCountsIsAFault() {
        short[] page = Scene.USUAL.first(RandomStream.ofSeed(8));
        RawFile odd = file(Collections.nCopies(3, page), 2);
        assertThatThrownBy(() -> analyze(odd, Map.of()))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("which are of which channel is not known");
    }
}
