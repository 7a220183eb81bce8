package org.kindlin.assays.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.QualityCheck;

class PlateQualityTest {

    @Test
    void figuresOfAKnownPlateAreRight() {
        // high 100 with sd 2 (98, 102 alternating has sample sd 2.0253 at n = 40), low 10 with sd 1
        List<WellReading> wells = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            wells.add(reading(i / 12, i % 12, WellRole.VEHICLE, i % 2 == 0 ? 98 : 102));
            wells.add(reading(4 + i / 12, i % 12, WellRole.NO_ENZYME, i % 2 == 0 ? 9 : 11));
        }
        List<QualityCheck> checks =
                PlateQuality.checks(PlateFormat.WELLS_96, wells, WellRole.VEHICLE, WellRole.NO_ENZYME);

        double sd = Math.sqrt(40.0 / 39);
        assertThat(value(checks, "z-prime")).isCloseTo(1 - 3 * (2 * sd + sd) / 90, within(1e-12));
        assertThat(value(checks, "signal-to-background")).isCloseTo(10, within(1e-12));
        assertThat(value(checks, "cv-vehicle")).isCloseTo(2 * sd, within(1e-12));
        assertThat(value(checks, "count-no-enzyme")).isEqualTo(40);
        assertThat(checks).noneMatch(check -> check.verdict() == QualityCheck.Verdict.FAIL);
    }

    @Test
    void edgeEffectAndGradientsAreFound() {
        List<WellReading> edge = plate(well -> PlateFormat.WELLS_96.isEdge(well) ? 130 : 100);
        List<WellReading> tilted = plate(well -> 100 + 10 * well.row());

        assertThat(PlateQuality.edgeEffect(PlateFormat.WELLS_96, edge, WellRole.VEHICLE))
                .isCloseTo(30, within(1e-9));
        assertThat(PlateQuality.gradient(PlateFormat.WELLS_96, tilted, WellRole.VEHICLE, true))
                .isCloseTo(100 * 70 / 135.0, within(1e-9));
        assertThat(PlateQuality.gradient(PlateFormat.WELLS_96, tilted, WellRole.VEHICLE, false))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void whatTooFewWellsCannotSayHasNoValueAndNothingExcludedCounts() {
        List<WellReading> wells = List.of(
                reading(0, 0, WellRole.VEHICLE, 100),
                new WellReading(Well.control(new WellAddress(0, 1), WellRole.VEHICLE), new Reading.Saturated("SAT")));
        List<QualityCheck> checks =
                PlateQuality.checks(PlateFormat.WELLS_96, wells, WellRole.VEHICLE, WellRole.POSITIVE);

        assertThat(value(checks, "count-vehicle")).isEqualTo(1);
        assertThat(checks)
                .filteredOn(check -> !check.check().startsWith("count"))
                .allMatch(check -> check.value() == null && check.verdict() == QualityCheck.Verdict.INFO);
    }

    private static List<WellReading> plate(ToDoubleFunction<WellAddress> signal) {
        Random order = new Random(1);
        List<WellReading> wells = new ArrayList<>();
        for (WellAddress well : PlateFormat.WELLS_96.wells()) {
            wells.add(
                    order.nextInt(wells.size() + 1),
                    reading(well.row(), well.column(), WellRole.VEHICLE, signal.applyAsDouble(well)));
        }
        return wells;
    }

    private static WellReading reading(int row, int column, WellRole role, double value) {
        return new WellReading(Well.control(new WellAddress(row, column), role), new Reading.Measured(value));
    }

    private static @Nullable Double value(List<QualityCheck> checks, String name) {
        return checks.stream()
                .filter(check -> check.check().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
