package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.6184 | 3 | 5.62",
                "0.012345 | 3 | 0.0123",
                "9.996 | 3 | 10.0",
                "99999.6 | 5 | 100,000",
                "1234.5 | 2 | 1200",
                "12345 | 5 | 12,345",
                "-0.41272 | 2 | −0.41",
                "0 | 4 | 0",
                "0.00012 | 2 | 0.00012",
                "2 | 3 | 2.00"
            })
    void printsSignificantDigits(double value, int digits, String printed) {
        assertThat(PrintedNumber.significant(value, digits)).isEqualTo(printed);
    }

    @Test
    void printsPowersOfTenOutsideTheReadableRange() {
        assertThat(PrintedNumber.significant(0.0000312, 2)).isEqualTo("3.1\u00a0×\u00a010⁻⁵");
        assertThat(PrintedNumber.significant(-6.02214e23, 3)).isEqualTo("−6.02\u00a0×\u00a010²³");
        assertThat(PrintedNumber.timesPower(1.42e-4, 1, -5)).isEqualTo("14.2\u00a0×\u00a010⁻⁵");
        assertThat(PrintedNumber.significant(Double.MIN_VALUE, 2)).isEqualTo("4.9\u00a0×\u00a010⁻³²⁴");
        assertThat(PrintedNumber.significant(Double.MAX_VALUE, 2)).isEqualTo("1.8\u00a0×\u00a010³⁰⁸");
    }

    @Test
    void printsWholeNumbersWhole() {
        assertThat(PrintedNumber.descriptive(56)).isEqualTo("56");
        assertThat(PrintedNumber.descriptive(212.4471)).isEqualTo("212.4");
        assertThat(PrintedNumber.descriptive(0.5)).isEqualTo("0.5");
        assertThat(PrintedNumber.count(1200)).isEqualTo("1200");
        assertThat(PrintedNumber.count(12_000)).isEqualTo("12,000");
        assertThat(PrintedNumber.percent(0.95)).isEqualTo("95%");
        assertThat(PrintedNumber.percent(0.999)).isEqualTo("99.9%");
    }

    @Test
    void printsPValuesWithoutPretence() {
        assertThat(PrintedNumber.pValue(0)).isEqualTo("p < 0.001");
        assertThat(PrintedNumber.pValue(0.00099)).isEqualTo("p < 0.001");
        assertThat(PrintedNumber.pValue(0.0303)).isEqualTo("p = 0.030");
        assertThat(PrintedNumber.pValue(0.0996)).isEqualTo("p = 0.10");
        assertThat(PrintedNumber.pValue(0.5648)).isEqualTo("p = 0.56");
        assertThat(PrintedNumber.pValue(1)).isEqualTo("p > 0.99");
    }

    @Test
    void setsUnits() {
        assertThat(PrintedNumber.withUnit("10", "uM")).isEqualTo("10\u00a0µM");
        assertThat(PrintedNumber.withUnit("5", "%")).isEqualTo("5%");
        assertThat(PrintedNumber.withUnit("1.2", "")).isEqualTo("1.2");
        assertThat(PrintedNumber.withUnit("0.2", "1")).isEqualTo("0.2");
        assertThat(PrintedNumber.unit("ug/mL")).isEqualTo("µg/mL");
        assertThat(PrintedNumber.unit("degC")).isEqualTo("°C");
        assertThat(PrintedNumber.unit("nM^-1 h^-1")).isEqualTo("nM⁻¹ h⁻¹");
        assertThat(PrintedNumber.unit("counts")).isEqualTo("counts");
    }
}
