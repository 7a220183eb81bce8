package org.kindlin.assays.collagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;

/** From files to document. */
class CollagenAssayTest {
    private static final Map<String, String> GEN5 =
            Map.of("by", "case", "model", "4pl", "analyte", "protein", "quantificationRange", "none");

    /** Standard-curve plates exported by Agilent's Gen5 as one table (allotropy test data, MIT, licence beside it). */
    private static RawFile gen5() throws IOException {
        String name = "/org/kindlin/assays/calibration/gen5_standards_tidy.csv";
        try (InputStream stream = CollagenAssayTest.class.getResourceAsStream(name)) {
            return new RawFile(
                    "gen5_standards_tidy.csv", Objects.requireNonNull(stream).readAllBytes());
        }
    }

    private static AnalysisDocument run(Map<String, String> stated, InputFile... files) {
        return Analysis.run(new CollagenAssay(), List.of(files), Settings.of(stated), 1);
    }

    private static AnalysisDocument run(Map<String, String> stated, String plate, String map) {
        return run(stated, new InputFile(text("plate.csv", plate), Optional.of(text("map.csv", map)), Map.of()));
    }

    private static RawFile text(String path, String content) {
        return new RawFile(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static SubjectResult subject(AnalysisDocument document, String key, String value) {
        return document.results().stream()
                .filter(result -> value.equals(result.subject().get(key)))
                .findFirst()
                .orElseThrow();
    }

    private static double value(SubjectResult subject, String name) {
        return Objects.requireNonNull(subject.estimate(name).orElseThrow().value());
    }

    /** Gen5 prints three digits; one plate was fitted on the means of replicates. */
    @ParameterizedTest
    @CsvSource({
        "alphalisa_pERK, wells, 346, 1.5, 122, 1.43E+06",
        "fluorescamine, wells, 1.93E+03, 1.31, 676, 1.48E+05",
        "betagal_meanV, wells, 1.23, 3.52, 14.8, 34.9",
        "sparcl_IgG, means, 2.28E+03, 1.58, 796, 7.14E+04"
    })
    void parametersAsGen5PrintsThem(String plate, String fitOn, String a, String b, String c, String d)
            throws IOException {
        Map<String, String> stated = new LinkedHashMap<>(GEN5);
        stated.put("fitOn", fitOn);
        SubjectResult row = subject(run(stated, InputFile.of(gen5())), "case", plate);
        assertThat(printed(value(row, "bottom"), a)).isEqualByComparingTo(a);
        assertThat(printed(value(row, "hillSlope"), b)).isEqualByComparingTo(b);
        assertThat(printed(value(row, "midpoint"), c)).isEqualByComparingTo(c);
        assertThat(printed(value(row, "top"), d)).isEqualByComparingTo(d);
    }

    private static BigDecimal printed(double value, String like) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .setScale(new BigDecimal(like).scale(), RoundingMode.HALF_UP);
    }

    /** Every concentration that Gen5 printed for a specimen of the fluorescamine plate, to its last digit. */
    @Test
    void concentrationsAsGen5PrintsThem() throws IOException {
        Map<String, String> stated = new LinkedHashMap<>(GEN5);
        stated.put("perWell", "yes");
        String fluorescamine = new String(gen5().bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("case") || line.startsWith("fluorescamine"))
                .collect(Collectors.joining("\n", "", "\n"));
        AnalysisDocument document = run(stated, InputFile.of(text("plate.csv", fluorescamine)));
        int compared = 0;
        for (String line : fluorescamine.lines().toList()) {
            String[] cells = line.split(",", -1);
            if (cells[2].startsWith("SPL")) {
                SubjectResult well = document.results().stream()
                        .filter(row -> cells[1].equals(row.subject().get("well")))
                        .findFirst()
                        .orElseThrow();
                assertThat(value(well, "concentration")).isCloseTo(Double.parseDouble(cells[5]), within(0.0011));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(80);
    }

    private static final String MAP_HEADER =
            "well,role,sample,fraction,compound,form,concentration,unit,dilution,spike,cells\n";

    /** Exact readings of signal = 0.05 + 0.01 x. */
    private static String plate(Map<String, Double> concentrations) {
        StringBuilder text = new StringBuilder("well,value\n");
        double[] noise = {0.0002, -0.0001, 0.0001, -0.0002};
        int i = 0;
        for (Map.Entry<String, Double> well : concentrations.entrySet()) {
            text.append(well.getKey())
                    .append(',')
                    .append(0.05 + 0.01 * well.getValue() + noise[i++ % 4])
                    .append('\n');
        }
        return text.toString();
    }

    private static final String STANDARDS = """
            A1,standard,,,,,0,ug/mL,,,
            A2,standard,,,,,5,ug/mL,,,
            A3,standard,,,,,10,ug/mL,,,
            A4,standard,,,,,20,ug/mL,,,
            A5,standard,,,,,40,ug/mL,,,
            A6,standard,,,,,80,ug/mL,,,
            B1,standard,,,,,0,ug/mL,,,
            B2,standard,,,,,5,ug/mL,,,
            B3,standard,,,,,10,ug/mL,,,
            B4,standard,,,,,20,ug/mL,,,
            B5,standard,,,,,40,ug/mL,,,
            B6,standard,,,,,80,ug/mL,,,
            """;

    private static Map<String, Double> standards() {
        Map<String, Double> wells = new LinkedHashMap<>();
        double[] levels = {0, 5, 10, 20, 40, 80};
        for (int i = 0; i < 6; i++) {
            wells.put("A" + (i + 1), levels[i]);
            wells.put("B" + (i + 1), levels[i]);
        }
        return wells;
    }

    @Test
    void dilutionsSpikesAndLimits() {
        Map<String, Double> wells = standards();
        wells.put("C1", 60.0);
        wells.put("C2", 30.0);
        wells.put("C3", 40.0); // 30 and 10 added
        wells.put("D1", 1.0);
        wells.put("D2", 200.0);
        AnalysisDocument document = run(Map.of(), plate(wells), MAP_HEADER + STANDARDS + """
                C1,unknown,s1,,,,,,2,,
                C2,unknown,s1,,,,,,1:4,,
                C3,unknown,s1,,,,,,0.25,10,
                D1,unknown,low,,,,,,3,,
                D2,unknown,high,,,,,,3,,
                """);
        SubjectResult s1 = subject(document, "sample", "s1");
        assertThat(value(s1, "concentration")).isCloseTo(120, within(0.2));
        assertThat(value(s1, "spikeRecovery")).isCloseTo(100, within(1.0));
        assertThat(s1.quality()).anySatisfy(check -> {
            assertThat(check.check()).isEqualTo("dilution-cv");
            assertThat(check.value()).isLessThan(1);
        });
        Estimate low =
                subject(document, "sample", "low").estimate("concentration").orElseThrow();
        assertThat(low.relation()).isEqualTo(Relation.BELOW);
        assertThat(low.value()).isEqualTo(15); // 5 ug/mL, threefold diluted
        Estimate high =
                subject(document, "sample", "high").estimate("concentration").orElseThrow();
        assertThat(high.relation()).isEqualTo(Relation.ABOVE);
        assertThat(high.value()).isEqualTo(240);
        assertThat(value(subject(document, "sample", "high"), "backCalculated")).isCloseTo(600, within(0.5));
    }

    @Test
    void fractionsAreSummedPerCultureAndComparedWithVehicle() {
        Map<String, Double> wells = standards();
        StringBuilder map = new StringBuilder(MAP_HEADER + STANDARDS);
        double[] scale = {1.0, 1.05, 0.95, 0.5, 0.52, 0.48};
        for (int i = 0; i < 6; i++) {
            String role =
                    i < 3 ? "vehicle,v" + i + ",%s,,,,,,,10000" : "sample,t" + i + ",%s,defactinib,HCl,1,uM,,,10000";
            wells.put("E" + (i + 1), 20 * scale[i] + 6);
            wells.put("F" + (i + 1), 60 * scale[i]);
            map.append("E")
                    .append(i + 1)
                    .append(',')
                    .append(role.formatted("supernatant"))
                    .append('\n');
            map.append("F")
                    .append(i + 1)
                    .append(',')
                    .append(role.formatted("insoluble"))
                    .append('\n');
        }
        wells.put("H1", 6.0);
        map.append("H1,serum-blank,,,,,,,,,\n");
        AnalysisDocument document = run(
                Map.of("solubleVolume", "2 mL", "insolubleVolume", "500 uL", "ascorbate", "none"),
                plate(wells),
                map.toString());
        SubjectResult vehicle = document.results().stream()
                .filter(row -> "total".equals(row.subject().get("fraction"))
                        && "vehicle".equals(row.subject().get("compound")))
                .findFirst()
                .orElseThrow();
        assertThat(value(vehicle, "collagen")).isCloseTo(40 + 30, within(0.3));
        assertThat(value(vehicle, "collagenPerCell")).isCloseTo(7000, within(30.0));
        SubjectResult treated = document.results().stream()
                .filter(row -> "total".equals(row.subject().get("fraction"))
                        && "1000 nM".equals(row.subject().get("dose")))
                .findFirst()
                .orElseThrow();
        Estimate fold = treated.estimate("foldOfVehicle").orElseThrow();
        assertThat(fold.value()).isCloseTo(0.5, within(0.005));
        assertThat(fold.low()).isLessThan(0.5);
        assertThat(fold.high()).isGreaterThan(0.5).isLessThan(0.6);
        SubjectResult plate = subject(document, "plate", "plate");
        assertThat(plate.warning("serum-interference").orElseThrow().message()).contains("6");
        assertThat(plate.warning("no-ascorbate")).isPresent();
        assertThat(document.verdicts().getFirst()).contains("0.5").contains("defactinib 1000 nM");
        assertThat(document.figures()).extracting(figure -> figure.name()).contains("fractions", "fold-of-vehicle");
    }

    @Test
    void specimensWithoutSerumBlankAreWarnedOf() {
        Map<String, Double> wells = standards();
        wells.put("E1", 20.0);
        AnalysisDocument document = run(
                Map.of("serumPercent", "10"), plate(wells), MAP_HEADER + STANDARDS + "E1,vehicle,v,soluble,,,,,,,\n");
        assertThat(subject(document, "plate", "plate")
                        .warning("no-serum-blank")
                        .orElseThrow()
                        .message())
                .contains("10 % serum");
    }

    @Test
    void standardsByMassBecomeConcentrationsOfTheExtract() {
        Map<String, Double> wells = standards();
        wells.put("C1", 10.0);
        String map = (MAP_HEADER + STANDARDS).replace("ug/mL", "ug") + "C1,unknown,s1,,,,,,,,\n";
        SubjectResult s1 = subject(run(Map.of("sampleVolume", "100 uL"), plate(wells), map), "sample", "s1");
        assertThat(value(s1, "concentration")).isCloseTo(100, within(0.2));
        assertThat(s1.estimate("concentration").orElseThrow().unit()).isEqualTo("ug/mL");
    }

    @Test
    void everyFaultOfAMapIsTold() {
        String map = MAP_HEADER
                + "A1,standard,,,,,,,,,\nA2,standard,,,,,5,nM,,,\nA3,standard,,,,,5,ug/mL,,,\nC1,unknown,s,,,,,,-2,,\n";
        assertThatThrownBy(() -> run(Map.of(), plate(standards()), map))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("a standard without a concentration")
                .hasMessageContaining("is no nM");
        assertThatThrownBy(() -> run(Map.of(), plate(standards()), MAP_HEADER + "A1,unknown,s,,,,,,,,\n"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("has no standard");
        assertThatThrownBy(() -> run(Map.of("by", "nothing"), InputFile.of(text("t.csv", "role,signal\nSTD1,2\n"))))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("there is no column 'nothing'");
    }

    @Test
    void standardsThatAllReadTheSameAreAResultWithoutConcentrations() {
        String table = "role,concentration,signal\nSTD1,1,2\nSTD2,2,2\nSTD3,3,2\nSPL1,,2\n";
        AnalysisDocument document = run(Map.of(), InputFile.of(text("t.csv", table)));
        assertThat(document.results().getFirst().warning("no-standard-curve")).isPresent();
        assertThat(document.results().getFirst().estimate("slope").orElseThrow().value())
                .isNull();
        assertThat(subject(document, "sample", "SPL1")
                        .estimate("concentration")
                        .orElseThrow()
                        .value())
                .isNull();
    }

    /**
     * A Gen5 export without a plate map: its own layout names standards, blanks and dilutions. Gen5 printed these
     * concentrations from readings of more digits than the three it exports: 0.0005 OD is 0.3 of a concentration.
     */
    @Test
    void theLayoutInAReadersFileServesAsPlateMap() throws IOException {
        String name = "010307_114129_BNCH654563_stdcurve_singleplate01.txt";
        byte[] bytes;
        try (InputStream stream =
                CollagenAssayTest.class.getResourceAsStream("/org/kindlin/assays/plate/reader/" + name)) {
            bytes = Objects.requireNonNull(stream).readAllBytes();
        }
        Map<String, String> stated =
                Map.of("analyte", "protein", "unit", "ug/mL", "quantificationRange", "none", "perWell", "yes");
        AnalysisDocument document = run(stated, InputFile.of(new RawFile(name, bytes)));

        assertThat(document.results().toString()).contains("layout-from-file").contains("21 standard");
        Map<String, Double> printed =
                Map.of("A04", 1185.551, "B04", 592.775 * 2, "D10", 230.402 * 8, "H12", 115.184 * 8);
        printed.forEach((well, concentration) -> assertThat(value(subject(document, "well", well), "concentration"))
                .as(well)
                .isEqualTo(concentration, within(0.35 * 8)));
        assertThat(value(subject(document, "sample", "SPL1"), "concentration")).isEqualTo(1200, within(20.0));
    }

    /** Controls of a standard-curve plate are its highest standard and its blanks; an extract's wells should read alike. */
    @Test
    void platesAreJudgedAsThoseOfOtherAssays() {
        StringBuilder plate = new StringBuilder("well,value\n");
        StringBuilder map = new StringBuilder("well,role,concentration,unit,sample\n");
        double[] noise = {-0.01, 0, 0.01};
        for (int i = 0; i < 3; i++) {
            String column = Integer.toString(i + 1);
            for (int level = 0; level < 4; level++) {
                plate.append("ABCD".charAt(level))
                        .append(column)
                        .append(',')
                        .append(0.1 + 0.5 * level + noise[i])
                        .append('\n');
                map.append("ABCD".charAt(level))
                        .append(column)
                        .append(",standard,")
                        .append(10 * level)
                        .append(",ug/mL,\n");
            }
            for (int sample = 0; sample < 4; sample++) {
                boolean strange = sample == 2 && i == 1;
                plate.append("EFGH".charAt(sample))
                        .append(column)
                        .append(',')
                        .append(strange ? 1.5 : 0.6 + noise[i])
                        .append('\n');
                map.append("EFGH".charAt(sample))
                        .append(column)
                        .append(",unknown,,,s")
                        .append(sample)
                        .append('\n');
            }
        }
        AnalysisDocument kept = run(Map.of(), plate.toString(), map.toString());
        SubjectResult row = subject(kept, "plate", "plate");
        // (1.61 - 1.59) / 2 = 0.01 is either standard deviation: 1 - 3 (0.01 + 0.01) / 1.5
        assertThat(row.quality().stream()
                        .filter(check -> check.check().equals("z-prime"))
                        .findFirst()
                        .orElseThrow()
                        .value())
                .isEqualTo(0.96, within(1e-9));
        assertThat(row.warnings().toString()).contains("G02");
        assertThat(kept.exclusions()).isEmpty();

        AnalysisDocument left = run(Map.of("excludeOutliers", "yes"), plate.toString(), map.toString());
        assertThat(left.exclusions().toString()).contains("well G02");
        assertThat(value(subject(left, "sample", "s2"), "concentration")).isEqualTo(10, within(0.1));
    }
}
