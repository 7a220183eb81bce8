package org.kindlin.numerics.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places from the published algorithm written in Python with NumPy and SciPy's brentq, to twelve digits. */
class BiexScaleTest {

    @ParameterizedTest
    @CsvSource({
        "4.418540, 0, -10, 262144.000029, -20, 0.09398629819456633",
        "4.418540, 0, -10, 262144.000029, 0, 0.113037109375",
        "4.418540, 0, -10, 262144.000029, 100, 0.20230860215041627",
        "4.418540, 0, -10, 262144.000029, 200000, 0.9736083877283636",
        "4.42, 0.5, -100, 262144, -500, 0.22196386409566826",
        "4.42, 0.5, -100, 262144, 3, 0.305205068234194",
        "4.42, 0.5, -100, 262144, 1e9, 1",
        "5, 1, -3.16, 1000000, -500, 0",
        "5, 1, -3.16, 1000000, -20, 0.17738403644804507",
        "5, 1, -3.16, 1000000, 5000, 0.6163678218588948"
    })
    void placesAreThoseOfTheTable(
            double decades, double negative, double width, double top, double value, double place) {
        BiexScale scale = new BiexScale(new BiexScale.Parameters(top, decades, negative, width));

        assertThat(scale.apply(value)).isCloseTo(place, within(1e-12));
        if (place > 0 && place < 1) {
            assertThat(scale.invert(place)).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        }
    }
}
