package org.kindlin.assays.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteNumberTest {

    @ParameterizedTest
    @CsvSource({"12, 12", "' -0.5 ', -0.5", "1e-9, 1e-9", ".5, 0.5", "3., 3"})
    void numbersAreRead(String text, double value) {
        assertThat(FiniteNumber.parse(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "1,5", "NaN", "Infinity", "-Infinity", "1e999", "1d", "2F", "0x1p3d", "1 2"})
    void whatIsNoFiniteNumberIsNone(String text) {
        assertThat(FiniteNumber.parse(text)).isEmpty();
    }
}
