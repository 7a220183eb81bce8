package org.kindlin.assays.plate.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

class CompoundAmountsTest {
    private static final List<CompoundForm> DEFACTINIB = List.of(
            new CompoundForm("defactinib", "free base", 510.50),
            new CompoundForm("defactinib", "HCl", 546.95),
            new CompoundForm("defactinib", "d6", 516.53));

    private final Faults faults = new Faults();

    @Test
    void massBecomesMolesByTheFormTheStudyStates() {
        assertThat(amount("HCl", DEFACTINIB, OptionalDouble.empty()).orElseThrow())
                .isCloseTo(1000 * 100 / 546.95, within(1e-9));
        assertThat(amount("free base", DEFACTINIB, OptionalDouble.of(1)).orElseThrow())
                .isCloseTo(1000 * 100 / 510.50, within(1e-9));
        assertThat(faults.any()).isFalse();
    }

    @Test
    void aFormThatIsNotStatedTakesTheProtocolsMolarMass() {
        assertThat(amount("mesylate", DEFACTINIB, OptionalDouble.of(600)).orElseThrow())
                .isCloseTo(1000 * 100 / 600.0, within(1e-9));
    }

    @Test
    void withoutAMolarMassItIsAFaultThatSaysWhereToStateIt() {
        assertThat(amount("mesylate", DEFACTINIB, OptionalDouble.empty())).isEmpty();
        assertThat(faults.all()).singleElement().asString().contains("well A01").contains("compounds in study.yaml");
    }

    private OptionalDouble amount(String form, List<CompoundForm> forms, OptionalDouble molarMass) {
        Well well = new Well(
                "",
                WellAddress.of("A1"),
                WellRole.SAMPLE,
                "defactinib",
                form,
                new Quantity(100, Unit.NANOGRAM_PER_MILLILITRE),
                "",
                1,
                "",
                "");
        return new CompoundAmounts("map.csv", forms, molarMass, faults).of(well);
    }
}
