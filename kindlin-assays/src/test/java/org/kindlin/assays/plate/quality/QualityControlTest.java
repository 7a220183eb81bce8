package org.kindlin.assays.plate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.random.RandomStream;

class QualityControlTest {
    private static final SimulatedPlate EVEN = new SimulatedPlate(PlateFormat.WELLS_384, 0, 0, 0, 0.04);
    private static final SimulatedPlate TILTED = new SimulatedPlate(PlateFormat.WELLS_384, -0.08, 0.1, 0, 0.04);

    private static QualityProtocol protocol(PlateCorrection correction, boolean exclude) {
        return new QualityProtocol(0.5, correction, 0.01, exclude, 0.95);
    }

    private static PlateAssessment assess(QualityPlate plate, QualityProtocol protocol) {
        return QualityControl.of(List.of(plate), protocol).plates().getFirst();
    }

    private static QualityPlate plate(SimulatedPlate kind, long seed) {
        return kind.plate("p", 1, RandomStream.ofSeed(seed));
    }

    private static double value(PlateAssessment plate, String check) {
        return Objects.requireNonNull(check(plate, check).value(), check);
    }

    private static QualityCheck check(PlateAssessment plate, String name) {
        return plate.checks().stream()
                .filter(check -> check.check().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static QualityPlate withValue(QualityPlate plate, WellAddress well, double value) {
        return plate.with(plate.wells().stream()
                .map(w -> w.address().equals(well) ? new QualityWell(w.address(), w.role(), w.replicateOf(), value) : w)
                .toList());
    }

    private static QualityWell first(QualityPlate plate, WellRole role) {
        return plate.wells().stream()
                .filter(well -> well.role() == role)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void positionEffectsComeBackWithinTheirIntervals() {
        RandomStream random = RandomStream.ofSeed(7);
        int covered = 0;
        int falseAlarms = 0;
        int plates = 150;
        for (int i = 0; i < plates; i++) {
            PlateAssessment tilted = assess(TILTED.plate("t", 1, random), QualityProtocol.STANDARD);
            covered += covers(tilted.effects().edge(), -8) ? 1 : 0;
            covered += covers(tilted.effects().row(), 10) ? 1 : 0;
            covered += covers(tilted.effects().column(), 0) ? 1 : 0;
            assertThat(tilted.warnings()).extracting(Warning::code).contains("position-effect");
            PlateAssessment even = assess(EVEN.plate("e", 1, random), QualityProtocol.STANDARD);
            falseAlarms += even.warnings().stream().anyMatch(w -> w.code().equals("position-effect")) ? 1 : 0;
        }
        assertThat(covered / (3.0 * plates)).isBetween(0.92, 0.98);
        assertThat(falseAlarms).isLessThan(15);
    }

    private static boolean covers(Optional<PositionEffect> effect, double truth) {
        var estimate = effect.orElseThrow().estimate(0.95);
        return Objects.requireNonNull(estimate.low()) <= truth && truth <= Objects.requireNonNull(estimate.high());
    }

    @Test
    void theCorrectionIsOfferedAndWhereAskedForTakesTheEffectOut() {
        QualityPlate plate = plate(TILTED, 3);
        PlateAssessment kept = assess(plate, QualityProtocol.STANDARD);
        assertThat(kept.analysed()).isEqualTo(plate);
        String offer = kept.warnings().stream()
                .filter(w -> w.code().equals("position-effect"))
                .findFirst()
                .orElseThrow()
                .message();
        assertThat(offer).contains("less").contains("plateCorrection=edge-and-gradient would take Z-prime from");
        PlateAssessment corrected = assess(plate, protocol(PlateCorrection.EDGE_AND_GRADIENT, false));
        assertThat(value(corrected, "z-prime")).isGreaterThan(value(kept, "z-prime"));
        assertThat(value(corrected, "z-prime-uncorrected")).isEqualTo(value(kept, "z-prime"));
        PlateAssessment again = assess(corrected.analysed(), QualityProtocol.STANDARD);
        assertThat(again.effects().edge().orElseThrow().percent()).isCloseTo(0, within(0.5));
        assertThat(again.effects().row().orElseThrow().percent()).isCloseTo(0, within(0.5));
        PlateAssessment polished = assess(plate, protocol(PlateCorrection.MEDIAN_POLISH, false));
        assertThat(value(polished, "cv-vehicle")).isLessThan(value(kept, "cv-vehicle"));
        assertThat(polished.effects()).isEqualTo(kept.effects());
    }

    @Test
    void anOutlierIsFlaggedKeptAndOnlyOnRequestLeftOutWithItsReason() {
        QualityPlate plate = plate(EVEN, 4);
        QualityWell victim = first(plate, WellRole.SAMPLE);
        QualityPlate spoilt = withValue(plate, victim.address(), 2 * victim.value());
        PlateAssessment flagged = assess(spoilt, QualityProtocol.STANDARD);
        assertThat(flagged.outliers())
                .extracting(outlier -> outlier.well().address())
                .containsExactly(victim.address());
        assertThat(flagged.leftOut()).isEmpty();
        assertThat(flagged.value(victim.address())).hasValue(2 * victim.value());
        assertThat(flagged.warnings()).extracting(Warning::code).contains("outlier-wells");
        PlateAssessment dropped = assess(spoilt, protocol(PlateCorrection.NONE, true));
        assertThat(dropped.value(victim.address())).isEmpty();
        assertThat(dropped.exclusions()).hasSize(1).first().satisfies((Exclusion exclusion) -> {
            assertThat(exclusion.place()).isEqualTo("well " + victim.address());
            assertThat(exclusion.reason()).startsWith("outlier: reads").contains("studentised residual");
        });
        assertThat(assess(plate, QualityProtocol.STANDARD).outliers()).isEmpty();
    }

    @Test
    void anEdgeEffectDoesNotMakeEdgeWellsOutliers() {
        SimulatedPlate dry = new SimulatedPlate(PlateFormat.WELLS_384, -0.2, 0, 0, 0.03);
        assertThat(assess(plate(dry, 5), QualityProtocol.STANDARD).outliers()).isEmpty();
    }

    @Test
    void whatTheLayoutHidesIsNullWithAWarning() {
        QualityPlate plate = plate(EVEN, 6);
        QualityPlate inside = plate.with(plate.wells().stream()
                .filter(well -> !plate.format().isEdge(well.address()))
                .toList());
        PlateAssessment assessment = assess(inside, protocol(PlateCorrection.EDGE, false));
        assertThat(check(assessment, "edge-effect").value()).isNull();
        assertThat(assessment.warnings())
                .extracting(Warning::code)
                .contains("position-not-estimable", "correction-not-possible");
        assertThat(assessment.analysed()).isEqualTo(inside);
    }

    @Test
    void figuresOfControlsAreThoseOfTheirDefinitions() {
        List<QualityWell> wells = new ArrayList<>();
        double[] high = {102.1, 98.4, 105.7, 99.9, 101.3, 96.2, 103.8, 88.0};
        double[] low = {9.8, 11.2, 10.4, 8.9, 10.1, 12.6, 9.5};
        for (int i = 0; i < high.length; i++) {
            wells.add(new QualityWell(new WellAddress(i, 1), WellRole.VEHICLE, "vehicle", high[i]));
        }
        for (int i = 0; i < low.length; i++) {
            wells.add(new QualityWell(new WellAddress(i, 2), WellRole.BLANK, "blank", low[i]));
        }
        QualityPlate plate =
                new QualityPlate("f.csv", "p", "", PlateFormat.WELLS_96, "OD", WellRole.VEHICLE, WellRole.BLANK, wells);
        PlateAssessment assessment = assess(plate, QualityProtocol.STANDARD);
        // numpy: plate_statistics.py of kindlin-numerics; Z' and S/B from the same means and deviations
        assertThat(value(assessment, "ssmd")).isCloseTo(15.820578623967215, within(1e-12));
        assertThat(value(assessment, "robust-ssmd")).isCloseTo(22.069536687524113, within(1e-12));
        assertThat(value(assessment, "signal-window")).isCloseTo(12.539993939969621, within(1e-12));
        assertThat(value(assessment, "signal-to-background")).isCloseTo(99.425 / (72.5 / 7), within(1e-12));
        assertThat(check(assessment, "signal-window").verdict()).isEqualTo(QualityCheck.Verdict.PASS);
        assertThat(check(assessment, "ssmd").verdict()).isEqualTo(QualityCheck.Verdict.INFO);
    }

    @Test
    void aDriftingCampaignIsToldFromASteadyOne() {
        RandomStream random = RandomStream.ofSeed(9);
        List<QualityPlate> drifting = new ArrayList<>();
        List<QualityPlate> steady = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            drifting.add(EVEN.plate("d" + i, 1 - 0.04 * i, random));
            steady.add(EVEN.plate("s" + i, 1 + 0.01 * random.nextGaussian(), random));
        }
        SubjectResult drift = QualityControl.of(drifting, QualityProtocol.STANDARD)
                .campaignResults()
                .getFirst();
        assertThat(drift.warning("plate-drift").orElseThrow().message()).contains("drifts by -");
        assertThat(drift.quality())
                .anyMatch(check ->
                        check.check().equals("drift-mean-vehicle") && check.verdict() == QualityCheck.Verdict.FAIL);
        assertThat(QualityControl.of(steady, QualityProtocol.STANDARD)
                        .campaignResults()
                        .getFirst()
                        .quality())
                .noneMatch(check -> check.verdict() == QualityCheck.Verdict.FAIL);
        assertThat(QualityControl.of(steady.subList(0, 2), QualityProtocol.STANDARD)
                        .campaigns())
                .isEmpty();
        assertThat(QualityControl.of(steady.subList(0, 4), QualityProtocol.STANDARD)
                        .campaignResults()
                        .getFirst()
                        .tests())
                .isEmpty();
    }

    @Test
    void orderOfWellsChangesNothingAndFiguresAreDrawn() {
        QualityPlate plate = plate(TILTED, 10);
        QualityControl one = QualityControl.of(List.of(plate), QualityProtocol.STANDARD);
        QualityControl other =
                QualityControl.of(List.of(plate.with(plate.wells().reversed())), QualityProtocol.STANDARD);
        assertThat(other.plates().getFirst().checks())
                .isEqualTo(one.plates().getFirst().checks());
        assertThat(other.plates().getFirst().estimates())
                .isEqualTo(one.plates().getFirst().estimates());
        assertThat(QualityFigures.draw(one, true, name -> name.replace(' ', '-')))
                .singleElement()
                .satisfies(figure -> assertThat(figure.svg()).contains("SIMULATED DATA"));
        assertThat(one.plates().getFirst().result(Map.of("plate", "p")).tests()).hasSize(3);
    }
}
