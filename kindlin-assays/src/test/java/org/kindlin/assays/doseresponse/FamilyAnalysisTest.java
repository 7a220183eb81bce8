package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Distributions;

/** Models beyond the logistic, through the door of the assay. */
class FamilyAnalysisTest {
    private static final double[] DOSES = {0, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100};

    private static String table(DoubleUnaryOperator curve, double sd) {
        RandomStream random = RandomStream.ofSeed(5);
        StringBuilder text = new StringBuilder("dose,response\n");
        for (double dose : DOSES) {
            for (int i = 0; i < 3; i++) {
                text.append(dose)
                        .append(',')
                        .append(random.nextGaussian(curve.applyAsDouble(dose), sd))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static final String WEIBULL = table(x -> 5 + 95 * Math.exp(-Math.pow(x / 2, 1.2)), 2);
    private static final String HORMESIS = table(x -> (100 + 40 * x) / (1 + Math.pow(x / 3, 2)), 2);
    private static final String FLAT = table(_ -> 50, 2);

    private static List<SubjectResult> analyze(String text, Map<String, String> settings) {
        RawFile file = new RawFile("curve.csv", text.getBytes(StandardCharsets.UTF_8));
        return Analysis.run(new DoseResponseAssay(), List.of(InputFile.of(file)), Settings.of(settings), 1)
                .results();
    }

    private static double value(SubjectResult result, String name) {
        Estimate estimate = result.estimate(name).orElseThrow(() -> new AssertionError(name));
        return Objects.requireNonNull(estimate.value(), name);
    }

    @ParameterizedTest
    @EnumSource(DoseModel.class)
    void everyModelGivesAResult(DoseModel model) {
        for (String text : List.of(WEIBULL, HORMESIS, FLAT)) {
            SubjectResult result = analyze(text, Map.of("model", model.spelling(), "effectLevels", "10,50,90"))
                    .getFirst();
            assertThat(result.estimate("ec10")).isPresent();
            assertThat(result.estimate("ec90-absolute")).isPresent();
            for (Estimate estimate : result.estimates()) {
                assertThat(estimate.value() != null || !result.warnings().isEmpty())
                        .as(estimate.name())
                        .isTrue();
            }
        }
    }

    @Test
    void weibullGivesBackItsTruth() {
        SubjectResult result = analyze(WEIBULL, Map.of("model", "weibull1", "effectLevels", "10,50", "unit", "nM"))
                .getFirst();
        double[] truth = {2 * Math.pow(-Math.log(0.9), 1 / 1.2), 2 * Math.pow(Math.log(2), 1 / 1.2)};
        String[] names = {"ec10", "ec50"};
        for (int i = 0; i < names.length; i++) {
            Estimate dose = result.estimate(names[i]).orElseThrow();
            assertThat(Objects.requireNonNull(dose.low())).isLessThan(truth[i]);
            assertThat(Objects.requireNonNull(dose.high())).isGreaterThan(truth[i]);
            assertThat(dose.unit()).isEqualTo("nM");
        }
        assertThat(value(result, "ic50")).isEqualTo(value(result, "ec50"));
    }

    @Test
    void effectDosesOfALogisticStandBesideItsMidpoint() {
        SubjectResult result =
                analyze(WEIBULL, Map.of("effectLevels", "10,50,90")).getFirst();
        double ic50 = value(result, "ic50");
        double odds = Math.pow(9, 1 / value(result, "hillSlope"));
        assertThat(value(result, "ec50")).isCloseTo(ic50, within(1e-8 * ic50));
        assertThat(value(result, "ec10")).isCloseTo(ic50 / odds, within(1e-7 * ic50));
        assertThat(value(result, "ec90")).isCloseTo(ic50 * odds, within(1e-6 * ic50));
        Estimate whole = result.estimate("ic50").orElseThrow();
        Estimate again = result.estimate("ec50").orElseThrow();
        assertThat(Objects.requireNonNull(again.low()))
                .isCloseTo(Objects.requireNonNull(whole.low()), within(1e-6 * ic50));
    }

    @Test
    void theHormeticCurveIsChosenWhereThereIsHormesis() {
        List<SubjectResult> results = analyze(HORMESIS, Map.of("model", "auto"));
        assertThat(results.getFirst().warning("model-chosen").orElseThrow().message())
                .startsWith("brain-cousens-5 was chosen of 8 models");
        double total = results.stream()
                .skip(1)
                .mapToDouble(result -> value(result, "akaikeWeight"))
                .sum();
        assertThat(total).isCloseTo(1, within(1e-12));
    }

    /** Every model fitted on its own, then the formula of Buckland by hand. */
    @Test
    void anIntervalOfTheChosenModelKnowsOfTheChoice() {
        List<SubjectResult> results = analyze(WEIBULL, Map.of("model", "auto", "effectLevels", "10"));
        Estimate chosen = results.getFirst().estimate("ec10").orElseThrow();
        double x = Math.log10(Objects.requireNonNull(chosen.value()));
        int df = (int) value(results.getFirst(), "df");
        double t = Distributions.studentQuantile(0.975, df);
        double own = 0;
        double sum = 0;
        double total = 0;
        for (SubjectResult row : results.subList(1, results.size())) {
            String model = Objects.requireNonNull(row.subject().get("model"));
            Estimate alone = analyze(WEIBULL, Map.of("model", model, "effectLevels", "10"))
                    .getFirst()
                    .estimate("ec10")
                    .orElseThrow();
            Double high = alone.high();
            boolean counts = row.estimate("akaikeWeight").isPresent() && value(row, "akaikeWeight") >= 1e-3;
            if (!counts || alone.value() == null || high == null) {
                continue;
            }
            double reach = Math.log10(high / alone.value());
            double away = Math.log10(alone.value()) - x;
            own = away == 0 ? reach : own;
            sum += value(row, "akaikeWeight") * Math.hypot(reach, t * away);
            total += value(row, "akaikeWeight");
        }
        assertThat(total).isGreaterThan(0.9);
        assertThat(Math.log10(Objects.requireNonNull(chosen.high())) - x)
                .isCloseTo(Math.max(own, sum / total), within(1e-9))
                .isGreaterThan(own);
        assertThat(chosen.method()).contains("widened for the choice");
    }

    @Test
    void averagedDosesLieAmongThoseOfTheModels() {
        SubjectResult result = analyze(WEIBULL, Map.of("model", "average", "effectLevels", "50"))
                .getFirst();
        Estimate averaged = result.estimate("ec50-averaged").orElseThrow();
        assertThat(Objects.requireNonNull(averaged.low())).isLessThan(2 * Math.pow(Math.log(2), 1 / 1.2));
        assertThat(Objects.requireNonNull(averaged.high())).isGreaterThan(2 * Math.pow(Math.log(2), 1 / 1.2));
        assertThat(averaged.method()).contains("Buckland");
    }

    @Test
    void aModelWithoutFullEffectHasNoRelativeDose() {
        SubjectResult result =
                analyze(WEIBULL, Map.of("model", "linear", "control", "100")).getFirst();
        assertThat(result.estimate("ic50").orElseThrow().value()).isNull();
        assertThat(result.warning("no-relative-effect")).isPresent();
    }

    @Test
    void keysThatDoNotGoTogetherAreFaults() {
        assertThatThrownBy(() -> analyze(
                        WEIBULL, Map.of("model", "linear", "hillSlope", "1", "models", "4pl", "interval", "bootstrap")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("linear has no hillSlope")
                .hasMessageContaining("one model leaves nothing to choose")
                .hasMessageContaining("the bootstrap is");
        assertThatThrownBy(() -> analyze(WEIBULL, Map.of("effectLevels", "0,120")))
                .isInstanceOf(InputFaultException.class);
    }
}
