package org.kindlin.lab.plan.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.SecondAgent;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.map.PlateMapReader;
import org.kindlin.assays.plate.map.PlateMapWriter;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlanTrial;
import org.kindlin.lab.plan.Planner;

/** A plan of two agents: what stands in its wells, and that its truth comes back. */
class CombinationPlanTest {

    private static Plan plan(Map<String, String> settings) {
        return Planner.plan(new CombinationPlan(), Settings.of(settings), 3);
    }

    private static List<String> pairs(Plan plan) {
        return plan.layout().wells().stream()
                .filter(well -> well.role() == WellRole.SAMPLE)
                .map(well -> Objects.requireNonNull(well.concentration()).value() + " "
                        + Objects.requireNonNull(well.second()).concentration().value())
                .toList();
    }

    @Test
    void aCheckerboardHoldsEveryPairAndEachAgentAlone() {
        Plan plan = plan(Map.of("doses", "4", "replicates", "2", "topDose", "8 uM", "topDose2", "80 nM", "fold", "2"));

        assertThat(pairs(plan)).hasSize(2 * 24).contains("8000.0 80.0", "1000.0 10.0", "8000.0 0.0", "0.0 10.0");
        assertThat(pairs(plan).stream().distinct()).hasSize(24).doesNotContain("0.0 0.0");
    }

    @Test
    void aRayHoldsOneRatio() {
        Plan plan = plan(Map.of(
                "pairing",
                "ray",
                "doses",
                "4",
                "replicates",
                "2",
                "topDose",
                "8 uM",
                "topDose2",
                "80 nM",
                "fold",
                "2"));

        assertThat(pairs(plan).stream().distinct())
                .hasSize(12)
                .contains("8000.0 80.0", "4000.0 40.0")
                .doesNotContain("8000.0 40.0");
    }

    @Test
    void thePlateMapComesBackWithBothAgents() {
        PlateMap layout = plan(Map.of()).layout();
        Faults faults = new Faults();
        PlateMap read = PlateMapReader.read(
                new RawFile("layout.csv", PlateMapWriter.write(layout, false).getBytes(StandardCharsets.UTF_8)),
                faults);

        assertThat(faults.all()).isEmpty();
        assertThat(read.wells()).hasSameSizeAs(layout.wells());
        for (Well well : layout.wells()) {
            SecondAgent second = read.on(well.plate()).stream()
                    .filter(one -> one.address().equals(well.address()))
                    .map(Well::second)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            assertThat(second).isEqualTo(well.second());
        }
    }

    @Test
    void theTruthComesBack() {
        PlanTrial trial = new PlanTrial(plan(Map.of("doses", "4", "replicates", "2", "expectedSd", "3")));
        List<PlanTrial.Trial> trials = trial.run(4);

        assertThat(trials).singleElement().satisfies(one -> {
            assertThat(one.truth()).isBetween(3.0, 10.0);
            assertThat(one.covers()).isTrue();
            assertThat(one.high() - one.low()).isBetween(1.0, 15.0);
        });
    }

    @Test
    void oneCompoundAndAPlateTooSmallAreRefused() {
        assertThatThrownBy(() -> plan(Map.of("compounds", "defactinib")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("1 compounds are no combination of two");
        assertThatThrownBy(() -> plan(Map.of("wells", "96")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("48 pairs of doses x 3 replicates and 32 control wells do not fit the 60 usable");
    }
}
