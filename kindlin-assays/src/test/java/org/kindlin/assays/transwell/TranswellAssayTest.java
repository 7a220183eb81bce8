package org.kindlin.assays.transwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.image.reader.ReferenceImages;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.fault.InputFaultException;

/** Pictures with known numbers of nuclei, and tables of absorbances. */
class TranswellAssayTest {

    private static AnalysisDocument analyze(RawFile... files) {
        List<InputFile> inputs =
                java.util.Arrays.stream(files).map(InputFile::of).toList();
        return Analysis.run(new TranswellAssay(), inputs, Settings.of(Map.of()), 1);
    }

    private static Estimate estimate(AnalysisDocument document, String key, String value, String name) {
        return document.results().stream()
                .filter(result -> value.equals(result.subject().get(key)))
                .flatMap(result -> result.estimate(name).stream())
                .findFirst()
                .orElseThrow();
    }

    private static double count(RawFile file) {
        return Objects.requireNonNull(
                estimate(analyze(file), "field", file.name(), "count").value());
    }

    @Test
    void twentyFourNucleiOfTheBroadsCrop() throws IOException {
        try (InputStream stream = TranswellAssayTest.class.getResourceAsStream("BBBC039_example_image.tif")) {
            byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
            assertThat(count(new RawFile("crop.tif", bytes))).isEqualTo(24);
        }
    }

    /** The number of cells stands in the names of the simulated set BBBC005: within 2 % in focus, 4 % at blur 23. */
    @Test
    void countsOfTheBroadsSyntheticCells() {
        assertTotal(
                2,
                "A01_C1_F1_s02",
                "A05_C18_F1_s03",
                "A09_C35_F1_s01",
                "A15_C61_F1_s01",
                "A19_C78_F1_s01",
                "A24_C100_F1_s01");
        assertTotal(4, "H03_C10_F23_s01", "H07_C27_F23_s01", "H11_C44_F23_s01", "H17_C70_F23_s02", "H21_C87_F23_s01");
    }

    private static void assertTotal(double percent, String... names) {
        double counted = 0;
        double truth = 0;
        for (String name : names) {
            Optional<RawFile> file = ReferenceImages.find("counts/BBBC005/" + name + "_w1.TIF");
            if (file.isEmpty()) {
                return;
            }
            double number = Double.parseDouble(name.replaceAll(".*_C(\\d+)_.*", "$1"));
            double found = count(file.get());
            assertThat(found).as(name).isCloseTo(number, within(Math.max(1, percent / 100 * number)));
            counted += found;
            truth += number;
        }
        assertThat(counted).isCloseTo(truth, within(percent / 100 * truth));
    }

    /** Discs on a ground, dark or bright. */
    private static RawFile discs(String name, int count, boolean dark) {
        int side = 200;
        byte[] grey = new byte[side * side];
        for (int i = 0; i < grey.length; i++) {
            int level = 30 + (i * 7919 % 5);
            for (int k = 0; k < count; k++) {
                int dx = i % side - (20 + k % 5 * 40);
                int dy = i / side - (20 + k / 5 * 40);
                level = dx * dx + dy * dy < 81 ? 150 : level;
            }
            grey[i] = (byte) (dark ? 255 - level : level);
        }
        return new RawFile(name, PngWriter.grey(side, side, grey, ""));
    }

    @Test
    void brightNucleiAndDarkCrystalVioletAlike() {
        assertThat(count(discs("bright.png", 13, false))).isEqualTo(13);
        assertThat(count(discs("dark.png", 13, true))).isEqualTo(13);
    }

    @Test
    void anEmptyFieldHasNoCells() {
        assertThat(count(discs("empty.png", 0, false))).isZero();
    }

    private static RawFile table(String text) {
        return new RawFile("a570.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void indexOfAbsorbancesLessTheBlank() {
        AnalysisDocument document = analyze(table("""
                insert,role,compound,dose,membrane,absorbance
                b1,blank,,,migration,0.1
                c1,control,,,migration,1.1
                c2,control,,,migration,1.3
                s1,sample,defactinib,1000,migration,0.5
                s2,sample,defactinib,1000,migration,0.7
                i1,sample,defactinib,1000,invasion,0.3
                i2,sample,defactinib,1000,invasion,0.34
                """));
        Estimate index = estimate(document, "compound", "defactinib", "migrationIndex");
        // geometric means: sqrt(0.4 x 0.6) / sqrt(1.0 x 1.2)
        assertThat(Objects.requireNonNull(index.value())).isCloseTo(Math.sqrt(0.24 / 1.2), within(1e-12));
        assertThat(index.low()).isNotNull();
        Estimate invasion = estimate(document, "membrane", "invasion", "invasionIndex");
        assertThat(Objects.requireNonNull(invasion.value())).isCloseTo(Math.sqrt(0.2 * 0.24 / 0.24), within(1e-12));
    }

    @Test
    void aTableWithoutAbsorbanceIsAFault() {
        assertThatThrownBy(() -> analyze(table("insert,role\na,control\n")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("absorbance");
    }
}
