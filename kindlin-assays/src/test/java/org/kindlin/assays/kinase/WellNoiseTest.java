package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.WellNoise;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.statistics.VarianceFunction;

class WellNoiseTest {
    private static final KinaseAssay ASSAY = new KinaseAssay();

    private static KinaseProtocol protocol(String... stated) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("atp", "10", "enzymeConcentration", "1"));
        for (int i = 0; i < stated.length; i += 2) {
            settings.put(stated[i], stated[i + 1]);
        }
        Faults faults = new Faults();
        return ASSAY.protocol(Settings.of(settings).resolve(ASSAY.keys(), faults), faults);
    }

    private static CompoundPotency potency(KinaseProtocol protocol, AssayBlock... blocks) {
        return KinaseAnalysis.analyze(VirtualPlate.data(protocol, blocks), protocol, 1)
                .potencies()
                .getFirst();
    }

    /** The block with only so many wells of every kind of control. */
    private static AssayBlock withControls(AssayBlock block, int each) {
        Map<WellRole, Integer> kept = new TreeMap<>();
        List<AssayWell> wells = block.wells().stream()
                .filter(well -> well.role() == WellRole.SAMPLE || kept.merge(well.role(), 1, Integer::sum) <= each)
                .toList();
        return new AssayBlock(
                block.file(),
                block.plate(),
                block.target(),
                block.format(),
                block.choice(),
                wells,
                block.leftOut(),
                block.findings());
    }

    @Test
    void theVarianceOfAResponseIsThatOfItsSignalThroughTheSlopeOfTheScale() {
        for (AssayBlock plate : List.of(
                VirtualPlate.of("FAK", 5.6, 1).block("p", 1),
                VirtualPlate.of("FAK", 5.6, 1).withStandards("s", 1))) {
            NormalizedBlock block = NormalizedBlock.of(plate, protocol().scale());
            VarianceFunction function = new VarianceFunction(0.01, 0.05);
            WellNoise noise = new WellNoise(block, function, 12_000, 400);
            for (double response : new double[] {-5, 20, 50, 90, 99}) {
                double signal = block.signalAt(response);
                ActivityScale scale = block.scale().orElseThrow();
                assertThat(scale.percentInhibition(signal)).isCloseTo(response, within(1e-9));
                double sd = 12_000 * Math.sqrt(function.at(signal / 12_000));
                double oneSd =
                        (scale.percentInhibition(signal + 1e-3 * sd) - scale.percentInhibition(signal - 1e-3 * sd))
                                / 2e-3;
                assertThat(Math.sqrt(noise.at(response))).isCloseTo(Math.abs(oneSd), within(1e-5 * Math.abs(oneSd)));
            }
            assertThat(noise.at(300)).isCloseTo(noise.at(1000), within(1e-9));
        }
    }

    @Test
    void proportionalNoiseIsFoundAndTakesTheWeightOffTheVehicleEnd() {
        AssayBlock block = VirtualPlate.of("FAK", 5.6, 1).block("p", 3);
        CompoundPotency weighted = potency(protocol(), block);
        Estimate cv = weighted.result().estimate("noise-cv").orElseThrow();
        assertThat(cv.low()).isLessThan(4);
        assertThat(cv.high()).isGreaterThan(4);
        assertThat(weighted.result().estimate("noise-floor").orElseThrow().value())
                .isLessThan(0.5);
        CurveData data = weighted.pooled().data();
        double[] weights =
                data.inverseVariances(weighted.pooled().fitted().orElseThrow().curve()::value);
        assertThat(weights[weights.length - 1] / weights[0]).isGreaterThan(50);
        CompoundPotency alike = potency(protocol("weights", "constant"), block);
        assertThat(noise(alike)).isEmpty();
        assertThat(width(weighted.result().estimate("ki-app").orElseThrow()))
                .isLessThan(width(alike.result().estimate("ki-app").orElseThrow()));
    }

    private static Optional<Estimate> noise(CompoundPotency potency) {
        return potency.result().estimate("noise-cv");
    }

    private static double width(Estimate estimate) {
        return Math.log(Objects.requireNonNull(estimate.high()) / Objects.requireNonNull(estimate.low()));
    }

    @Test
    void tooFewControlsWeightWellsAlikeAndSaySo() {
        AssayBlock full = VirtualPlate.of("FAK", 5.6, 1).block("p", 3);
        CompoundPotency few = potency(protocol(), withControls(full, ControlNoise.FEWEST));
        assertThat(noise(few)).isEmpty();
        assertThat(few.result().warnings()).extracting(Warning::code).contains("noise-not-estimable");
        CompoundPotency alike = potency(protocol("weights", "constant"), withControls(full, ControlNoise.FEWEST));
        assertThat(few.ic50()).isEqualTo(alike.ic50());
        assertThat(alike.result().warnings()).extracting(Warning::code).doesNotContain("noise-not-estimable");
        CompoundPotency enough = potency(protocol(), withControls(full, ControlNoise.FEWEST + 1));
        assertThat(noise(enough)).isPresent();
    }

    @Test
    void platesShareOneFunctionWhateverTheirGain() {
        AssayBlock dim = new VirtualPlate("FAK", 5.6, 1, 400, 12, 0.04).block("dim", 4);
        AssayBlock bright = new VirtualPlate("FAK", 5.6, 1, 3000, 12, 0.04).block("bright", 5);
        CompoundPotency potency = potency(protocol(), dim, bright);
        assertThat(potency.result().estimate("noise-cv").orElseThrow().method()).contains("30 + 30 degrees");
        assertThat(potency.result().tests())
                .anySatisfy(test -> assertThat(test.name()).isEqualTo("plate-shift-F"));
    }
}
