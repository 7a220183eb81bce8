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
import org.kindlin.assays.result.Warning;
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

    private static List<Double> counts(RawFile... files) {
        AnalysisDocument document = analyze(files);
        return java.util.Arrays.stream(files)
                .map(file -> estimate(document, "field", file.name(), "count").value())
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<String> warnings(AnalysisDocument document) {
        return document.results().stream()
                .flatMap(result -> result.warnings().stream())
                .map(Warning::code)
                .toList();
    }

    /** Light that falls off by a half, pores as many as on a real membrane, specks of dust. */
    @Test
    void neitherLightNorPoresNorDustAreCells() {
        RawFile[] dark = {
            new PaintedField(1)
                    .scattered(300, 5, 0.2)
                    .scattered(40, 1.8, 0.8)
                    .cells(60)
                    .dark("a.png", 0.5),
            new PaintedField(2)
                    .scattered(300, 5, 0.2)
                    .scattered(40, 1.8, 0.8)
                    .cells(30)
                    .dark("b.png", 0.5),
            new PaintedField(3).scattered(300, 5, 0.2).cells(3).dark("c.png", 0.2),
            new PaintedField(4).scattered(300, 5, 0.2).dark("d.png", 0.2),
        };
        assertCounts(counts(dark), 60, 30, 3, 0);
        RawFile[] bright = {
            new PaintedField(5).scattered(40, 1.8, 0.8).cells(60).bright("a.png", 0.5),
            new PaintedField(6).cells(20).bright("b.png", 0.5),
            new PaintedField(7).bright("c.png", 0.5),
        };
        assertCounts(counts(bright), 60, 20, 0);
    }

    /** With the bar 12 of 60 cells were counted. */
    @Test
    void aDrawnScaleBarIsNoCellAndHidesNone() {
        assertCounts(
                counts(new PaintedField(15)
                        .scattered(300, 5, 0.2)
                        .cells(50)
                        .bar()
                        .dark("a.png", 0.3)),
                50);
        RawFile bright = new PaintedField(16).cells(50).bar().bright("b.png", 0.3);
        assertCounts(counts(bright), 50);
        assertThat(warnings(analyze(bright))).contains("scale-bar");
    }

    /** Within 3 %, and one cell of few. */
    private static void assertCounts(List<Double> counted, double... truth) {
        for (int i = 0; i < truth.length; i++) {
            assertThat(counted.get(i)).as("field %d", i).isCloseTo(truth[i], within(Math.max(1, 0.03 * truth[i])));
        }
    }

    @Test
    void poresAloneAreToldFromCells() {
        AnalysisDocument pores =
                analyze(new PaintedField(8).scattered(200, 5, 0.3).dark("pores.png", 0.3));
        assertThat(warnings(pores)).contains("alike");
        AnalysisDocument cells = analyze(new PaintedField(9).cells(60).dark("cells.png", 0.3));
        assertThat(warnings(cells)).doesNotContain("alike", "sizes-overlap");
    }

    private static InputFile laidOut(RawFile picture, String layout) {
        RawFile table = new RawFile("layout.csv", layout.getBytes(StandardCharsets.UTF_8));
        return new InputFile(picture, Optional.of(table), Map.of());
    }

    private static AnalysisDocument analyzeLaidOut(String layout, RawFile... pictures) {
        List<InputFile> inputs = java.util.Arrays.stream(pictures)
                .map(picture -> laidOut(picture, layout))
                .toList();
        return Analysis.run(new TranswellAssay(), inputs, Settings.of(Map.of()), 1);
    }

    @Test
    void fieldsAreNestedInTheInsertsThatTheLayoutNames() {
        String layout = """
            image,insert,role,compound
            c1,C,control,
            c2,C,control,
            d1,D,sample,defactinib
            none,E,sample,defactinib
            """;
        AnalysisDocument document = analyzeLaidOut(
                layout,
                new PaintedField(10).cells(40).dark("c1.png", 0.2),
                new PaintedField(11).cells(60).dark("c2.png", 0.2),
                new PaintedField(12).cells(10).dark("d1.png", 0.2));
        assertThat(estimate(document, "role", "control", "count").value()).isEqualTo(50);
        assertThat(estimate(document, "compound", "defactinib", "migrationIndex")
                        .value())
                .isEqualTo(0.2);
        assertThat(warnings(document))
                .contains("layout-unused", "single-insert")
                .doesNotContain("files-as-inserts");
    }

    @Test
    void whatALayoutSaysAndCannotMeanIsAFault() {
        RawFile one = new PaintedField(13).cells(10).dark("a.png", 0.2);
        RawFile other = new PaintedField(14).cells(10).dark("b.png", 0.2);
        assertThatThrownBy(() -> analyzeLaidOut("image,insert,role\na,A,contrl\nb,B,sample\n", one, other))
                .hasMessageContaining("contrl");
        assertThatThrownBy(() -> analyzeLaidOut("image,insert,membrane\na,A,invason\nb,B,\n", one, other))
                .hasMessageContaining("invason");
        assertThatThrownBy(() -> analyzeLaidOut("image,insert,dose\na,A,1\nb,A,2\n", one, other))
                .hasMessageContaining("two treatments");
        assertThatThrownBy(() -> analyzeLaidOut("image,insert,role,dose\na,A,control,0\nb,B,sample,0\n", one, other))
                .hasMessageContaining("only its role");
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

    /**
     * Cells that none of an insert's fields shows: arithmetic means and Fieller's interval, with Welch's degrees of freedom. The
     * upper limit is that of the quadratic in NumPy with SciPy's Student quantile (2.068033 degrees of freedom); the lower one, -0.063,
     * is below what a ratio can be.
     */
    @Test
    void insertsWithoutCellsHaveAnIndexToo() {
        AnalysisDocument document = analyze(table("""
            insert,role,compound,absorbance
            b1,blank,,0
            c1,control,,20
            c2,control,,26
            c3,control,,23
            s1,sample,defactinib,0
            s2,sample,defactinib,2
            s3,sample,defactinib,1
            """));
        Estimate index = estimate(document, "compound", "defactinib", "migrationIndex");
        assertThat(index.value()).isCloseTo(1 / 23.0, within(1e-12));
        assertThat(index.low()).isZero();
        assertThat(index.high()).isCloseTo(0.15951802, within(1e-8));
        Estimate control = estimate(document, "role", "control", "absorbance");
        assertThat(control.low()).isCloseTo(15.547586864749011, within(1e-9));
    }

    @Test
    void matrixTakesUpDyeOfItsOwn() {
        String readings = """
            insert,role,membrane,absorbance
            m0,blank,migration,0.1
            c1,control,migration,1.1
            c2,control,migration,1.3
            i1,control,invasion,0.7
            i2,control,invasion,0.9
            """;
        AnalysisDocument without = analyze(table(readings));
        assertThat(warnings(without)).contains("blank-of-other-membrane");
        assertThat(estimate(without, "membrane", "invasion", "absorbance").value())
                .isCloseTo(0.7, within(1e-12));
        AnalysisDocument with = analyze(table(readings + "i0,blank,invasion,0.3\n"));
        assertThat(warnings(with)).doesNotContain("blank-of-other-membrane");
        assertThat(estimate(with, "membrane", "invasion", "absorbance").value()).isCloseTo(0.5, within(1e-12));
        assertThat(warnings(analyze(table("insert,role,absorbance\nc1,control,1\nc2,control,1.2\n"))))
                .contains("no-blank");
    }
}
