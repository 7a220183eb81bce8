package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;

/** The assay from file to document. */
class DoseResponseAssayTest {
    private static final Map<String, String> COLUMNS = Map.of("x", "dose", "y", "response", "by", "compound");

    private static AnalysisDocument analyze(String text, Map<String, String> settings) {
        RawFile file = new RawFile("data/curves.csv", text.getBytes(StandardCharsets.UTF_8));
        return Analysis.run(new DoseResponseAssay(), List.of(InputFile.of(file)), Settings.of(settings), 1);
    }

    private static String rows(String compound, double ic50) {
        StringBuilder text = new StringBuilder();
        double[] noise = {1, -1.5, 0.5, 2, -0.5, -1, 1.5, 0};
        for (int i = 0; i < 8; i++) {
            double dose = i == 0 ? 0 : StrictMath.pow(10, i - 4);
            for (int replicate = 0; replicate < 2; replicate++) {
                double response = 100 / (1 + dose / ic50) + (replicate == 0 ? noise[i] : -noise[7 - i]);
                text.append(String.format(Locale.ROOT, "%s,%s,%.4f,%n", compound, dose, response));
            }
        }
        return text.toString();
    }

    private static String file() {
        return "compound,dose,response,left out\n" + rows("A", 1) + rows("B", 30) + "A,1,500,bubble\nB,10,,\n";
    }

    @Test
    void curvesAreSplitAndExclusionsListed() {
        AnalysisDocument document = analyze(
                file(),
                Map.of("x", "dose", "y", "response", "by", "compound", "excludeColumn", "left out", "unit", "nM"));
        assertThat(document.results())
                .extracting(SubjectResult::subject)
                .containsExactly(Map.of("compound", "A"), Map.of("compound", "B"));
        assertThat(document.exclusions())
                .extracting(exclusion -> exclusion.reason())
                .containsExactly("bubble", "no response");
        for (SubjectResult result : document.results()) {
            assertThat(result.estimate("ic50").orElseThrow().unit()).isEqualTo("nM");
            assertThat(result.estimate("ic50-absolute").orElseThrow().value()).isNotNull();
            assertThat(result.tests()).extracting(test -> test.name()).contains("flat-versus-curve", "lack-of-fit");
        }
        assertThat(document.results().get(1).estimate("ic50").orElseThrow().value())
                .isBetween(24.0, 36.0);
        assertThat(document.figures()).hasSize(3);
        assertThat(document.methods()).contains("four-parameter", "profile-likelihood");
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        List<String> lines = file().lines().toList();
        String reversed = lines.getFirst() + "\n"
                + String.join("\n", lines.subList(1, lines.size()).reversed()) + "\n";
        Map<String, String> settings =
                Map.of("x", "dose", "y", "response", "by", "compound", "excludeColumn", "left out");
        assertThat(analyze(reversed, settings).results())
                .containsExactlyInAnyOrderElementsOf(analyze(file(), settings).results());
    }

    @Test
    void logarithmicDosesGiveTheSameAnswer() {
        String linear = "dose,response\n0.1,99\n1,90\n10,52\n100,11\n1000,2\n0.1,101\n1,92\n10,49\n100,8\n1000,1\n";
        String log = "dose,response\n-1,99\n0,90\n1,52\n2,11\n3,2\n-1,101\n0,92\n1,49\n2,8\n3,1\n";
        Map<String, String> settings = Map.of("x", "dose", "y", "response");
        SubjectResult one = analyze(linear, settings).results().getFirst();
        SubjectResult other = analyze(log, Map.of("x", "dose", "y", "response", "xScale", "log10"))
                .results()
                .getFirst();
        assertThat(other).isEqualTo(one);
    }

    @Test
    void oneCurveThatCannotBeFittedDoesNotStopTheOthers() {
        AnalysisDocument document =
                analyze("compound,dose,response,left out\nC,1,50,\nC,2,40,\n" + rows("A", 1), COLUMNS);
        assertThat(document.results().getFirst().estimate("ic50").orElseThrow().value())
                .isNull();
        assertThat(document.results().getFirst().warning("not-fitted")).isPresent();
        assertThat(document.results().get(1).estimate("ic50").orElseThrow().value())
                .isNotNull();
    }

    @Test
    void statedConstraintsHold() {
        SubjectResult fixed = analyze(
                        file(),
                        Map.of(
                                "x",
                                "dose",
                                "y",
                                "response",
                                "by",
                                "compound",
                                "excludeColumn",
                                "left out",
                                "bottom",
                                "0",
                                "hillSlope",
                                "0.9..1.2"))
                .results()
                .getFirst();
        assertThat(fixed.estimate("bottom").orElseThrow().value()).isZero();
        assertThat(fixed.estimate("hillSlope").orElseThrow().value()).isBetween(0.9, 1.2);
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        assertThatThrownBy(() -> analyze("compound,dose,response\nA,-1,5\nA,x,6\nA,1,7\n", COLUMNS))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> analyze("a,b\n1,2\n", COLUMNS))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("dose")
                .hasMessageContaining("compound");
    }

    @Test
    void contradictionsAndNonsenseInTheProtocolAreFaults() {
        assertThatThrownBy(() -> analyze(file(), Map.of("asymmetry", "2")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("5pl");
        for (String hill : List.of("-1", "2..1", "0..3", "steep", "1e999")) {
            assertThatThrownBy(() -> analyze(file(), Map.of("hillSlope", hill)))
                    .isInstanceOf(InputFaultException.class)
                    .hasMessageContaining("hillSlope");
        }
    }

    @Test
    void damagedFilesAreReadOrRefusedWithTheDocumentedException() {
        byte[] whole = file().getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            RawFile file = new RawFile("damaged.csv", damaged);
            try {
                AnalysisDocument document =
                        Analysis.run(new DoseResponseAssay(), List.of(InputFile.of(file)), Settings.of(COLUMNS), 1);
                assertThat(document.results()).isNotNull();
            } catch (InputFaultException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
    }
}
