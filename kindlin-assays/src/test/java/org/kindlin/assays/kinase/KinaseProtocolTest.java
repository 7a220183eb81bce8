package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

class KinaseProtocolTest {
    static KinaseProtocol protocol(Map<String, String> stated) {
        Faults faults = new Faults();
        KinaseProtocol protocol = protocol(stated, faults);
        faults.throwIfAny();
        return protocol;
    }

    private static KinaseProtocol protocol(Map<String, String> stated, Faults faults) {
        Resolved resolved = Settings.of(stated).resolve(KinaseKeys.all(), faults);
        faults.throwIfAny();
        return KinaseProtocol.of(resolved, faults);
    }

    private static List<String> warnings(Map<String, String> stated, String target) {
        KinaseProtocol protocol = protocol(stated);
        TargetConditions conditions = protocol.constants().conditions(target, TargetTags.NONE);
        return ConditionWarnings.of(protocol, target, conditions).stream()
                .map(Warning::code)
                .toList();
    }

    /** Cheng and Prusoff at 10 uM ATP and Km 1.2 uM: 1 + 10/1.2. */
    @Test
    void fakAtTenMicromolarAtpShiftsTheIc50() {
        TargetConditions fak = protocol(Map.of("atp", "10")).constants().conditions("PTK2", TargetTags.NONE);
        assertThat(fak.competition().orElseThrow().shift()).isCloseTo(9.33, within(0.005));
        assertThat(fak.atpOverKm().getAsDouble()).isCloseTo(8.3, within(0.04));
        assertThat(fak.kmAtp().orElseThrow().origin()).isEqualTo(MichaelisConstant.Origin.LITERATURE);
    }

    @Test
    void pyk2HasAnAssumptionWithARangeUntilStated() {
        MichaelisConstant assumed = protocol(Map.of())
                .constants()
                .conditions("Pyk2", TargetTags.NONE)
                .kmAtp()
                .orElseThrow();
        assertThat(assumed.origin()).isEqualTo(MichaelisConstant.Origin.ASSUMED);
        assertThat(assumed.range()).contains(new MichaelisConstant.Range(1, 20));
        MichaelisConstant stated = protocol(Map.of("kmAtp.Pyk2", "7 uM"))
                .constants()
                .conditions("PYK2", TargetTags.NONE)
                .kmAtp()
                .orElseThrow();
        assertThat(stated).isEqualTo(new MichaelisConstant(7, Optional.empty(), MichaelisConstant.Origin.STATED));
    }

    @Test
    void tagsGoBeforeOwnKeysBeforeTheGeneralKey() {
        TargetConstants constants = protocol(
                        Map.of("kmAtp", "30", "enzymeConcentration", "3", "enzymeConcentration.FAK", "2"))
                .constants();
        TargetConditions src = constants.conditions("SRC", TargetTags.NONE);
        assertThat(src.kmAtp().orElseThrow().micromolar()).isEqualTo(30);
        assertThat(src.enzymeNanomolar()).hasValue(3);
        assertThat(constants.conditions("FAK", TargetTags.NONE).enzymeNanomolar())
                .hasValue(2);
        TargetTags tags = new TargetTags(
                Optional.of("FAK"), OptionalDouble.of(5), OptionalDouble.of(2.5), OptionalDouble.of(0.5));
        TargetConditions tagged = constants.conditions("FAK", tags);
        assertThat(tagged.atpMicromolar()).hasValue(5);
        assertThat(tagged.kmAtp().orElseThrow().micromolar()).isEqualTo(2.5);
        assertThat(tagged.enzymeNanomolar()).hasValue(0.5);
    }

    @Test
    void contradictionsAreFaults() {
        Faults faults = new Faults();
        protocol(Map.of("normalization", "vehicle", "signal", "falls-with-adp", "kmAtpLow.Pyk2", "9"), faults);
        assertThat(faults.all()).hasSize(2);
    }

    @Test
    void theGuidesProtocolIsWarnedAbout() {
        assertThat(warnings(Map.of("atp", "10"), "FAK"))
                .containsExactly("atp-far-from-km", "no-preincubation", "no-detergent", "enzyme-not-stated");
        assertThat(warnings(Map.of("atp", "10", "dmsoPercent", "1.5"), "Pyk2"))
                .containsExactly("km-assumed", "dmso", "no-preincubation", "no-detergent", "enzyme-not-stated");
    }

    @Test
    void aCarefulProtocolIsNot() {
        Map<String, String> careful = Map.of(
                "atp",
                "1.2",
                "preincubation",
                "30",
                "detergent",
                "0.01 % Triton X-100",
                "enzymeConcentration",
                "1",
                "dmsoPercent",
                "1");
        assertThat(warnings(careful, "FAK")).isEmpty();
    }

    @Test
    void warningsCarryTheNumberBehindThem() {
        KinaseProtocol protocol = protocol(Map.of("atp", "10"));
        List<Warning> warnings =
                ConditionWarnings.of(protocol, "FAK", protocol.constants().conditions("FAK", TargetTags.NONE));
        assertThat(warnings.getFirst().message()).contains("8.33 times").contains("9.33 times its Ki");
    }

    @Test
    void everyKeyIsToldWithAMeaning() {
        assertThat(KinaseKeys.all())
                .allSatisfy(key -> assertThat(key.meaning()).isNotBlank())
                .extracting(key -> key.name())
                .doesNotHaveDuplicates();
    }
}
