package org.kindlin.assays.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "10 uM, 10, MICROMOLAR",
        "10µM, 10, MICROMOLAR",
        "10 μM, 10, MICROMOLAR",
        "0.6nM, 0.6, NANOMOLAR",
        "1e-9 mol/L, 1e-9, MOLAR",
        "30, 30, MINUTE",
        "2 h, 2, HOUR"
    })
    void readsWhatPeopleWrite(String text, double value, Unit unit) {
        assertThat(Quantity.parse(text, Unit.MINUTE)).contains(new Quantity(value, unit));
    }

    @ParameterizedTest
    @CsvSource({"ten uM", "10 MM", "10 uMol", "1e999 nM", "''", "nM"})
    void refusesWhatIsNoQuantity(String text) {
        assertThat(Quantity.parse(text, Unit.NANOMOLAR)).isEmpty();
    }

    @Test
    void convertsExactlyInDecimal() {
        assertThat(new Quantity(1, Unit.MICROMOLAR).in(Unit.NANOMOLAR)).isEqualTo(1000);
        assertThat(new Quantity(0.6, Unit.NANOMOLAR).in(Unit.MICROMOLAR)).isEqualTo(0.0006);
        assertThat(new Quantity(90, Unit.MINUTE).in(Unit.HOUR)).isEqualTo(1.5);
    }

    @Test
    void dimensionsDoNotMix() {
        assertThatThrownBy(() -> new Quantity(1, Unit.NANOMOLAR).in(Unit.NANOGRAM_PER_MILLILITRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nM");
    }

    @Test
    void massBecomesMolesByTheFormThatWasWeighed() {
        Quantity mass = new Quantity(510.5, Unit.NANOGRAM_PER_MILLILITRE);
        CompoundForm base = new CompoundForm("defactinib", "free base", 510.50);
        CompoundForm salt = new CompoundForm("defactinib", "HCl", 546.95);
        assertThat(base.toMolar(mass).in(Unit.NANOMOLAR)).isCloseTo(1000, within(1e-9));
        assertThat(salt.toMolar(mass).in(Unit.NANOMOLAR)).isCloseTo(933.36, within(0.01));
    }
}
