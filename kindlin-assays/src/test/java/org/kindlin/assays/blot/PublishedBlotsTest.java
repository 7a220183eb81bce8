package org.kindlin.assays.blot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.Baseline;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.assays.blot.gel.Polarity;
import org.kindlin.assays.blot.gel.SignalScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.image.reader.ReferenceImages;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;

/** Numbers that others published: of a photographed gel (gelquant, MIT), and of micro-westerns (LINCS LDS-1511). */
class PublishedBlotsTest {
    private static final double NEAR = 12;

    /** What is left of the band of the first lane, lane by lane, in absorbance. */
    private static Optional<double[]> decay(int x, int y, int width, int height, int lanes) {
        return ReferenceImages.find("blots/gelquant_gel-example.png").map(file -> {
            Picture picture = ImageReader.read(file, new Faults()).orElseThrow();
            GelProtocol protocol = new GelProtocol(
                    Polarity.DARK_BANDS,
                    SignalScale.OPTICAL_DENSITY,
                    Baseline.ALS,
                    50,
                    GelProtocol.STANDARD.leastBand(),
                    OptionalInt.of(lanes));
            Gel gel = Gel.measure(picture.first().greyPlane().crop(x, y, width, height), picture.depth(), protocol);
            assertThat(gel.lanes()).hasSize(lanes);
            double row = strongest(gel.lanes().getFirst()).position();
            double[] volumes = gel.lanes().stream()
                    .mapToDouble(lane -> lane.bands().stream()
                            .filter(band -> Math.abs(band.position() - row) < 2 * NEAR)
                            .mapToDouble(Band::volume)
                            .sum())
                    .toArray();
            double first = volumes[0];
            return java.util.Arrays.stream(volumes)
                    .map(volume -> volume / first)
                    .toArray();
        });
    }

    private static Band strongest(MeasuredLane lane) {
        return lane.bands().stream()
                .max(java.util.Comparator.comparingDouble(Band::volume))
                .orElseThrow();
    }

    /**
     * Published 1, 0.5497, 0.3011, 0.1272, 0.0193 at 0, 1, 2, 5, 30 (upper gel) and 1, 1.0747, 0.7088, 0.3083, 0.2016 (lower
     * gel). The last lanes hold a smear wider than a band, which one program counts and another does not: they are left out.
     */
    @Test
    void decayOfAPhotographedGel() {
        Optional<double[]> upper = decay(16, 360, 550, 100, 15);
        Optional<double[]> lower = decay(22, 540, 190, 420, 5);
        if (upper.isEmpty() || lower.isEmpty()) {
            return;
        }
        double[] first = {1, 0.5497, 0.3011, 0.1272};
        double[] second = {1, 1.0747, 0.7088, 0.3083};
        for (int i = 0; i < first.length; i++) {
            assertThat(upper.get()[i]).as("upper gel, lane %d", i + 1).isCloseTo(first[i], within(0.03));
            assertThat(lower.get()[i]).as("lower gel, lane %d", i + 1).isCloseTo(second[i], within(0.08));
        }
    }

    /** pAkt over tubulin under alpelisib, each a mean of three wells: blots painted with these ratios give them back. */
    @Test
    void ratiosOfMicroWesternsComeBackFromBlotsPaintedWithThem() {
        Optional<RawFile> table = ReferenceImages.find("blots/LDS-1511/DrugStudyI_level_4_pAkt_2018_0405.txt");
        if (table.isEmpty()) {
            return;
        }
        double[] published = new String(table.get().bytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(row -> row[5].equals("Alpelisib"))
                .mapToDouble(row -> Double.parseDouble(row[9]))
                .toArray();
        assertThat(published).hasSize(12).startsWith(1, 0.9292, 0.7255);
        double[] phospho = new double[published.length];
        double[] loading = new double[published.length];
        StringBuilder layout = new StringBuilder("lane,role,time\n");
        for (int i = 0; i < published.length; i++) {
            loading[i] = 110 + 8.0 * (i % 3);
            phospho[i] = 180 * published[i] * loading[i] / 126;
            layout.append(i + 1).append(i == 0 ? ",reference" : ",sample").append(",\n");
        }
        RawFile lanes = new RawFile("layout.csv", layout.toString().getBytes(StandardCharsets.UTF_8));
        AnalysisDocument document = Analysis.run(
                new BlotAssay(),
                List.of(
                        file("pAkt", new SyntheticBlot(published.length, 40).bands(80, phospho), lanes),
                        file("tubulin", new SyntheticBlot(published.length, 40).bands(80, loading), lanes)),
                Settings.of(Map.of("loadingControl", "tubulin")),
                1);
        List<Double> folds = new ArrayList<>();
        for (SubjectResult result : document.results()) {
            result.estimate("foldChange")
                    .filter(_ -> result.subject().containsKey("lane"))
                    .ifPresent(fold -> folds.add(fold.value()));
        }
        assertThat(folds).hasSize(published.length);
        for (int i = 0; i < published.length; i++) {
            Double fold = folds.get(i);
            assertThat(fold).as("lane %d", i + 1).isNotNull().isCloseTo(published[i], within(0.006));
        }
    }

    private static InputFile file(String target, SyntheticBlot blot, RawFile layout) {
        return new InputFile(new RawFile(target + ".png", blot.png()), Optional.of(layout), Map.of("target", target));
    }
}
