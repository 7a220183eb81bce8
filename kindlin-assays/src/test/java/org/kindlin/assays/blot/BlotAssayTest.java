package org.kindlin.assays.blot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.Baseline;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.image.reader.ReferenceImages;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;

/** A ladder gel whose bands others measured by hand (README of the test resources), and blots made here. */
class BlotAssayTest {
    /** Amounts of 10, 8, 6, 5, 4, 3, 2, 1.5, 1.2, 1 and 0.5 kb in NEB 1 kb Plus, by the maker. */
    private static final double[] NANOGRAMS = {40, 40, 48, 40, 32, 120, 40, 57, 45, 122, 124};

    private static final int TOP_OF_THE_PROJECT = 10;

    static byte[] resource(String name) {
        try (InputStream stream = BlotAssayTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(String name) {
        return new String(resource(name), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Gel gel(RawFile file) {
        Picture picture = ImageReader.read(file, new Faults()).orElseThrow();
        return Gel.measure(picture.first().greyPlane(), picture.depth(), GelProtocol.STANDARD);
    }

    private static Gel ladder() {
        return gel(new RawFile("ladder.png", resource("gelgenie_ref_1_image.png")));
    }

    @Test
    void fourLanesWithinFivePixelsOfTheProject() {
        List<MeasuredLane> lanes = ladder().lanes();
        assertThat(lanes).hasSize(4);
        for (String[] row : rows("gelgenie_ref_1_lanes.csv")) {
            MeasuredLane lane = lanes.get(Integer.parseInt(row[0]) - 1);
            assertThat(lane.lane().centreAt(Double.parseDouble(row[2])))
                    .isCloseTo(Double.parseDouble(row[1]), within(5.0));
            assertThat(lane.lane().centreAt(Double.parseDouble(row[4])))
                    .isCloseTo(Double.parseDouble(row[3]), within(5.0));
            // narrower than drawn by hand: what lies beyond the edge is measured as the lane's margin
            assertThat(lane.lane().width()).isCloseTo(Double.parseDouble(row[5]), within(7.0));
        }
    }

    @Test
    void everyOneOfFiftySevenBandsWithinAPixelOfTheProject() {
        List<MeasuredLane> lanes = ladder().lanes();
        List<String[]> bands = rows("gelgenie_ref_1_bands.csv");
        assertThat(bands).hasSize(57);
        for (String[] row : bands) {
            double peak = Double.parseDouble(row[4]) + TOP_OF_THE_PROJECT;
            double nearest = lanes.get(Integer.parseInt(row[0]) - 1).bands().stream()
                    .mapToDouble(band -> Math.abs(band.position() - peak))
                    .min()
                    .orElseThrow();
            assertThat(nearest).as("lane %s band %s", row[0], row[1]).isLessThan(1.0);
        }
        assertThat(lanes.stream().mapToInt(lane -> lane.bands().size()).sum()).isBetween(57, 66);
    }

    @Test
    void volumesFollowTheAmountsOfTheMaker() {
        for (MeasuredLane lane : ladder().lanes()) {
            double[] volumes = new double[NANOGRAMS.length];
            for (int i = 0; i < 10; i++) {
                volumes[i] = lane.bands().get(i).volume();
            }
            volumes[10] = lane.bands().stream()
                    .filter(band -> band.number() > 10)
                    .mapToDouble(Band::volume)
                    .max()
                    .orElseThrow();
            assertThat(r2(NANOGRAMS, volumes)).isGreaterThan(0.93);
            assertThat(volumes[5] / volumes[7]).isCloseTo(120 / 57.0, within(0.03 * 120 / 57));
        }
    }

    @Test
    void aRollingBallTakesPartOfEveryBand() {
        RawFile file = new RawFile("ladder.png", resource("gelgenie_ref_1_image.png"));
        Picture picture = ImageReader.read(file, new Faults()).orElseThrow();
        GelProtocol usual = GelProtocol.STANDARD;
        GelProtocol rolling = new GelProtocol(
                usual.polarity(), usual.scale(), Baseline.ROLLING_BALL, 50, usual.leastBand(), usual.lanes());
        List<MeasuredLane> whole = ladder().lanes();
        List<MeasuredLane> lessen = Gel.measure(picture.first().greyPlane(), picture.depth(), rolling)
                .lanes();
        for (int lane = 0; lane < 4; lane++) {
            double all = total(whole.get(lane));
            assertThat(total(lessen.get(lane)) / all).isBetween(0.6, 0.99);
        }
    }

    private static double total(MeasuredLane lane) {
        return lane.bands().stream().mapToDouble(Band::volume).sum();
    }

    private static double r2(double[] x, double[] y) {
        double n = x.length;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            sx += x[i];
            sy += y[i];
            sxx += x[i] * x[i];
            syy += y[i] * y[i];
            sxy += x[i] * y[i];
        }
        double covariance = n * sxy - sx * sy;
        return covariance * covariance / ((n * sxx - sx * sx) * (n * syy - sy * sy));
    }

    @Test
    void theSameGelFromTheWholeCompressedTiff() {
        Optional<RawFile> file = ReferenceImages.find("blots/gelgenie_ladder_reference_gel.tif");
        if (file.isEmpty()) {
            return;
        }
        List<MeasuredLane> lanes = gel(file.get()).lanes();
        assertThat(lanes).hasSize(4);
        assertThat(lanes).allSatisfy(lane -> assertThat(lane.bands()).hasSizeGreaterThanOrEqualTo(15));
    }

    private static AnalysisDocument analyze(Map<String, String> settings, String layout, InputFile... files) {
        List<InputFile> with = new ArrayList<>();
        for (InputFile file : files) {
            with.add(file.with(Map.of("layout", new RawFile("layout.csv", layout.getBytes(StandardCharsets.UTF_8)))));
        }
        return Analysis.run(new BlotAssay(), with, Settings.of(settings), 1);
    }

    private static InputFile target(String name, SyntheticBlot blot) {
        return new InputFile(new RawFile(name + ".png", blot.png()), Optional.empty(), Map.of("target", name));
    }

    private static SubjectResult subject(AnalysisDocument document, String key, String value, String estimate) {
        return document.results().stream()
                .filter(result -> value.equals(result.subject().get(key))
                        && result.estimate(estimate).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ratioToTheSameTargetsTotalThenToTheReference() {
        SyntheticBlot phospho = new SyntheticBlot(6, 40).bands(60, 100, 80, 50, 25, 12, 40);
        SyntheticBlot total = new SyntheticBlot(6, 40).bands(60, 100, 110, 90, 100, 105, 95);
        String layout = """
                lane,role,compound,dose
                1,reference,,0
                2,sample,defactinib,1
                3,sample,defactinib,10
                4,sample,defactinib,100
                5,sample,defactinib,1000
                6,sample,other,10
                """;
        AnalysisDocument document =
                analyze(Map.of("doseUnit", "nM"), layout, target("pFAK", phospho), target("FAK", total));
        SubjectResult lane = subject(document, "lane", "4", "ratio");
        Double ratio = lane.estimate("ratio").orElseThrow().value();
        assertThat(ratio).isNotNull().isCloseTo(0.25, within(0.004));
        assertThat(lane.estimate("foldChange").orElseThrow().value()).isCloseTo(0.25, within(0.005));
        assertThat(subject(document, "dose", "100 nM", "foldChange").warning("single-blot"))
                .isPresent();
        assertThat(document.results())
                .anyMatch(result -> result.estimate("ic50").isPresent());
    }

    @Test
    void aSaturatedBandHasALimitAndEntersNoRatio() {
        SyntheticBlot phospho = new SyntheticBlot(4, 40).bands(60, 100, 400, 50, 25);
        SyntheticBlot total = new SyntheticBlot(4, 40).bands(60, 100, 100, 100, 100);
        AnalysisDocument document = analyze(
                Map.of(),
                "lane,role\n1,reference\n2,sample\n3,sample\n4,sample\n",
                target("pFAK", phospho),
                target("FAK", total));
        SubjectResult band = document.results().stream()
                .filter(result -> result.warning("saturated").isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(band.subject()).containsEntry("lane", "2");
        assertThat(band.estimate("volume").orElseThrow().relation()).isEqualTo(Relation.ABOVE);
        SubjectResult lane = subject(document, "lane", "2", "ratio");
        assertThat(lane.estimate("ratio").orElseThrow().value()).isNull();
        assertThat(lane.warning("no-ratio")).isPresent();
    }

    @Test
    void darkBandsAreMeasuredAsBrightOnesAre() {
        SyntheticBlot bright = new SyntheticBlot(5, 40).bands(60, 100, 80, 50, 25, 60);
        RawFile dark = new RawFile("dark.png", bright.inverted());
        Gel one = gel(new RawFile("bright.png", bright.png()));
        Gel other = gel(dark);
        assertThat(other.lanes()).hasSameSizeAs(one.lanes());
        for (int i = 0; i < one.lanes().size(); i++) {
            assertThat(other.lanes().get(i).bands().getFirst().volume())
                    .isCloseTo(one.lanes().get(i).bands().getFirst().volume(), within(1.0));
        }
    }

    @Test
    void aBandWithoutATopOfItsOwnIsToldFromItsNeighbour() {
        Gel gel = gel(new RawFile(
                "blot.png",
                new SyntheticBlot(3, 40)
                        .bands(60, 120, 120, 120)
                        .bands(72, 0, 44, 0)
                        .png()));
        assertThat(gel.lanes().get(0).bands()).hasSize(1);
        assertThat(gel.lanes().get(2).bands()).hasSize(1);
        List<Band> pair = gel.lanes().get(1).bands();
        assertThat(pair).hasSize(2).allMatch(Band::isShared);
        double alone = gel.lanes().get(0).bands().getFirst().volume();
        assertThat(pair.get(0).volume() / alone).isCloseTo(1, within(0.03));
        assertThat(pair.get(1).volume() / alone).isCloseTo(44 / 120.0, within(0.03));
        assertThat(pair.get(1).position()).isCloseTo(72, within(1.0));
    }

    @Test
    void aBandWithASmearAtItsFootIsWarnedOf() {
        SyntheticBlot blot = new SyntheticBlot(3, 40).bands(60, 120, 120, 120);
        for (int row = 68; row < 100; row += 4) {
            blot.bands(row, 0, 15, 0);
        }
        AnalysisDocument document = analyze(Map.of(), "lane\n1\n2\n3\n", target("pFAK", blot));
        for (String lane : List.of("1", "2", "3")) {
            assertThat(subject(document, "lane", lane, "volume")
                            .warning("uneven-band")
                            .isPresent())
                    .as("lane %s", lane)
                    .isEqualTo(lane.equals("2"));
        }
    }

    @Test
    void anEmptyPictureIsAResultWithAWarning() {
        AnalysisDocument document = analyze(Map.of(), "lane\n1\n", target("pFAK", new SyntheticBlot(3, 40)));
        assertThat(document.results())
                .anyMatch(result -> result.warning("no-lanes").isPresent());
    }

    /** A crop around a single lane is narrower than any smoothing along its rows. */
    @Test
    void aPictureOfOneLaneIsMeasured() {
        SyntheticBlot narrow = new SyntheticBlot(1, 30).bands(50, 180);
        AnalysisDocument document = analyze(Map.of(), "lane\n1\n", target("pFAK", narrow));
        assertThat(document.results())
                .anyMatch(result -> result.estimate("volume").isPresent());
    }
}
