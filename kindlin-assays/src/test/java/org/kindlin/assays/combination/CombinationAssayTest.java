package org.kindlin.assays.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

class CombinationAssayTest {
    private static final Map<String, String> QUICK =
            Map.of("bootstrapSamples", "199", "compound", "defactinib", "compound2", "avutometinib", "unit", "nM");

    @Test
    void synergyIsFoundWhereItIsAndNamedAfterItsNullModel() {
        AnalysisDocument document = analyze(matrix(0.10, 3), QUICK);
        SubjectResult whole = document.results().getFirst();
        Estimate bliss = whole.estimate("blissExcess").orElseThrow();
        assertThat(Objects.requireNonNull(bliss.low())).isPositive();
        assertThat(document.verdicts().getFirst())
                .startsWith("defactinib with avutometinib: synergy on Bliss independence");
        assertThat(whole.tests()).hasSize(4).allMatch(test -> test.p() > 0 && test.p() <= 1);
        assertThat(document.figures()).extracting("name").contains("matrix", "excess-bliss", "excess-zip");
    }

    @Test
    void withoutInteractionNoneIsClaimed() {
        AnalysisDocument document = analyze(matrix(0, 3), QUICK);
        assertThat(document.verdicts().getFirst()).contains("no interaction shown on Bliss independence");
    }

    @Test
    void everyDosePairHasItsOwnResultWithUnits() {
        AnalysisDocument document = analyze(matrix(0.05, 3), QUICK);
        assertThat(document.results())
                .filteredOn(result -> result.subject().containsKey("dose2"))
                .hasSize(16)
                .allSatisfy(result -> assertThat(result.subject().get("dose")).endsWith(" nM"));
    }

    @Test
    void withoutReplicatesNothingIsClaimed() {
        AnalysisDocument document = analyze(matrix(0.1, 1), QUICK);
        SubjectResult whole = document.results().getFirst();
        assertThat(whole.estimate("blissExcess").orElseThrow().value()).isNull();
        assertThat(whole.warning("no-replicates")).isPresent();
        assertThat(document.verdicts().getFirst()).contains("cannot be told");
    }

    /** Found by fuzzing: rows pasted twice made a scatter of zero and an infinite statistic. */
    @Test
    void copiedRowsAreNoReplicates() {
        String once = matrix(0.1, 1);
        AnalysisDocument document = analyze(once + once.substring(once.indexOf('\n') + 1), QUICK);
        SubjectResult whole = document.results().getFirst();
        assertThat(whole.estimate("blissExcess").orElseThrow().value()).isNull();
        assertThat(whole.warning("replicates-equal")).isPresent();
    }

    @Test
    void signalsAndPercentagesGiveTheSameExcess() {
        String percent = matrix(0.1, 3);
        StringBuilder signal = new StringBuilder("dose,dose2,response\n");
        double untreated = percent.lines()
                .filter(line -> line.startsWith("0,0,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
                .average()
                .orElseThrow();
        percent.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            signal.append(cells[0])
                    .append(',')
                    .append(cells[1])
                    .append(',')
                    .append(200 + 37.5 * Double.parseDouble(cells[2]) / untreated)
                    .append('\n');
        });
        Estimate one = excess(analyze(rescaled(percent, untreated), QUICK));
        var settings = new HashMap<>(QUICK);
        settings.put("response", "signal");
        settings.put("background", "200");
        Estimate two = excess(analyze(signal.toString(), settings));
        assertThat(Objects.requireNonNull(two.value())).isCloseTo(Objects.requireNonNull(one.value()), within(1e-6));
    }

    private static String rescaled(String percent, double untreated) {
        StringBuilder text = new StringBuilder("dose,dose2,response\n");
        percent.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            text.append(cells[0])
                    .append(',')
                    .append(cells[1])
                    .append(',')
                    .append(100 * Double.parseDouble(cells[2]) / untreated)
                    .append('\n');
        });
        return text.toString();
    }

    private static Estimate excess(AnalysisDocument document) {
        return document.results().getFirst().estimate("blissExcess").orElseThrow();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        String bad = "dose,dose2,response\n0,1,90\n0,-3,80\n10,0,x\n10,1,70\n";
        assertThatThrownBy(() -> analyze(bad, QUICK))
                .isInstanceOfSatisfying(
                        InputFaultException.class,
                        faults -> assertThat(faults.faults())
                                .hasSize(2)
                                .allSatisfy(fault -> assertThat(fault.place()).startsWith("line")));
    }

    @Test
    void withoutUntreatedWellsOrSingleAgentsThereIsNoNullModel() {
        String bad = "dose,dose2,response\n1,1,90\n1,2,80\n2,1,70\n2,2,60\n";
        assertThatThrownBy(() -> analyze(bad, QUICK))
                .isInstanceOfSatisfying(
                        InputFaultException.class,
                        faults -> assertThat(faults.faults().toString())
                                .contains(
                                        "no untreated well",
                                        "defactinib was given alone at 0 doses",
                                        "avutometinib was given alone at 0"));
    }

    @Test
    void onePieceOfRubbishNeverEscapesAsAnInternalError() {
        RandomStream random = RandomStream.ofSeed(77);
        String good = matrix(0.1, 1);
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int k = 0; k < 3; k++) {
                text.setCharAt(random.nextInt(text.length()), "0,-9eE\n;x\"".charAt(random.nextInt(10)));
            }
            try {
                analyze(text.toString(), QUICK);
            } catch (InputFaultException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
    }

    private static AnalysisDocument analyze(String csv, Map<String, String> settings) {
        RawFile file = new RawFile("data/combination.csv", csv.getBytes(StandardCharsets.UTF_8));
        return Analysis.run(new CombinationAssay(), List.of(InputFile.of(file)), Settings.of(settings), 1);
    }

    /** Percent of untreated, standard deviation 2, Bliss independence with an excess that is largest at half effect. */
    private static String matrix(double excess, int replicates) {
        RandomStream random = RandomStream.ofSeed(9);
        StringBuilder csv = new StringBuilder("dose,dose2,response\n");
        for (double one : new double[] {0, 100, 300, 1000, 3000}) {
            for (double two : new double[] {0, 3, 10, 30, 100}) {
                double e1 = one == 0 ? 0 : 0.5 / (1 + 800 / one);
                double e2 = two == 0 ? 0 : 0.85 / (1 + 12 / two);
                double bliss = e1 + e2 - e1 * e2;
                double effect = bliss + (one > 0 && two > 0 ? 4 * excess * bliss * (1 - bliss) : 0);
                for (int i = 0; i < replicates; i++) {
                    csv.append(String.format(
                            Locale.ROOT, "%.0f,%.0f,%.4f%n", one, two, 100 * (1 - effect) + 2 * random.nextGaussian()));
                }
            }
        }
        return csv.toString().replace("\r", "");
    }
}
