package org.kindlin.numerics.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against two SciPy solvers that agree to 1e-11, and closed forms. */
class SimeoniModelTest {
    private static final SimeoniModel PACLITAXEL = new SimeoniModel(0.273, 0.814, 20, 0.968, 0.000629);
    private static final double START = 0.0413;

    private static double[][] expected(String course) {
        try (var stream = Objects.requireNonNull(SimeoniModelTest.class.getResourceAsStream("simeoni.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(course + ","))
                    .map(line -> line.substring(course.length() + 1).split(",", -1))
                    .map(cells -> Arrays.stream(cells)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "treated", "constant_500"})
    void coursesAgree(String name) {
        double[][] expected = expected(name);
        SimeoniModel.Exposure exposure = switch (name) {
            case "control" -> SimeoniModel.constant(0);
            case "treated" -> SimeoniModel.doses(List.of(8.0, 12.0, 16.0), 5000, 3);
            default -> SimeoniModel.constant(500);
        };
        double[] times = Arrays.stream(expected).mapToDouble(row -> row[0]).toArray();
        double[][] course = PACLITAXEL.course(START, exposure, times);
        assertThat(expected).hasDimensions(31, 5);
        for (int i = 0; i < times.length; i++) {
            for (int state = 0; state < 4; state++) {
                assertThat(course[i][state])
                        .as(name + " day " + times[i])
                        .isCloseTo(expected[i][state + 1], within(2e-9 * Math.max(1, expected[i][state + 1])));
            }
        }
    }

    @Test
    void thresholdsAreThoseOfThePaper() {
        assertThat(PACLITAXEL.switchingMass()).isCloseTo(2.9816849816849813, within(1e-13));
        assertThat(PACLITAXEL.stasisConcentration()).isCloseTo(434.0222575516693, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exponential_k0.1", "gompertz_a0.2_b0.05", "logistic_r0.15_K3000"})
    void lawsAgree(String name) {
        GrowthLaw law = switch (name.charAt(0)) {
            case 'e' -> new GrowthLaw.Exponential(0.1);
            case 'g' -> new GrowthLaw.Gompertz(0.2, 0.05);
            default -> new GrowthLaw.Logistic(0.15, 3000);
        };
        for (double[] row : expected(name)) {
            assertThat(law.volume(125, row[0])).isCloseTo(row[1], within(1e-12 * row[1]));
        }
    }
}
