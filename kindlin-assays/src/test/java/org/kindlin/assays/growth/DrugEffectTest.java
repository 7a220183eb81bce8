package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.growth.SimeoniModel;
import org.kindlin.numerics.random.RandomStream;

/** Simeoni's model through the assay, on studies drawn from it by the accurate integrator. */
class DrugEffectTest {
    private static final double[] DAYS = {0, 3, 6, 9, 12, 15, 18, 21, 24};
    private static final double ELIMINATION = Math.log(2) * 24 / 12;

    private static String study() {
        RandomStream random = RandomStream.ofSeed(3);
        StringBuilder csv = new StringBuilder("arm,animal,day,volume\n");
        List<Double> times =
                IntStream.rangeClosed(0, 14).mapToObj(day -> (double) day).toList();
        for (int arm = 0; arm < 3; arm++) {
            double dose = new double[] {0, 25, 50}[arm];
            for (int i = 0; i < 9; i++) {
                SimeoniModel own = new SimeoniModel(0.17 * Math.exp(0.1 * random.nextGaussian()), 85, 20, 0.5, 0.004);
                double[] volume = SimeoniModel.mass(own.course(
                        125 * Math.exp(0.15 * random.nextGaussian()),
                        SimeoniModel.doses(times, dose, ELIMINATION),
                        DAYS));
                for (int j = 0; j < DAYS.length; j++) {
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,%d-%d,%.0f,%.2f\n",
                            arm == 0 ? "vehicle" : "drug " + dose,
                            arm,
                            i,
                            DAYS[j],
                            volume[j] * Math.exp(0.1 * random.nextGaussian())));
                }
            }
        }
        return csv.toString();
    }

    private static void holds(SubjectResult result, String name, double truth) {
        Estimate estimate = result.estimate(name).orElseThrow();
        assertThat(truth)
                .as(name)
                .isBetween(Objects.requireNonNull(estimate.low()), Objects.requireNonNull(estimate.high()));
    }

    @Test
    void theTruthLiesWithinTheIntervals() {
        AnalysisDocument document = GrowthRuns.text(
                study(),
                "control=vehicle",
                "level=0.99",
                "doses=drug 25.0: 25, drug 50.0: 50",
                "dosingDays=0 to 14",
                "drugHalfLife=12");
        SubjectResult model = GrowthRuns.subject(document, Map.of("model", "simeoni"));
        holds(model, "exponentialGrowthRate", 0.17);
        holds(model, "linearGrowthRate", 85);
        holds(model, "deathRate", 0.5);
        holds(model, "potency", 0.004);
        holds(model, "thresholdConcentration", 0.17 / 0.004);
        assertThat(document.verdicts()).anyMatch(sentence -> sentence.contains("Simeoni"));
    }

    @Test
    void dosesWithoutDaysAreRefused() {
        assertThatThrownBy(() -> GrowthRuns.text(study(), "control=vehicle", "doses=drug 25.0: 25"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("dosingDays");
    }

    @Test
    void anArmThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> GrowthRuns.text(study(), "control=vehicle", "doses=drug: 25", "dosingDays=0 to 14"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("no arm is called");
    }
}
